import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Credits a sponsor's conversions, replacing what an earlier run gave.
struct AttributionRun: PodctlCommand {
  static let example = "podctl attribution run --tenant harbour-network --sponsor kettle-and-crane"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Credit a sponsor's conversions under every model.",
    discussion: """
      A touch is a counted download, by the conversion's household, of an episode while an aired spot of the sponsor \
      ran in it, up to --window-days before the conversion. Running again replaces the earlier credit of the sponsor \
      with the same window, for the days named, and leaves the same rows where nothing has changed.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var attribution: AttributionOptions
  @OptionGroup var days: ConversionDays

  func run(in context: CommandContext) throws {
    let window = try attribution.window
    let database = try context.database()
    let tenant = try context.tenant(self.tenant)
    let sponsor = try database.read(for: tenant.id) { try SponsorStore($0).find(attribution.sponsor) }
    let run = try AttributionRunner.run(
      sponsor: sponsor.id, window: window, days: days.range(in: tenant.zone, now: context.now), tenant: tenant.id,
      database: database, now: context.now)
    try context.console.emit(AttributionListings.run(sponsor: sponsor.slug), one: run, output)
    context.recorder?.summary = "\(run.summary.attributed) of \(run.summary.conversions) conversions have touches"
    context.console.success(
      "\(run.summary.attributed) of \(run.summary.conversions) conversions of \(sponsor.slug) have touches",
      next: [
        "podctl attribution compare --tenant \(tenant.slug) --sponsor \(sponsor.slug)"
          + (window == .standard ? "" : " --window-days \(window.days)")
      ])
  }
}
