import PodctlCore
import PodctlMeasurement
import PodctlStore

/// A file's groups on their way into a tenant's facts.
struct FileAddition {
  /// What became of a file's lines.
  struct Outcome {
    /// Episodes and days whose figures may be others now.
    var touched: Set<EpisodeDay> = []
    /// Counted downloads of those that had none before.
    var known: [EpisodeDay: Int64] = [:]
    /// Lines of windows that are closed, in order.
    var closed: [ClosedLines] = []
    /// The file's lines by reason.
    var reasons: [(reason: LineReason, lines: Int64)] = []
  }

  let count: DownloadCount
  let counting: TenantCounting
  /// Days whose figures stand.
  let settled: Set<Day>
  let now: Instant

  /// Adds what the file has of open windows.
  func add(in tx: TenantTransaction) throws -> Outcome {
    let sums = count.groupSums
    let open = sums.filter { !settled.contains($0.day) }
    var late: [EpisodeDay: Int64] = [:]
    for sum in sums where settled.contains(sum.day) { late[counting.key(of: sum), default: 0] += sum.lines }
    try CountedDayStore(tx).begin(Set(open.map(\.day)).sorted(), at: now)
    var outcome = Outcome()
    if counting.isRolling {
      try addRolling(open, tx, &outcome, &late)
    } else {
      try addCalendar(open, tx, &outcome)
    }
    outcome.closed = late.map { ClosedLines(key: $0, lines: $1) }.sorted { $0.key < $1.key }
    outcome.reasons = reasons(late: outcome.closed.reduce(0) { $0 + $1.lines })
    return outcome
  }

  private func addCalendar(_ sums: [GroupSum], _ tx: TenantTransaction, _ outcome: inout Outcome) throws {
    let store = DownloadStore(tx)
    let stored = try store.stored(of: sums.map(counting.key(of:)))
    try KeyedGroups(count, counting).forEachChunk(of: sums) { groups in
      try spare(groups, store)
      // The first file of its days has nothing to be parted from.
      let fresh = stored.isEmpty ? groups : groups.filter { !stored.contains($0.key) }
      if !fresh.isEmpty { try store.append(fresh) }
      if fresh.count < groups.count {
        try store.join(groups.filter { stored.contains($0.key) }) { try counting.merged($0, $1, $2) }
      }
    }
    for sum in sums {
      let key = counting.key(of: sum)
      outcome.touched.insert(key)
      if !stored.contains(key), !sum.hasImported { outcome.known[key] = sum.downloads }
    }
  }

  private func spare(_ groups: [CountedGroup], _ store: DownloadStore) throws {
    if counting.limit != nil { try store.spare(groups.lazy.filter(\.isSpared)) }
  }

  private func addRolling(
    _ sums: [GroupSum], _ tx: TenantTransaction, _ outcome: inout Outcome, _ late: inout [EpisodeDay: Int64]
  ) throws {
    let addition = RollingAddition(counting: counting, settled: settled)
    try KeyedGroups(count, counting).forEachChunk(of: sums) { groups in
      try spare(groups, DownloadStore(tx))
      let joined = try addition.join(groups, tx)
      outcome.touched.formUnion(joined.touched)
      late.merge(joined.late) { $0 + $1 }
    }
  }

  /// Brings the daily figures in line with what was added, and says which of them changed.
  static func rollUp(
    _ outcome: Outcome, _ counting: TenantCounting, _ tx: TenantTransaction, settled: Set<Day>, now: Instant
  ) throws -> [FigureChange] {
    let store = DownloadStore(tx)
    var touched = outcome.touched
    var known = outcome.known
    if let limit = counting.limit {
      let days = Set(touched.map(\.day)).subtracting(settled).sorted()
      let limited = try store.limitVolume(to: limit, on: days)
      touched.formUnion(limited)
      let limitedDays = Set(limited.map(\.day))
      known = known.filter { !limitedDays.contains($0.key.day) }
    }
    return try store.rollUp(touched.sorted(), known: known, now: now)
  }

  /// The file's reasons with its late lines as `closed`, wherever their windows alone would have put them.
  private func reasons(late: Int64) -> [(reason: LineReason, lines: Int64)] {
    var ledger = count.ledger
    ledger[.closed] += late
    var left = late
    for reason in [LineReason.threshold, .duplicate, .volume, .counted] {
      let taken = min(left, ledger[reason])
      ledger[reason] -= taken
      left -= taken
    }
    return ledger.rows
  }
}
