/// A moment in a runner's work on one file at which it may be killed.
struct MigrationBoundary: Comparable, Sendable {
  enum Moment: Int, Sendable {
    case before
    /// While the server is at it, which only an index built concurrently lets be seen.
    case during
    /// Done, and not yet on record.
    case after
  }

  let file: String
  /// From 0; the number of the file's statements stands for its end.
  let statement: Int
  let moment: Moment

  /// Both are of one file.
  static func < (left: MigrationBoundary, right: MigrationBoundary) -> Bool {
    (left.statement, left.moment.rawValue) < (right.statement, right.moment.rawValue)
  }
}

extension MigrationRunner {
  /// Tells whoever kills this runner for a trial where it is.
  func reach(_ file: MigrationFile, _ statement: Int, _ moment: MigrationBoundary.Moment, _ sql: ScriptStatement? = nil)
    throws
  {
    try interruption?(MigrationBoundary(file: file.fileName, statement: statement, moment: moment), sql)
  }
}
