import Foundation
import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlRender
import PodctlStore

/// A bucket that tenants share.
extension PodcastIngest {
  /// One tenant's part of one file; the tenant is nil for what nobody owns.
  private struct Part {
    var path: String
    var tenant: Tenant?
    var state: String
    var lines: Int64?
    var counted: Int64?
  }

  func takeShared(_ paths: [String], _ database: Database, _ context: CommandContext) throws {
    let tenants = try database.read { tx in try TenantStore(tx).all(withArchived: false) }
    let ingest = try SharedIngest(
      tenants, keys: { try context.listenerKeys(of: $0) }, lists: try listsOfAll(database, context),
      formats: logOptions.choice(),
      database: database, ids: context.ids, now: context.now,
      threads: ProcessInfo.processInfo.activeProcessorCount)
    let progress = context.console.beginProgress()
    var leftOut = LeftOutLogs(of: paths.count)
    let entries = try ingest.take(paths) { fault in
      try leftOut.add(fault, context)
    } each: { number, entry in
      for warning in entry.warnings { context.console.warn(warning) }
      for (tenant, part) in entry.parts {
        for warning in Self.warning(of: part, tenant) { context.console.warn(warning) }
      }
      if let lines = entry.unownedLines, lines > 0 {
        context.console.note("\(entry.path): \(lines) \(lines == 1 ? "line is" : "lines are") no tenant's")
      }
      progress.update("read \(entry.path) (\(number + 1) of \(paths.count))")
    }
    context.console.endProgress()
    context.console.note(
      CountingClaim(named: tenants.map(\.counting.name), else: .standard).line + "; lists "
        + ingest.lists.map(\.version).joined(separator: ", "))
    try context.console.emit(Self.partListing, entries.flatMap(Self.parts(of:)), output)
    let taken = entries.filter { $0.parts.contains { $0.entry.state == .taken } }.count
    context.recorder?.summary = "\(taken) of \(entries.count) shared files taken"
    context.console.success(
      "\(taken) of \(entries.count) shared \(entries.count == 1 ? "file" : "files") taken", next: [])
    try leftOut.tell()
  }

  /// The lists of each tenant: they share all but the safe list, which is the tenant's own. What is stale is said once.
  private func listsOfAll(
    _ database: Database, _ context: CommandContext
  ) throws -> (Tenant) throws -> FilterLists {
    let common = try context.countingLists(of: nil, folders: lists)
    for warning in common.warnings(for: nil) { context.console.warn(warning) }
    try common.remember(in: database)
    return { tenant in
      let own = try common.of(tenant, in: database)
      for warning in own.safeWarnings(for: tenant) { context.console.warn(warning) }
      return own.lists
    }
  }

  private static func parts(of entry: SharedIngest.Entry) -> [Part] {
    let parts = entry.parts.map { tenant, part in
      Part(
        path: entry.path, tenant: tenant, state: part.state.rawValue, lines: part.file.lines,
        counted: part.reasons.first { $0.reason == .counted }?.lines ?? (part.state == .taken ? 0 : nil))
    }
    let rest = entry.unownedLines.map { lines in
      [Part(path: entry.path, tenant: nil, state: "nobody's", lines: lines, counted: nil)]
    }
    return parts + (rest ?? [])
  }

  private static let partListing = Listing<Part>(
    schema: "podctl.podcast.ingest.shared/1",
    [
      Column("file", "File") { .text($0.path) },
      Column("tenant", "Tenant") { .text($0.tenant?.slug.text) },
      Column("state", "State") { .text($0.state) },
      Column("lines", "Lines", .trailing) { .integer($0.lines) },
      Column("counted", "Counted", .trailing) { .integer($0.counted) },
    ])
}
