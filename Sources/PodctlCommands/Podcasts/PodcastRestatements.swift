import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists the figures that changed after a report had told them.
struct PodcastRestatements: PodctlCommand {
  static let example = "podctl podcast restatements --tenant harbour-network --since 2026-06-01"
  static let configuration = CommandConfiguration(
    commandName: "restatements", abstract: "List figures that changed after a report of their day was made.",
    discussion: """
      Late lines change the day that they belong to until its windows close, and a recount may change any. Where a \
      report of a campaign with a spot in the episode had told the day already, the change is a restatement; the next \
      report of the period gets the next revision.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption

  @Option(help: ArgumentHelp("Show only figures from this day on.", valueName: "day"))
  var since: String?

  func run(in context: CommandContext) throws {
    let since = try since.map { try Day(typed: $0, for: "--since") }
    let database = try context.database()
    let tenant = try context.tenant(self.tenant)
    let rows = try database.read(for: tenant.id) { tx in try RestatementStore(tx).list(since: since) }
    try context.console.emit(Self.listing, rows, output, empty: "no figure changed after a report had told it")
  }

  private static let listing = Listing<FigureRestatement>(
    schema: "podctl.podcast.restatements/1",
    [
      Column("day", "Day") { .day($0.day) },
      Column("podcast", "Podcast") { .text($0.podcast) },
      Column("episode", "Episode") { .text($0.episode) },
      Column("provenance", "Provenance", inTable: false) { .text($0.provenance.rawValue) },
      Column("was", "Was", .trailing) { .integer($0.was) },
      Column("became", "Became", .trailing) { .integer($0.became) },
      Column("change_percent", "Change %", .trailing) { change($0) },
      Column("changed_at", "Changed") { .instant($0.changedAt) },
      Column("cause", "Cause") { .text($0.cause.rawValue) },
      Column("file", "File") { .text($0.file) },
      Column("reports", "Reports") { .list($0.reports.map { .text(name($0)) }) },
    ])

  private static func name(_ report: FigureRestatement.Report) -> String {
    "\(report.campaign) \(report.period.lowerBound)..\(report.period.upperBound) rev \(report.revision)"
  }

  /// In percent with one decimal, rounded half away from zero; unknown where there was nothing.
  private static func change(_ row: FigureRestatement) -> FieldValue {
    guard row.was > 0 else { return .null }
    let difference = Int128(row.became - row.was) * 2000
    let half = difference < 0 ? -Int128(row.was) : Int128(row.was)
    return .decimal(units: Int64((difference + half) / (Int128(row.was) * 2)), digits: 1)
  }
}
