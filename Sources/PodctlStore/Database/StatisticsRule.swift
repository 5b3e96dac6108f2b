/// When what is known of a table's rows is worth gathering anew.
enum StatisticsRule {
  /// Who has changed fewer than these has hardly changed how tables lie, and does not look.
  static let fewestChanges: Int64 = 20
  /// Fewer rows than this are found as quickly by any plan.
  static let fewestRows: Int64 = 500

  /// `known` is how many rows there were when it was last gathered, nil for never. Twice as many, or a quarter: what is
  /// known are ratios, which a plan bears to be wrong by less; and a table that grows by the same amount each night is
  /// read for this ever more rarely.
  static func isDue(rows: Int64, known: Int64?) -> Bool {
    guard let known else { return rows >= fewestRows }
    return rows >= max(2 * known, fewestRows) || known >= fewestRows && rows <= known / 4
  }

  /// The same where the database says how many rows have come, changed and gone since.
  static func isDue(changed: Int64, known: Int64) -> Bool { changed >= max(known / 2, fewestRows) }
}
