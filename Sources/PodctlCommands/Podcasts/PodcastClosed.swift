import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists the lines that came after their windows were closed.
struct PodcastClosed: PodctlCommand {
  static let example = "podctl podcast closed --tenant harbour-network --since 2026-06-01"
  static let configuration = CommandConfiguration(
    commandName: "closed", abstract: "List log lines that arrived after their windows closed.",
    discussion: """
      A day's windows close a number of days (45, a setting of the tenant) after the later of their end and the day's \
      first ingest. Lines that come later are counted under the reason "closed", and their downloads are not: the day's \
      figures stand.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption

  @Option(help: ArgumentHelp("Show only lines from this day on.", valueName: "day"))
  var since: String?

  func run(in context: CommandContext) throws {
    let since = try since.map { try Day(typed: $0, for: "--since") }
    let database = try context.database()
    let tenant = try context.tenant(self.tenant)
    let rows = try database.read(for: tenant.id) { tx in try ClosedLineStore(tx).list(since: since) }
    try context.console.emit(Self.listing, rows, output, empty: "no line came after its window had closed")
  }

  private static let listing = Listing<ClosedLineStore.Row>(
    schema: "podctl.podcast.closed/1",
    [
      Column("day", "Day") { .day($0.day) },
      Column("podcast", "Podcast") { .text($0.podcast) },
      Column("episode", "Episode") { .text($0.episode) },
      Column("lines", "Lines", .trailing) { .integer($0.lines) },
      Column("file", "File") { .text($0.file) },
      Column("ingested_at", "Ingested") { .instant($0.ingestedAt) },
    ])
}
