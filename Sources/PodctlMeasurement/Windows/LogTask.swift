/// A share of the work: a whole log, or the lines that start in a range of a plain file.
struct LogTask: Sendable {
  var source: Int
  var range: Range<Int>?
  /// The format found at the file's start, for a range that begins further on.
  var format: LogFormat?
}

/// What one task found.
struct TaskFinding: Sendable {
  var ledger = LineLedger()
  /// Where several share a log, what was found of each one's lines.
  var shares: [LogShare] = []
  /// Lines that passed all filters: their reasons are known when all is read.
  var survivors: Int64 = 0
  /// Seconds since 1970 of the earliest and latest readable line.
  var first: Int64 = .max
  var last: Int64 = .min
  /// Lines whose address looks as if it had been cut off for privacy.
  var anonymised: Int64 = 0
  /// Lines that cannot be read because they hold no request: what a server notes of a connection that said nothing.
  var withoutRequest: Int64 = 0
  var isEmpty = false
  var format: String?
  /// A later `#Fields` line changed the columns: such a file cannot be read in ranges.
  var columnsChanged = false

  mutating func add(_ other: TaskFinding) {
    ledger.add(other.ledger)
    if shares.isEmpty { shares = other.shares.map { _ in LogShare() } }
    for (number, share) in other.shares.enumerated() { shares[number].add(share) }
    survivors += other.survivors
    anonymised += other.anonymised
    withoutRequest += other.withoutRequest
    first = min(first, other.first)
    last = max(last, other.last)
    isEmpty = isEmpty || other.isEmpty
    format = format ?? other.format
    columnsChanged = columnsChanged || other.columnsChanged
  }

  @inline(__always)
  mutating func add(time: Int64) {
    first = min(first, time)
    last = max(last, time)
  }

  var lines: Int64 { ledger.total + survivors }
}
