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
      are cut in the tenant's counting zone. A log that cannot be read keeps no other from being taken: it is named, and \
      the exit status is 65.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var logOptions: LogOptions

  @Option(
    help: ArgumentHelp("Folder of published lists, instead of the stored ones. Repeatable.", valueName: "dir"))
  var lists: [String] = []

  @Flag(help: "Show all of the tenant's lines by reason, instead of the files.")
  var reasons = false

  @Flag(
    help: """
      Count again what was taken, after episodes, lists or rules have changed; logs are then files that were moved \
      since. Closed days stand.
      """)
  var again = false

  @Flag(help: "Read logs that tenants share: each line goes to the tenant that owns its path.")
  var allTenants = false

  @Argument(help: ArgumentHelp("CDN logs, folders of them, or patterns.", valueName: "log"))
  var logs: [String] = []

  func validate() throws {
    if logs.isEmpty, !again { throw ValidationError("name the logs to be taken") }
    if logs.contains("-") {
      throw ValidationError("ingest takes files, each of which it knows again; podctl podcast measure reads a pipe")
    }
    if allTenants, again || reasons || tenant.tenant != nil {
      throw ValidationError("--all-tenants goes without --tenant, --again and --reasons")
    }
  }

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let paths = try logs.isEmpty ? [] : logOptions.inputs(logs, in: context).paths
    if allTenants { return try takeShared(paths, database, context) }
    let tenant = try context.tenant(self.tenant)
    let ingest = LogIngest(
      tenant: tenant, keys: { try context.listenerKeys(of: tenant) },
      lists: { try listsOf(tenant, database, context) }, formats: try logOptions.choice(), database: database,
      ids: context.ids, now: context.now,
      threads: ProcessInfo.processInfo.activeProcessorCount)
    if again { return try recount(ingest, paths, tenant, database, context) }
    let progress = context.console.beginProgress()
    if let first = paths.first { progress.update("reading \(first) (1 of \(paths.count))") }
    var leftOut = LeftOutLogs(of: paths.count)
    let entries = try ingest.take(paths) { fault in
      try leftOut.add(fault, context)
    } each: { number, entry in
      for warning in entry.warnings + Self.warning(of: entry, tenant) { context.console.warn(warning) }
      if number + 1 < paths.count {
        progress.update("reading \(paths[number + 1]) (\(number + 2) of \(paths.count))")
      }
    }
    context.console.endProgress()
    let used = ingest.listsInUse.map { "; lists \($0.version): \($0.description)" } ?? ""
    context.console.note(CountingClaim(tenant.counting).line + used)
    try emit(entries, tenant, database, context)
    try leftOut.tell()
  }

  /// The lists that a tenant's logs are counted with; what is stale about them is said, and they are kept.
  func listsOf(_ tenant: Tenant, _ database: Database, _ context: CommandContext) throws -> FilterLists {
    let counting = try context.countingLists(of: tenant, folders: lists)
    for warning in counting.warnings(for: tenant) { context.console.warn(warning) }
    try counting.remember(in: database)
    return counting.lists
  }

  private func recount(
    _ ingest: LogIngest, _ paths: [String], _ tenant: Tenant, _ database: Database, _ context: CommandContext
  ) throws {
    let progress = context.console.beginProgress()
    let recount = try ingest.again(paths) { number, count, entry in
      for warning in entry.warnings { context.console.warn(warning) }
      progress.update("counted again \(entry.path) (\(number + 1) of \(count))")
    }
    context.console.endProgress()
    try emit(recount.entries, tenant, database, context)
    if recount.settled > 0 {
      context.console.note("\(recount.settled) files have lines of closed or purged days alone, whose figures stand")
    }
    let changes = recount.changes.filter { $0.provenance == .counted }
    let was = changes.reduce(0) { $0 + $1.was }
    let became = changes.reduce(0) { $0 + $1.became }
    context.console.note(
      changes.isEmpty
        ? "no figure changed"
        : "\(changes.count) daily figures changed, in sum from \(was) to \(became); "
          + "podctl podcast restatements --tenant \(tenant.slug) lists those that reports had told")
  }

  /// Late lines are never lost silently: how many, and of which days.
  static func warning(of entry: LogIngest.Entry, _ tenant: Tenant) -> [String] {
    guard let first = entry.closed.first?.key.day, let last = entry.closed.last?.key.day else { return [] }
    let lines = entry.closed.reduce(0) { $0 + $1.lines }
    let days = first == last ? "of \(first)" : "of days from \(first) to \(last)"
    return [
      "\(entry.path): \(lines) \(lines == 1 ? "line" : "lines") \(days) came after the windows had closed; "
        + "podctl podcast closed --tenant \(tenant.slug) lists them"
    ]
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
