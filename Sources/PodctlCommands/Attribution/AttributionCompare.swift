import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Shows what each flight or spot is credited with under each model.
struct AttributionCompare: PodctlCommand {
  enum Grouping: String, ExpressibleByArgument, CaseIterable { case flight, spot }

  static let example = "podctl attribution compare --tenant harbour-network --sponsor kettle-and-crane"
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Show the models side by side, from the last run.",
    discussion: """
      Under every model the household columns add up to the same conversions and the same value. Credit by promo code \
      stands in columns of its own: the same order may be in both, so the two are never to be added up.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var attribution: AttributionOptions
  @OptionGroup var days: ConversionDays
  @Option(help: ArgumentHelp("Show only this campaign.", valueName: "slug"))
  var campaign: String?
  @Option(help: "Show one row per flight or per spot.")
  var by: Grouping = .flight

  func run(in context: CommandContext) throws {
    let window = try attribution.window
    let database = try context.database()
    let tenant = try context.tenant(self.tenant)
    let range = try days.range(in: tenant.zone, now: context.now)
    let (sponsor, compared) = try database.read(for: tenant.id) { tx in
      let sponsor = try SponsorStore(tx).find(attribution.sponsor)
      return (sponsor, try AttributionViews.compare(tx, sponsor: sponsor, window: window, days: range))
    }
    let all = by == .flight ? compared.comparison.byFlight : compared.comparison.bySpot
    let rows = try chosen(all, of: sponsor)
    let listing = AttributionListings.comparison(bySpot: by == .spot)
    let totals = AttributionListings.Line.totals(of: rows)
    // Scripts add up by themselves; people get the foot of the table.
    let foot = output.chosen.isMachine || rows.count < 2 ? [] : totals
    try context.console.emit(
      listing, rows.map(AttributionListings.Line.init) + foot, output,
      meta: meta(sponsor, compared.run, range), empty: "\(sponsor.slug) has no flights")
    context.console.note(
      "from the run of \(compared.run.runAt), window \(window.days) days; "
        + "by code and by household are two views of the same orders")
  }

  private func chosen(
    _ rows: [AttributionComparison.Row], of sponsor: Sponsor
  ) throws(PodctlError) -> [AttributionComparison.Row] {
    guard let campaign else { return rows }
    let found = rows.filter { $0.flight.campaignSlug.text == campaign }
    guard found.isEmpty else { return found }
    let known = Set(rows.map(\.flight.campaignSlug.text)).sorted()
    throw PodctlError(
      .campaignNotFound, "\(sponsor.slug) has no campaign \"\(campaign)\" with flights",
      hint: Suggestion.nearest(to: campaign, among: known).map { "did you mean \"\($0)\"?" },
      commands: ["podctl campaign list"], context: [.init("campaign", campaign)])
  }

  private func meta(
    _ sponsor: Sponsor, _ run: PodctlCore.AttributionRun, _ days: ClosedRange<Day>?
  ) -> [FieldValue.Entry] {
    [
      .init("sponsor", .text(sponsor.slug.text)), .init("window_days", .integer(run.window.days)),
      .init("from", .day(days?.lowerBound)), .init("to", .day(days?.upperBound)), .init("run_at", .instant(run.runAt)),
    ]
  }
}
