import PodctlCore
import PodctlDigest
import PodctlMeasurement
import PodctlStore

/// Takes logs into a tenant's database, each file whole or not at all, and each content once.
public struct LogIngest {
  public enum State: String, Sendable {
    /// Counted and stored now.
    case taken
    /// Taken before; nothing was changed.
    case known
  }

  /// What became of one file.
  public struct Entry: Sendable {
    public var path: String
    public var state: State
    public var file: IngestedFile
    /// Lines by reason as this file alone was counted; empty for a file that was known.
    public var reasons: [(reason: LineReason, lines: Int64)]
    public var warnings: [String]
  }

  /// The rules that files are counted by, as they are stored with each.
  public static let rules = "iab-2.3/calendar"

  private let tenant: Tenant
  private let database: Database
  private let counter: DownloadCounter
  private let episodes: [Identifier<Episode>]
  private let numbers: [Identifier<Episode>: Int]
  private let keys: ListenerKeys
  private let ids: any IdentifierSource
  private let now: Instant

  /// Reads the tenant's episodes and paths; throws `nothing_measured` when there are none.
  public init(
    tenant: Tenant, keys: ListenerKeys, lists: FilterLists, database: Database, ids: any IdentifierSource,
    now: Instant, threads: Int
  ) throws {
    self.tenant = tenant
    self.database = database
    self.ids = ids
    self.now = now
    self.keys = keys
    let (known, paths) = try database.read(for: tenant.id) { tx in
      (try EpisodeStore(tx).list(of: nil), try EpisodeStore(tx).paths(of: nil))
    }
    guard !paths.isEmpty else {
      throw PodctlError(
        .nothingMeasured, "tenant \(tenant.slug) has no episode whose downloads could be counted",
        hint: "add its podcasts first", commands: ["podctl podcast add --tenant \(tenant.slug) --feed URL"])
    }
    episodes = known.map(\.id)
    let numbers = Dictionary(uniqueKeysWithValues: known.enumerated().map { ($1.id, $0) })
    self.numbers = numbers
    let measured = paths.compactMap { path -> MeasuredPath? in
      guard let number = numbers[path.episode] else { return nil }
      let episode = known[number]
      return MeasuredPath(
        path: path.path, episode: number, bytes: path.bytes, seconds: episode.durationSeconds, kbps: episode.kbps,
        headerBytes: episode.headerBytes)
    }
    counter = DownloadCounter(
      try EpisodeCatalogue(episodes: known.map(\.guid), paths: measured), lists: lists, zone: tenant.zone,
      threads: threads, keepsListeners: true)
  }

  /// Takes one file. A file that lies where and as it did when it was taken is not read again; another is known by its
  /// content. Throws what reading and counting a log can throw, and then nothing of the file has been stored.
  public func take(_ path: String) throws -> Entry {
    let log = try LogFile(path: path)
    let unchanged = try database.read(for: tenant.id) { tx in
      try IngestedFileStore(tx).find(path: log.path, bytes: log.bytes, modified: log.modified, inode: log.inode)
    }
    if let unchanged { return entry(path, known: unchanged) }
    let content = try log.sha256()
    if let taken = try database.read(for: tenant.id, { tx in try IngestedFileStore(tx).find(sha256: content) }) {
      try database.write(for: tenant.id) { tx in
        try IngestedFileStore(tx).moved(taken.id, path: log.path, modified: log.modified, inode: log.inode)
      }
      return entry(path, known: taken)
    }
    return try store(try counter.count([.file(path)]), of: log, content: content)
  }

  private func entry(_ path: String, known file: IngestedFile) -> Entry {
    Entry(path: path, state: .known, file: file, reasons: [], warnings: [])
  }

  private func store(_ count: DownloadCount, of log: LogFile, content: String) throws -> Entry {
    let summary = count.logs.first
    let file = IngestedFile(
      id: ids.next(IngestedFile.self), path: log.path, bytes: log.bytes, modified: log.modified, inode: log.inode,
      sha256: content, format: summary?.format ?? "empty", lines: summary?.lines ?? 0, firstAt: summary?.first,
      lastAt: summary?.last, rules: Self.rules, listVersion: counter.lists.version,
      zone: tenant.zone.identifier, ingestedAt: now)
    return try database.write(for: tenant.id) { tx in
      let files = IngestedFileStore(tx)
      try files.lock()
      try keys.requireCurrent(tx)
      // Another podctl may have taken the same content while this one was counting.
      if let taken = try files.find(sha256: content) { return entry(log.path, known: taken) }
      try DownloadStore(tx).add(
        groups: { each in try count.forEachGroup { try each(try stored($0)) } }, now: now,
        merge: { group, stored, added in try merged(group, stored, added) })
      try files.insert(file, reasons: count.ledger.rows.map { ($0.reason.rawValue, $0.lines) })
      return Entry(
        path: log.path, state: .taken, file: file, reasons: count.ledger.rows, warnings: count.warnings)
    }
  }

  /// A group as it is stored: with hashes keyed by the day's secret in the place of address and agent.
  private func stored(_ group: ListenerGroup) throws -> CountedGroup {
    let hashing = try keys.hashing(on: group.day)
    return CountedGroup(
      day: group.day, episode: episodes[group.episode], listener: hashing.code(for: group.listenerMessage),
      household: hashing.code(for: group.address), at: group.first, lines: group.lines,
      isDownload: group.isReached, state: group.state, app: group.app)
  }

  /// The union of what two files cover; nil when together they reach the threshold.
  private func merged(_ group: CountedGroup, _ stored: [UInt8], _ added: [UInt8]) throws -> [UInt8]? {
    var coverage = try Coverage(state: stored)
    coverage.merge(try Coverage(state: added))
    guard let number = numbers[group.episode] else { return coverage.state }
    return counter.catalogue.isReached(coverage, episode: number) ? nil : coverage.state
  }
}
