import PodctlCore
import PodctlMeasurement
import PodctlStore

extension LogIngest {
  /// Stores what a file was counted to, in one transaction.
  func store(_ counted: TenantCounting.CountedLog, of log: LogFile, _ counting: TenantCounting) throws -> Entry {
    let file = file(counted, of: log, counting)
    return try database.write(for: tenant.id) { tx in
      let files = IngestedFileStore(tx)
      try files.lock()
      // Another podctl may have taken the same content while this one was counting.
      if let taken = try files.find(sha256: file.sha256) { return Entry(path: log.path, state: .known, file: taken) }
      let addition = try FileAddition(counted.count, counting, tx, settled: settle(tx), now: now)
      try addition.addGroups()
      let changes = try addition.rollUp()
      try files.insert(file, reasons: addition.reasons.map { ($0.reason.rawValue, $0.lines) })
      try ClosedLineStore(tx).insert(addition.closed, of: file.id)
      try RestatementStore(tx).record(changes, cause: .file, file: file.id, now: now)
      return Entry(
        path: log.path, state: .taken, file: file, reasons: addition.reasons, closed: addition.closed,
        warnings: counted.count.warnings)
    }
  }

  func settle(_ tx: TenantTransaction) throws -> Set<Day> { try DayClosing(tenant: tenant).settle(tx, now: now) }

  func file(_ counted: TenantCounting.CountedLog, of log: LogFile, _ counting: TenantCounting) -> IngestedFile {
    let summary = counted.count.logs.first
    return IngestedFile(
      id: ids.next(IngestedFile.self), path: log.path, bytes: log.bytes, modified: log.modified, inode: log.inode,
      sha256: counted.sha256, format: summary?.format ?? "empty", lines: summary?.lines ?? 0,
      firstAt: summary?.first, lastAt: summary?.last, rules: tenant.counting.name,
      listVersion: counting.counter.lists.version, zone: tenant.zone.identifier, ingestedAt: now,
      catalogue: counting.history.sha256(through: summary?.last))
  }
}

/// A file's groups on their way into a tenant's facts.
struct FileAddition {
  private let count: DownloadCount
  private let counting: TenantCounting
  private let tx: TenantTransaction
  private let now: Instant
  /// Pairs whose windows are open.
  private let open: [GroupSum]
  /// Lines of days whose windows are closed.
  let closed: [ClosedLines]
  /// The file's lines by reason.
  let reasons: [(reason: LineReason, lines: Int64)]
  /// Pairs that have something stored already.
  private let stored: Set<EpisodeDay>

  init(
    _ count: DownloadCount, _ counting: TenantCounting, _ tx: TenantTransaction, settled: Set<Day>, now: Instant
  ) throws {
    self.count = count
    self.counting = counting
    self.tx = tx
    self.now = now
    let sums = count.groupSums
    open = sums.filter { !settled.contains($0.day) }
    let late = sums.filter { settled.contains($0.day) }
    closed = late.map { ClosedLines(key: counting.key(of: $0), lines: $0.lines) }.sorted { $0.key < $1.key }
    reasons = Self.reasons(count.ledger, late: late)
    stored = try DownloadStore(tx).stored(of: open.map(counting.key(of:)))
  }

  /// The file's reasons, its late lines as `closed`.
  private static func reasons(_ ledger: LineLedger, late: [GroupSum]) -> [(reason: LineReason, lines: Int64)] {
    var ledger = ledger
    for sum in late {
      ledger[.counted] -= sum.downloads
      ledger[.duplicate] -= sum.downloadLines - sum.downloads
      ledger[.threshold] -= sum.lines - sum.downloadLines
      ledger[.closed] += sum.lines
    }
    return ledger.rows
  }

  func addGroups() throws {
    try CountedDayStore(tx).begin(Set(open.map(\.day)).sorted(), at: now)
    let store = DownloadStore(tx)
    try KeyedGroups(count, counting).forEachChunk(of: open) { groups in
      let fresh = groups.filter { !stored.contains($0.key) }
      if !fresh.isEmpty { try store.append(fresh) }
      if fresh.count < groups.count {
        try store.join(groups.filter { stored.contains($0.key) }) { try counting.merged($0, $1, $2) }
      }
    }
  }

  /// Brings the daily figures of the file's pairs up to date, and says which of them changed.
  func rollUp() throws -> [FigureChange] {
    var known: [EpisodeDay: Int64] = [:]
    for sum in open {
      let key = counting.key(of: sum)
      if !stored.contains(key) { known[key] = sum.downloads }
    }
    return try DownloadStore(tx).rollUp(open.map(counting.key(of:)), known: known, now: now)
  }
}

extension TenantCounting {
  func key(of sum: GroupSum) -> EpisodeDay { EpisodeDay(day: sum.day, episode: episodes[sum.episode]) }
}
