import PodctlCore
import PodctlMeasurement
import PodctlStore

extension LogIngest {
  /// Stores what a file was counted to, in one transaction.
  func store(_ counted: TenantCounting.CountedLog, of log: LogFile, _ counting: TenantCounting) throws -> Entry {
    try database.write(for: tenant.id) { tx in
      let files = IngestedFileStore(tx)
      try files.lock()
      try counting.keys.requireCurrent(tx)
      // Another podctl may have taken the same content while this one was counting. The hash is waited for only where a
      // file of this size is there: else it is made while the groups are written.
      if try !files.taken(sizes: [log.bytes]).isEmpty,
        let taken = try files.find(sha256: counted.content.value())
      {
        return Entry(path: log.path, state: .known, file: taken)
      }
      let settled = try settle(tx)
      let addition = FileAddition(count: counted.count, counting: counting, settled: settled, now: now)
      let added = try addition.add(in: tx)
      let changes = try FileAddition.rollUp(added, counting, tx, settled: settled, now: now)
      let file = try file(counted, of: log, counting)
      try files.insert(file, reasons: added.reasons.map { ($0.reason.rawValue, $0.lines) })
      try ClosedLineStore(tx).insert(added.closed, of: file.id)
      try RestatementStore(tx).record(changes, cause: .file, file: file.id, now: now)
      return Entry(
        path: log.path, state: .taken, file: file, reasons: added.reasons, closed: added.closed,
        warnings: counted.count.warnings)
    }
  }

  func settle(_ tx: TenantTransaction) throws -> Set<Day> { try DayClosing(tenant: tenant).settle(tx, now: now) }

  func file(_ counted: TenantCounting.CountedLog, of log: LogFile, _ counting: TenantCounting) throws -> IngestedFile {
    let summary = counted.count.logs.first
    var file = try IngestedFile(
      id: ids.next(IngestedFile.self), path: log.path, bytes: log.bytes, modified: log.modified, inode: log.inode,
      sha256: counted.content.value(), format: summary?.format ?? "empty", lines: counted.count.ledger.total,
      firstAt: summary?.first, lastAt: summary?.last, rules: tenant.counting.name,
      listVersion: counting.counter.lists.version, zone: tenant.zone.identifier, ingestedAt: now,
      catalogue: counting.history.sha256(through: summary?.last))
    file.saidFormat = SaidFormat(counting.counter.formats)
    file.isShared = isShared
    return file
  }
}

extension TenantCounting {
  /// The most downloads of an address on a day; nil for no limit.
  var limit: Int? { counter.rules.volumeLimit }

  var isRolling: Bool { counter.rules.window != .calendar }

  func key(of sum: GroupSum) -> EpisodeDay { EpisodeDay(day: sum.day, episode: episodes[sum.episode]) }
}
