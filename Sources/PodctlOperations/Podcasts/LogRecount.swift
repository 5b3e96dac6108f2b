import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Counts a tenant's files again, after its episodes, lists or rules have changed: what is stored of days whose windows
/// are open is replaced, in one transaction.
extension LogIngest {
  /// What a recount came to.
  public struct Recount: Sendable {
    /// The files that were read again.
    public var entries: [Entry]
    /// Files all of whose days are closed or purged; their figures stand.
    public var settled: Int
    /// Daily figures that are others now.
    public var changes: [FigureChange]
  }

  /// Reads the recorded files from where they lie, or from `paths` those that have been moved there. Throws
  /// `file_not_found` or `content_changed` for a file that is not there as it was taken, and then nothing has changed.
  public func again(_ paths: [String], each: (Int, Int, Entry) throws -> Void = { _, _, _ in }) throws -> Recount {
    let counting = try counting(again: true)
    let sharing = try SharedRecount(counting, database)
    return try database.write(for: tenant.id) { tx in
      let files = IngestedFileStore(tx)
      try files.lock()
      try counting.keys.requireCurrent(tx)
      let settled = try settle(tx)
      let all = try files.all()
      let wanted = all.filter { tenant.touches($0, otherThan: settled) }
      let places = try RecordedPlaces(of: wanted, all: all, movedTo: paths).logs
      let facts = RecountStore(tx)
      var touched = Set(try facts.clearOpenDays())
      var entries: [Entry] = []
      for (number, (file, log)) in zip(wanted, places).enumerated() {
        let counting = try counting.reading(as: file)
        let count = try file.isShared ? sharing.count(log, counting) : counting.counter.count([.file(log.path)])
        let counted = TenantCounting.CountedLog(count: count, content: .known(file.sha256))
        let entry = try recount(file, counted, of: log, counting, tx, settled, &touched)
        entries.append(entry)
        try each(number, wanted.count, entry)
      }
      let changes = try FileAddition.rollUp(
        FileAddition.Outcome(touched: touched), counting, tx, settled: settled, now: now)
      try balance(entries, tx, settled)
      try RestatementStore(tx).record(changes, cause: .recount, file: nil, now: now)
      return Recount(entries: entries, settled: all.count - wanted.count, changes: changes)
    }
  }

  private func recount(
    _ old: IngestedFile, _ counted: TenantCounting.CountedLog, of log: LogFile, _ counting: TenantCounting,
    _ tx: TenantTransaction, _ settled: Set<Day>, _ touched: inout Set<EpisodeDay>
  ) throws -> Entry {
    let files = IngestedFileStore(tx)
    let added = try FileAddition(count: counted.count, counting: counting, settled: settled, now: now).add(in: tx)
    touched.formUnion(added.touched)
    var file = try file(counted, of: log, counting)
    file.id = old.id
    file.ingestedAt = old.ingestedAt
    file.isShared = old.isShared
    // Lines of closed days are where they were: among the facts of those days, or among the late ones.
    let late = try files.lines(of: old.id, reason: LineReason.closed.rawValue)
    let reasons = added.reasons.filter { $0.reason != .closed } + (late > 0 ? [(.closed, late)] : [])
    try files.recount(file, reasons: reasons.map { ($0.reason.rawValue, $0.lines) })
    return Entry(path: log.path, state: .taken, file: file, reasons: reasons, warnings: counted.count.warnings)
  }

  /// A file with lines on a closed day and on an open one was judged by today's lists as a whole, while the closed day
  /// stands as it was counted. The lines between the two judgements go to that file, so that the ledger still sums to
  /// the lines: what today's lists would keep is `closed`, and what they would drop is not dropped.
  private func balance(_ entries: [Entry], _ tx: TenantTransaction, _ settled: Set<Day>) throws {
    let files = IngestedFileStore(tx)
    let ledger = try ReasonLedger.of(tx).reduce(0) { $0 + $1.lines }
    var missing = try files.allLines() - ledger
    guard missing != 0 else { return }
    for entry in entries where !settled.isDisjoint(with: tenant.days(of: entry.file)) {
      missing -= try files.shift(missing, in: entry.file.id)
      if missing == 0 { return }
    }
    throw PodctlError(
      .internalFault, "the recount does not sum to the files' lines: \(missing) are missing; nothing was changed")
  }
}

extension Tenant {
  /// The days of the counting zone from a file's first line to its last.
  func days(of file: IngestedFile) -> Set<Day> {
    guard let first = file.firstAt, let last = file.lastAt else { return [] }
    return Set(stride(from: zone.day(of: first), through: zone.day(of: last), by: 1))
  }

  /// Whether a file may have lines of other days than those whose figures stand.
  func touches(_ file: IngestedFile, otherThan settled: Set<Day>) -> Bool {
    !days(of: file).isSubset(of: settled)
  }
}

/// Where recorded files lie now.
private struct RecordedPlaces {
  /// In the order of the files that were asked for.
  private(set) var logs: [LogFile] = []

  init(of wanted: [IngestedFile], all: [IngestedFile], movedTo paths: [String]) throws {
    let known = Dictionary(all.map { ($0.sha256, $0) }, uniquingKeysWith: { first, _ in first })
    var moved: [String: LogFile] = [:]
    for path in paths {
      let log = try LogFile(path: path)
      let hash = try log.sha256()
      guard known[hash] != nil else {
        throw PodctlError(
          .contentChanged, "\(path) is not a file that was taken",
          hint: "--again takes files that were moved; take a new one without it", context: [.init("path", path)])
      }
      moved[hash] = log
    }
    for file in wanted { logs.append(try moved[file.sha256] ?? Self.inPlace(file)) }
  }

  private static func inPlace(_ file: IngestedFile) throws(PodctlError) -> LogFile {
    let log: LogFile
    do throws(PodctlError) {
      log = try LogFile(path: file.path)
    } catch {
      throw PodctlError(
        error.code, "\(file.path) was taken and cannot be read again: \(error.message)",
        hint: "bring it back, or name where it lies now: podctl podcast ingest --again PATH",
        context: [.init("path", file.path), .init("sha256", file.sha256)])
    }
    let isUntouched = log.bytes == file.bytes && log.modified == file.modified && log.inode == file.inode
    var isSame = isUntouched
    if !isSame, log.bytes == file.bytes { isSame = try log.sha256() == file.sha256 }
    guard isSame else {
      throw PodctlError(
        .contentChanged, "\(file.path) is not what it was when it was taken",
        hint: "name where the file of then lies now: podctl podcast ingest --again PATH",
        context: [.init("path", file.path), .init("sha256", file.sha256)])
    }
    return log
  }
}
