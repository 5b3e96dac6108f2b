import PodctlCore

/// What changes columns of a table that programs are using.
extension LintRule {
  /// Functions whose value may differ from row to row, so that a new column with such a default writes every row.
  private static let volatile: Set<String> = [
    "random", "gen_random_uuid", "uuid_generate_v1", "uuid_generate_v4", "clock_timestamp", "timeofday", "nextval",
    "uuidv7", "gen_random_bytes",
  ]

  static let safetyOfColumns: [LintRule] = [
    addingNotNull, addingRequiredColumn, volatileDefault, changingColumnType, renamingColumn, renamingTable, dropColumn,
    dropNotNull,
  ]

  private static let addingNotNull = LintRule(
    "S101", "adding-not-null", .error, why: "SET NOT NULL reads the whole table under an exclusive lock",
    fix: "add CHECK (column IS NOT NULL) NOT VALID, validate it in a later file, then SET NOT NULL and drop the check"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .setNotNull(let column) = action.kind,
        !(scope.tables[table]?.notNull.contains(column) ?? false)
      else { return nil }
      return Spot(action.token, "\(table).\(column)")
    }
  }

  private static let addingRequiredColumn = LintRule(
    "S102", "adding-required-column", .error, on: nil,
    why: "a NOT NULL column without a default fails on a table that has rows, and breaks programs that do not write it",
    fix: "add it with a DEFAULT, or without NOT NULL and fill it first"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .addColumn(let column) = action.kind, column.isNotNull, column.defaultValue == nil,
        !column.isStoredExpression, !column.isIdentity, !isSerial(column)
      else { return nil }
      return Spot(column.token, "\(table).\(column.name)")
    }
  }

  private static let volatileDefault = LintRule(
    "S103", "volatile-default", .error,
    why:
      "a default that differs from row to row, or a stored expression, writes the whole table under an exclusive lock",
    fix: "add the column without it, SET DEFAULT for new rows, and fill the old ones in batches"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .addColumn(let column) = action.kind else { return nil }
      let isVolatile =
        column.defaultValue.map { range in
          range.contains { linted.words[$0].map { volatile.contains($0.lowercased()) } ?? false }
        } ?? false
      return isVolatile || column.isStoredExpression ? Spot(column.token, "\(table).\(column.name)") : nil
    }
  }

  private static let changingColumnType = LintRule(
    "S107", "changing-column-type", .error,
    why: "most changes of type write the whole table under an exclusive lock, and break programs that know the old one",
    fix: "add a column of the new type, write both, fill the old rows, then switch over"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .changeType(let column) = action.kind else { return nil }
      return Spot(action.token, "\(table).\(column)")
    }
  }

  private static let renamingColumn = LintRule(
    "S108", "renaming-column", .error, on: nil, why: "programs that are running still use the old name",
    fix: "add a column under the new name, write both, and drop the old one when nothing uses it"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      if case .renameColumn = action.kind { Spot(action.token, table) } else { nil }
    }
  }

  private static let renamingTable = LintRule(
    "S109", "renaming-table", .error, on: nil, why: "programs that are running still use the old name",
    fix: "make a view under the new name, move programs over, and rename when nothing uses the old one"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .renameTable = action.kind else { return nil }
      return Spot(action.token, table)
    }
  }

  private static let dropColumn = LintRule(
    "S110", "drop-column", .error, on: nil, why: "its data is lost, and programs that are running still read it",
    fix: "take it out of the programs first; then say -- podctl: allow=S110 -- why, before the statement"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .dropColumn(let column) = action.kind else { return nil }
      return Spot(action.token, "\(table).\(column)")
    }
  }

  private static let dropNotNull = LintRule(
    "S113", "drop-not-null", .warning, why: "programs that are running may not expect a null",
    fix: "let programs take nulls first; then say -- podctl: allow=S113 -- why"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .dropNotNull(let column) = action.kind else { return nil }
      return Spot(action.token, "\(table).\(column)")
    }
  }

  static func isSerial(_ column: ColumnShape) -> Bool {
    ["serial", "bigserial", "smallserial", "serial2", "serial4", "serial8"].contains(column.type)
  }
}
