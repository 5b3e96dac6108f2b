import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Takes the logs of a bucket that tenants share: each line goes to the tenant that owns its path, and is judged by that
/// tenant's rules, zone and lists. A file is read once, and each tenant's part of it is stored on its own, whole or not
/// at all, so that a run that was stopped can be run again.
public final class SharedIngest {
  /// What became of one file.
  public struct Entry: Sendable {
    public var path: String
    /// Lines that no tenant owns; nil when the file was not read, since all had taken it.
    public var unownedLines: Int64?
    /// Each tenant's part, by slug.
    public var parts: [(tenant: Tenant, entry: LogIngest.Entry)]
    public var warnings: [String] = []
  }

  private let database: Database
  private let ids: any IdentifierSource
  private let now: Instant
  /// By the owner's number.
  private let members: [TenantCounting]
  private let counter: SharedCounter
  /// The lists that are counted with, by version: tenants' safe lists make them differ.
  public let lists: [FilterLists]

  /// Reads the episodes of all tenants; those without any take no part. Throws `path_taken` when two tenants own one
  /// path on one host, `nothing_measured`, and what reading a tenant's secret throws.
  public init(
    _ tenants: [Tenant], keys: (Tenant) throws -> ListenerKeys, lists: (Tenant) throws -> FilterLists,
    formats: FormatChoice = .detected, database: Database, ids: any IdentifierSource, now: Instant, threads: Int
  ) throws {
    self.database = database
    self.ids = ids
    self.now = now
    members = try tenants.sorted { $0.slug < $1.slug }.compactMap { tenant in
      let known = try database.read(for: tenant.id) { tx in try KnownEpisodes(tx) }
      guard !known.paths.isEmpty else { return nil }
      return try TenantCounting(
        tenant, known, keys: keys(tenant), lists: lists(tenant), formats: formats, threads: threads, isShared: true)
    }
    guard !members.isEmpty else {
      throw PodctlError(
        .nothingMeasured, "no tenant has an episode whose downloads could be counted",
        hint: "add podcasts first", commands: ["podctl podcast add --tenant SLUG --feed URL"])
    }
    counter = try SharedCounter(members.map { LogOwner($0.tenant.slug.text, $0.counter) })
    let versions = Dictionary(members.map { ($0.counter.lists.sha256, $0.counter.lists) }) { first, _ in first }
    self.lists = versions.values.sorted { $0.sha256 < $1.sha256 }
  }

  /// Takes files in their order. A log that cannot be read is handed to `leftOut` with why, and the others are taken.
  /// Throws `recount_needed`, and without `leftOut` what reading and counting a log can throw.
  public func take(
    _ paths: [String], leftOut: ((PodctlError) throws -> Void)? = nil, each: (Int, Entry) throws -> Void = { _, _ in }
  ) throws -> [Entry] {
    let logs = try LogFile.all(paths, leftOut)
    let ingests = try members.map { try LogIngest(counting: $0, database: database, ids: ids, now: now) }
    var entries: [Entry] = []
    for (number, log) in logs.enumerated() {
      guard let entry = try LogIngest.reading(leftOut, { try take(log, ingests) }) else { continue }
      entries.append(entry)
      try each(number, entry)
    }
    return entries
  }

  private func take(_ log: LogFile, _ ingests: [LogIngest]) throws -> Entry {
    var entry = Entry(path: log.path, unownedLines: nil, parts: [])
    var hash: String?
    var missing: Set<Int> = []
    for (number, member) in members.enumerated() {
      if let file = try ingests[number].known(log, hash: { try Self.hash(of: log, &hash) }) {
        entry.parts.append((member.tenant, LogIngest.Entry(path: log.path, state: .known, file: file)))
      } else {
        missing.insert(number)
      }
    }
    guard !missing.isEmpty else { return entry }
    let shares = try counter.count(.file(log.path), for: missing)
    let content = ContentHash(of: log, known: hash)
    entry.unownedLines = shares.unownedLines
    entry.warnings = shares.warnings
    for number in missing.sorted() {
      guard let count = shares.counts[number] else { continue }
      let counted = TenantCounting.CountedLog(count: count, content: content)
      entry.parts.append((members[number].tenant, try ingests[number].store(counted, of: log, members[number])))
    }
    entry.parts.sort { $0.tenant.slug < $1.tenant.slug }
    return entry
  }

  private static func hash(of log: LogFile, _ known: inout String?) throws -> String {
    if let known { return known }
    let hash = try log.sha256()
    known = hash
    return hash
  }
}
