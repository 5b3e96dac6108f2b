import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Writes the description of methodology.
struct PodcastMethodology: PodctlCommand {
  static let example = "podctl podcast methodology --tenant harbour-network --format markdown"
  static let configuration = CommandConfiguration(
    commandName: "methodology", abstract: "Write the description of methodology that auditors ask for.",
    discussion: """
      The guidelines ask for it twice a year: rules, window, zone, lists with their hashes and ages, what was left out \
      and why, restatements, anomalies and retention. It is of the last half-year with counts unless --from and --to \
      say otherwise. It says what of PTMG 2.3 is applied and what is not, and that podctl is not certified.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var output: DocumentOptions
  @OptionGroup var range: DayRangeOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let lists = try context.countingLists(of: tenant, folders: [])
    let methodology = try context.database().read(for: tenant.id) { tx in
      let isAsked = range.from != nil || range.to != nil
      let days = isAsked ? try range.days(within: try DownloadFigureStore(tx).days(of: nil)) : nil
      return try MethodologySurvey.make(tx, tenant: tenant, days: days, lists: lists, now: context.now)
    }
    for stale in methodology.staleNetworks {
      context.console.warn("safe list: \(stale.network) was last validated at \(stale.validatedAt), over 90 days ago")
    }
    if let figures = output.chosen.figures {
      try context.console.emit(MethodologyListing.listing, [methodology], shape: .single, as: figures, output)
    } else {
      try context.emit(MethodologyDocument.of(methodology), output)
    }
  }
}
