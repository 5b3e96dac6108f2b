import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Takes logs into a tenant's database, each file whole or not at all, and each content once.
public final class LogIngest {
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
    public var reasons: [(reason: LineReason, lines: Int64)] = []
    /// Lines that came after their windows were closed.
    public var closed: [ClosedLines] = []
    public var warnings: [String] = []
  }

  let tenant: Tenant
  let database: Database
  let ids: any IdentifierSource
  let now: Instant
  /// How logs are read.
  private let formats: FormatChoice
  private let threads: Int
  private let keys: () throws -> ListenerKeys
  private let lists: () throws -> FilterLists
  private var made: TenantCounting?
  /// Only the tenant's own lines are taken.
  let isShared: Bool

  /// `keys` and `lists` are asked for once, when a file has to be counted.
  public init(
    tenant: Tenant, keys: @escaping () throws -> ListenerKeys, lists: @escaping () throws -> FilterLists,
    formats: FormatChoice = .detected, database: Database, ids: any IdentifierSource, now: Instant, threads: Int
  ) {
    self.tenant = tenant
    self.database = database
    self.ids = ids
    self.now = now
    self.formats = formats
    self.threads = threads
    self.keys = keys
    self.lists = lists
    isShared = false
  }

  /// One part of a shared ingest, which knows already what it counts with. Throws `recount_needed`.
  init(counting: TenantCounting, database: Database, ids: any IdentifierSource, now: Instant) throws {
    tenant = counting.tenant
    self.database = database
    self.ids = ids
    self.now = now
    threads = counting.counter.threads
    formats = counting.counter.formats
    let (keys, lists) = (counting.keys, counting.counter.lists)
    self.keys = { keys }
    self.lists = { lists }
    made = counting
    isShared = true
    try requireSameRules()
  }

  /// The lists that were counted with; nil when nothing had to be counted.
  public var listsInUse: FilterLists? { made?.counter.lists }

  /// Reads the tenant's episodes, its keys and the lists, the first time; throws `nothing_measured` or
  /// `recount_needed`.
  func counting(again: Bool = false) throws -> TenantCounting {
    if let made { return made }
    if !again { try requireSameRules() }
    let counting = try TenantCounting(
      tenant, keys: keys(), lists: lists(), formats: formats, database: database, threads: threads)
    made = counting
    return counting
  }

  /// What was counted by other windows, or in another zone, cannot be joined with what is counted now.
  private func requireSameRules() throws {
    let others = try database.read(for: tenant.id) { tx in
      let settled = try DayClosing(tenant: tenant).settled(tx, now: now)
      return try IngestedFileStore(tx).countedOtherwise(than: tenant.counting, zone: tenant.zone)
        .filter { tenant.touches($0, otherThan: settled) }
    }
    if let other = others.first { throw LogIngest.recountNeeded(tenant, other) }
  }

  static func recountNeeded(_ tenant: Tenant, _ other: IngestedFile) -> PodctlError {
    PodctlError(
      .recountNeeded,
      "tenant \(tenant.slug) counts by \(tenant.counting.name) in \(tenant.zone), but files of it were counted by "
        + "\(other.rules) in \(other.zone)",
      hint: "count them again first, or give the tenant its old rules back",
      commands: ["podctl podcast ingest --again --tenant \(tenant.slug)"])
  }

  /// Takes files in their order. One that lies where and as it did when it was taken is not read again; another is
  /// known by its content. The next one is counted while one is written. A log that cannot be read is handed to `leftOut`
  /// with why, and the others are taken. Without that, throws what reading and counting a log can throw, and then nothing
  /// of that file and of those after it has been stored.
  public func take(
    _ paths: [String], leftOut: ((PodctlError) throws -> Void)? = nil, each: (Int, Entry) throws -> Void = { _, _ in }
  ) throws -> [Entry] {
    let logs = try LogFile.all(paths, leftOut)
    var known = try KnownFiles(of: logs, tenant, database)
    var ahead: (number: Int, log: Ahead<TenantCounting.CountedLog>)?
    var entries: [Entry] = []
    for (number, log) in logs.enumerated() {
      let entry: Entry
      if let file = known.unchanged(log) {
        entry = Entry(path: log.path, state: .known, file: file)
      } else {
        let read: String?? = try Self.reading(leftOut) { known.isPossible(log) ? try log.sha256() : nil }
        guard let hash = read else { continue }
        if let hash, let file = try moved(log, hash) {
          entry = Entry(path: log.path, state: .known, file: file)
        } else {
          let counting = try counting()
          let early = ahead?.number == number ? ahead?.log : nil
          let taken = try Self.reading(leftOut) {
            let counted = try early?.value() ?? counting.count(log, sha256: hash)
            ahead = try next(after: number, logs, known, counting)
            return try store(counted, of: log, counting)
          }
          guard let taken else { continue }
          entry = taken
        }
        known.remember(log, as: entry.file)
      }
      entries.append(entry)
      try each(number, entry)
    }
    return entries
  }

  /// What `read` gives of one log; nil where that cannot be read and `leftOut` has been told why.
  static func reading<Value>(
    _ leftOut: ((PodctlError) throws -> Void)?, _ read: () throws -> Value
  ) throws -> Value? {
    do { return try read() } catch let fault as PodctlError where fault.isOfOneLog {
      guard let leftOut else { throw fault }
      try leftOut(fault)
      return nil
    }
  }

  /// Begins to count the next file that is surely a new one.
  private func next(
    after number: Int, _ logs: [LogFile], _ known: KnownFiles, _ counting: TenantCounting
  ) throws -> (number: Int, log: Ahead<TenantCounting.CountedLog>)? {
    let current = logs[number]
    guard
      let next = logs.indices.dropFirst(number + 1).first(where: { known.unchanged(logs[$0]) == nil }),
      !known.isPossible(logs[next]), logs[next].bytes != current.bytes
    else { return nil }
    let log = logs[next]
    return (next, Ahead { try counting.count(log, sha256: nil) })
  }

  /// What the database knows of one file, from its place or else from its content.
  func known(_ log: LogFile, hash: () throws -> String) throws -> IngestedFile? {
    let known = try KnownFiles(of: [log], tenant, database)
    if let file = known.unchanged(log) { return file }
    return known.isPossible(log) ? try moved(log, hash()) : nil
  }

  /// A file whose content was taken from another place: remembers where it lies now.
  private func moved(_ log: LogFile, _ sha256: String) throws -> IngestedFile? {
    let found = try database.read(for: tenant.id) { tx in try IngestedFileStore(tx).find(sha256: sha256) }
    guard var file = found else { return nil }
    file.path = log.path
    file.modified = log.modified
    file.inode = log.inode
    try database.write(for: tenant.id) { tx in try IngestedFileStore(tx).moved(file) }
    return file
  }
}
