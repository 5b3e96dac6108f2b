import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Takes the logs of a bucket that tenants share: each line goes to the tenant that owns its path. A file is read once
/// for all tenants that count alike, and each tenant's part of it is stored on its own, whole or not at all, so that a
/// run that was stopped can be run again.
public final class SharedIngest {
  /// What became of one file.
  public struct Entry: Sendable {
    public var path: String
    /// Lines that no tenant owns; nil when the file was not read, since all had taken it.
    public var nobodys: Int64?
    /// Each tenant's part, by slug.
    public var parts: [(tenant: Tenant, entry: LogIngest.Entry)]
  }

  private let database: Database
  private let ids: any IdentifierSource
  private let now: Instant
  private let groups: [Group]
  public let lists: FilterLists

  /// Tenants that one reading serves.
  private struct Group {
    var members: [TenantCounting]
  }

  private struct Likeness: Hashable {
    var rules: CountingRules
    var zone: String
  }

  /// Reads the episodes of all tenants; those without any take no part. Throws `path_taken` when two tenants own one
  /// path, `recount_needed`, and what reading a tenant's secret throws.
  public init(
    _ tenants: [Tenant], keys: (Tenant) throws -> ListenerKeys, lists: FilterLists, formats: FormatChoice,
    database: Database, ids: any IdentifierSource, now: Instant, threads: Int
  ) throws {
    self.database = database
    self.ids = ids
    self.now = now
    self.lists = lists
    var known: [(tenant: Tenant, episodes: KnownEpisodes)] = []
    for tenant in tenants.sorted(by: { $0.slug < $1.slug }) {
      let episodes = try database.read(for: tenant.id) { tx in try KnownEpisodes(tx) }
      if !episodes.paths.isEmpty { known.append((tenant, episodes)) }
    }
    guard !known.isEmpty else {
      throw PodctlError(
        .nothingMeasured, "no tenant has an episode whose downloads could be counted",
        hint: "add podcasts first", commands: ["podctl podcast add --tenant SLUG --feed URL"])
    }
    try Self.requireOneOwner(known)
    var alike: [Likeness: [(tenant: Tenant, episodes: KnownEpisodes)]] = [:]
    for entry in known {
      alike[Likeness(rules: entry.tenant.counting, zone: entry.tenant.zone.identifier), default: []].append(entry)
    }
    groups = try alike.values.sorted { $0[0].tenant.slug < $1[0].tenant.slug }.map { members in
      try Self.group(members, keys, lists, formats, threads)
    }
  }

  private static func requireOneOwner(_ known: [(tenant: Tenant, episodes: KnownEpisodes)]) throws {
    var owners: [String: Slug] = [:]
    for (tenant, episodes) in known {
      for path in episodes.paths {
        if let other = owners[path.path] {
          throw PodctlError(
            .pathTaken, "tenants \(other) and \(tenant.slug) both own the path \(path.path)",
            hint: "a line of a shared log can go to one tenant only: take these two tenants' logs apart, each with "
              + "--tenant", context: [.init("path", path.path)])
        }
        owners[path.path] = tenant.slug
      }
    }
  }

  private static func group(
    _ members: [(tenant: Tenant, episodes: KnownEpisodes)], _ keys: (Tenant) throws -> ListenerKeys,
    _ lists: FilterLists, _ formats: FormatChoice, _ threads: Int
  ) throws -> Group {
    var all: [Identifier<Episode>] = []
    var names: [String] = []
    var paths: [MeasuredPath] = []
    var owners: [Int] = []
    for (number, (tenant, known)) in members.enumerated() {
      paths += known.measured(from: all.count)
      names += known.episodes.map { "\(tenant.slug)/\($0.guid)" }
      owners += Array(repeating: number, count: known.episodes.count)
      all += known.episodes.map(\.id)
    }
    let first = members[0].tenant
    var counter = DownloadCounter(
      try EpisodeCatalogue(episodes: names, paths: paths, owners: owners), lists: lists, rules: first.counting,
      zone: first.zone, threads: threads, keepsListeners: true)
    counter.formats = formats
    return Group(
      members: try members.enumerated().map { number, member in
        TenantCounting(
          member.tenant, member.episodes, keys: try keys(member.tenant), counter: counter, all: all, owner: number,
          owners: owners)
      })
  }

  /// Takes files in their order.
  public func take(_ paths: [String], each: (Int, Entry) throws -> Void = { _, _ in }) throws -> [Entry] {
    let logs = try paths.map { try LogFile(path: $0) }
    var entries: [Entry] = []
    for (number, log) in logs.enumerated() {
      let entry = try take(log)
      entries.append(entry)
      try each(number, entry)
    }
    return entries
  }

  private func take(_ log: LogFile) throws -> Entry {
    var entry = Entry(path: log.path, nobodys: nil, parts: [])
    var hash: String?
    var unknown: Int64?
    var owned: Int64 = 0
    for group in groups {
      let ingests = try group.members.map { counting in
        try LogIngest(counting: counting, database: database, ids: ids, now: now)
      }
      var missing: [(ingest: LogIngest, counting: TenantCounting)] = []
      for (ingest, counting) in zip(ingests, group.members) {
        if let file = try ingest.known(log, hash: { try Self.hash(of: log, &hash) }) {
          entry.parts.append((counting.tenant, LogIngest.Entry(path: log.path, state: .known, file: file)))
        } else {
          missing.append((ingest, counting))
        }
      }
      guard let counting = missing.first?.counting else { continue }
      let counted = try counting.count(log, sha256: Self.hash(of: log, &hash))
      let lines = counted.count.ledger.total
      let ours = counted.count.ledgers.reduce(0) { $0 + $1.total }
      unknown = unknown ?? lines
      owned += ours
      for (ingest, counting) in missing {
        entry.parts.append((counting.tenant, try ingest.store(counted, of: log, counting)))
      }
    }
    entry.parts.sort { $0.tenant.slug < $1.tenant.slug }
    let isWhole = entry.parts.allSatisfy { $0.entry.state == .taken }
    entry.nobodys = isWhole ? unknown.map { $0 - owned } : nil
    return entry
  }

  private static func hash(of log: LogFile, _ known: inout String?) throws -> String {
    if let known { return known }
    let hash = try log.sha256()
    known = hash
    return hash
  }
}
