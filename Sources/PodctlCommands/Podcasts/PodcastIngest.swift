import ArgumentParser
import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlRender
import PodctlStore

/// Counts logs into the database.
struct PodcastIngest: PodctlCommand {
  static let example = "podctl podcast ingest --tenant harbour-network access.log"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "ingest", abstract: "Count CDN logs into a tenant's database.",
    discussion: """
      Each file is taken whole or not at all, and each content once: giving a file again changes nothing, whatever its \
      name. Files may come in any order, late, split or overlapping; the counts are those of all lines together. Days \
      are cut in the tenant's counting zone.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption

  @Option(
    help: ArgumentHelp("Folder of published lists, in place of the stored ones; repeat for several.", valueName: "dir"))
  var lists: [String] = []

  @Flag(help: "Print the reason ledger of all of the tenant's lines instead of the files.")
  var reasons = false

  @Argument(help: ArgumentHelp("CDN logs, plain or gzip.", valueName: "log"))
  var logs: [String]

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(self.tenant)
    let counting = try context.countingLists(of: tenant, folders: lists)
    let filters = counting.lists
    for warning in counting.warnings(for: tenant) { context.console.warn(warning) }
    try counting.remember(in: database)
    let ingest = try LogIngest(
      tenant: tenant, keys: context.listenerKeys(of: tenant), lists: filters, database: database,
      ids: context.ids, now: context.now, threads: ProcessInfo.processInfo.activeProcessorCount)
    context.console.note("PTMG 2.3 rules applied; not certified; lists \(filters.version): \(filters.description)")
    let progress = context.console.beginProgress()
    var entries: [LogIngest.Entry] = []
    for (number, path) in logs.enumerated() {
      progress.update("reading \(path) (\(number + 1) of \(logs.count))")
      let entry = try ingest.take(path)
      for warning in entry.warnings { context.console.warn(warning) }
      entries.append(entry)
    }
    context.console.endProgress()
    try emit(entries, tenant, database, context)
  }

  private func emit(
    _ entries: [LogIngest.Entry], _ tenant: Tenant, _ database: Database, _ context: CommandContext
  ) throws {
    let taken = entries.filter { $0.state == .taken }
    if reasons {
      let ledger = try database.read(for: tenant.id) { tx in try ReasonLedger.of(tx) }
      try context.console.emit(Self.ledgerListing, ledger, output)
    } else {
      try context.console.emit(Self.listing, entries, output)
    }
    let lines = taken.reduce(Int64(0)) { $0 + $1.file.lines }
    context.recorder?.summary = "\(taken.count) of \(entries.count) files taken, \(lines) lines"
    context.console.success(
      "\(taken.count) of \(entries.count) \(entries.count == 1 ? "file" : "files") taken, \(lines) lines",
      next: ["podctl campaign pacing --tenant \(tenant.slug)"])
  }

  private static let ledgerListing = Listing<ReasonLedger.Row>(
    schema: "podctl.podcast.reasons/1",
    [
      Column("reason", "Reason") { .text($0.reason) },
      Column("lines", "Lines", .trailing) { .integer($0.lines) },
    ])

  private static let listing = Listing<LogIngest.Entry>(
    schema: "podctl.podcast.ingest/1",
    [
      Column("file", "File") { .text($0.path) },
      Column("state", "State") { .text($0.state.rawValue) },
      Column("lines", "Lines", .trailing) { .integer($0.file.lines) },
      Column("counted", "Counted", .trailing) { entry in
        .integer(entry.reasons.first { $0.reason == .counted }?.lines ?? (entry.state == .taken ? 0 : nil))
      },
      Column("first_at", "First line") { .instant($0.file.firstAt) },
      Column("last_at", "Last line") { .instant($0.file.lastAt) },
      Column("format", "Format", inTable: false) { .text($0.file.format) },
      Column("sha256", "SHA-256", inTable: false) { .text($0.file.sha256) },
      Column("list_version", "Lists", inTable: false) { .text($0.file.listVersion) },
      Column("file_id", "Id", inTable: false) { .text($0.file.id.description) },
    ])
}
