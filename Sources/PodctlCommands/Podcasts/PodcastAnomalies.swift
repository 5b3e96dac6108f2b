import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Looks for what is strange in the counts.
struct PodcastAnomalies: PodctlCommand {
  static let example = "podctl podcast anomalies --tenant harbour-network --from 2026-09-01 --to 2026-10-25"
  static let configuration = CommandConfiguration(
    commandName: "anomalies", abstract: "Find spikes, re-downloads, preloading players and unusual days.",
    discussion: """
      Each finding has its number, the threshold it passed and what to look at; nothing is changed. A show's days are \
      compared with its other days of the same weekday. Listeners' keys that were purged are not looked at.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Show; the default is all of the tenant's.", valueName: "show"))
  var slug: String?
  @OptionGroup var range: DayRangeOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let (found, days, claim) = try context.database().read(for: tenant.id) { tx in
      let podcast = try slug.map { try PodcastStore(tx).find($0) }
      let days = try range.days(within: try DownloadFigureStore(tx).days(of: podcast?.id))
      let found = try days.map { try AnomalySurvey.find(tx, of: podcast, tenant: tenant, days: $0) } ?? []
      return (found, days, try CountingClaim(of: tenant, in: tx))
    }
    try context.console.emit(
      Self.listing, found, output, meta: DownloadListings.meta(days, tenant, claim), empty: "nothing strange was found")
    for kind in Anomaly.Kind.allCases where found.contains(where: { $0.kind == kind }) {
      context.console.note("\(kind.rawValue): \(kind.advice)")
    }
  }

  private static let listing = Listing<Anomaly>(
    schema: "podctl.podcast.anomalies/1",
    [
      Column("day", "Day") { .day($0.day) },
      Column("kind", "Kind") { .text($0.kind.rawValue) },
      Column("show", "Show") { .text($0.show?.text) },
      Column("subject", "Subject") { .text($0.subject) },
      Column("number", "Number", .trailing) { .decimal(units: $0.number, digits: 2) },
      Column("threshold", "Threshold", .trailing) { .decimal(units: $0.threshold, digits: 2) },
      Column("unit", "Unit") { .text($0.unit) },
      Column("detail", "Detail") { .text($0.detail) },
      Column("advice", "Look at", inTable: false) { .text($0.kind.advice) },
    ])
}
