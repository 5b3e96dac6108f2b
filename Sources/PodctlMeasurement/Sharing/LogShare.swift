/// What was found of the lines of one of several who share a log.
struct LogShare: Sendable {
  /// Lines that the filters dropped, by reason.
  var ledger = LineLedger()
  /// Lines that passed all filters, or of which nobody asked what becomes of them.
  var others: Int64 = 0

  mutating func add(_ other: LogShare) {
    ledger.add(other.ledger)
    others += other.others
  }

  var lines: Int64 { ledger.total + others }
}
