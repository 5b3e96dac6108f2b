import PodctlCore

/// Rows that a migration changes, and defaults that programs rely on.
extension LintRule {
  static let safetyOfData: [LintRule] = [
    wholeTableChange, backfillUnderLock, duplicateAssignment, dropDefault, changingGeneration,
  ]

  private static let wholeTableChange = LintRule(
    "S136", "whole-table-change", .warning, on: nil,
    why: "every row is written in one transaction, and its locks are kept to the end",
    fix: "change rows in batches, in a file with -- podctl: transaction=none or outside the migrations"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard linted.begins("UPDATE") || linted.begins("DELETE"), linted.position(of: "WHERE") == nil,
      let name = linted.name(behind: linted.begins("UPDATE") ? 0 : 1), scope.isInUse(name.name)
    else { return [] }
    return [Spot(0, name.name)]
  }

  private static let backfillUnderLock = LintRule(
    "S154", "backfill-under-lock", .warning,
    why: "ALTER TABLE before it in this file has locked the table, and nobody can read it until every row is changed",
    fix: "change the rows in the next file"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard scope.isTransactional, linted.begins("UPDATE") || linted.begins("DELETE"),
      let name = linted.name(behind: linted.begins("UPDATE") ? 0 : 1), scope.alteredHere.contains(name.name)
    else { return [] }
    return [Spot(0, name.name)]
  }

  private static let duplicateAssignment = LintRule(
    "S148", "duplicate-assignment", .error, on: nil,
    why: "PostgreSQL refuses a column that is assigned twice, and SQLite takes the last value without a word",
    fix: "assign each column once"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard linted.begins("UPDATE") || linted.begins("INSERT"), let set = linted.position(of: "SET") else { return [] }
    let ends: Set<String> = ["FROM", "WHERE", "RETURNING"]
    let parts = StatementCursor(linted.statement, from: set + 1).parts()
    var seen: Set<String> = []
    var spots: [Spot] = []
    for part in parts {
      if let name = linted.statement.name(at: part.lowerBound), linted.statement.isMark("=", at: part.lowerBound + 1),
        !seen.insert(name).inserted
      {
        spots.append(Spot(part.lowerBound, name))
      }
      // The list of assignments ends within this part.
      if part.contains(where: { linted.words[$0].map(ends.contains) ?? false }) { break }
    }
    return spots
  }

  private static let dropDefault = LintRule(
    "S146", "drop-default", .warning, why: "programs that do not write the column then write null, or fail",
    fix: "let every program write it first; then say -- podctl: allow=S146 -- why"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .dropDefault(let column) = action.kind else { return nil }
      return Spot(action.token, "\(table).\(column)")
    }
  }

  private static let changingGeneration = LintRule(
    "S147", "changing-generation", .warning,
    why: "programs rely on whether the database makes the column's values, and on how",
    fix: "add another column, move programs over, and drop the old one"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .changeGeneration(let column) = action.kind else { return nil }
      return Spot(action.token, "\(table).\(column)")
    }
  }
}
