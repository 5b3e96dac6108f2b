import PodctlCore

/// Constraints that are added to a table that programs are using.
extension LintRule {
  private static func added(
    _ kind: ConstraintShape.Kind, _ linted: LintedStatement, _ scope: LintScope,
    _ isBad: (ConstraintShape) -> Bool
  ) -> [Spot] {
    actions(linted, scope) { action, table in
      guard case .addConstraint(let constraint) = action.kind, constraint.kind == kind, isBad(constraint) else {
        return nil
      }
      return Spot(constraint.token, constraint.name.map { "\(table).\($0)" } ?? table)
    }
  }

  static let safetyOfConstraints: [LintRule] = [
    checkWithoutNotValid, foreignKeyWithoutNotValid, uniqueByConstraint, addingPrimaryKey, exclusionConstraint,
    validateInSameFile, dropConstraint,
  ]

  private static let checkWithoutNotValid = LintRule(
    "S114", "check-without-not-valid", .error, why: "the whole table is read while nobody can write to it",
    fix: "add it NOT VALID, and VALIDATE CONSTRAINT in a later file"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    added(.check, linted, scope) { !$0.isNotValid }
  }

  private static let foreignKeyWithoutNotValid = LintRule(
    "S115", "foreign-key-without-not-valid", .error, why: "both tables are locked while every row is looked up",
    fix: "add it NOT VALID, and VALIDATE CONSTRAINT in a later file"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    let columns: [Spot] = actions(linted, scope) { action, table in
      guard case .addColumn(let column) = action.kind, let reference = column.reference else { return nil }
      return Spot(reference.token, "\(table).\(column.name)")
    }
    return added(.foreignKey, linted, scope) { !$0.isNotValid } + columns
  }

  private static let uniqueByConstraint = LintRule(
    "S116", "unique-by-constraint", .error,
    why: "the index is built while nobody can read or write the table",
    fix: "CREATE UNIQUE INDEX CONCURRENTLY in a file of its own, then ADD CONSTRAINT … UNIQUE USING INDEX"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    let columns: [Spot] = actions(linted, scope) { action, table in
      guard case .addColumn(let column) = action.kind, column.isUnique else { return nil }
      return Spot(column.token, "\(table).\(column.name)")
    }
    return added(.unique, linted, scope) { !$0.usesIndex } + columns
  }

  private static let addingPrimaryKey = LintRule(
    "S117", "adding-primary-key", .error,
    why: "the index is built, and every row written for a serial column, while nobody can read or write the table",
    fix: "CREATE UNIQUE INDEX CONCURRENTLY in a file of its own, then ADD CONSTRAINT … PRIMARY KEY USING INDEX"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    let columns: [Spot] = actions(linted, scope) { action, table in
      guard case .addColumn(let column) = action.kind, column.isPrimaryKey || isSerial(column) || column.isIdentity
      else { return nil }
      return Spot(column.token, "\(table).\(column.name)")
    }
    return added(.primaryKey, linted, scope) { !$0.usesIndex } + columns
  }

  private static let exclusionConstraint = LintRule(
    "S118", "exclusion-constraint", .error, why: "its index is built while nobody can read or write the table",
    fix: "make the table anew with it, or add it while nothing uses the table"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    added(.exclude, linted, scope) { _ in true }
  }

  private static let validateInSameFile = LintRule(
    "S119", "validate-in-same-file", .warning,
    why: "the lock of ADD CONSTRAINT … NOT VALID is kept until the file commits, so validating gains nothing",
    fix: "validate in the next file"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard scope.isTransactional else { return [] }
    return actions(linted, scope) { action, _ in
      guard case .validate(let name) = action.kind, scope.notValidHere.contains(name) else { return nil }
      return Spot(action.token, name)
    }
  }

  private static let dropConstraint = LintRule(
    "S144", "drop-constraint", .warning, on: nil,
    why: "rows that were refused are taken from now on, and ON CONFLICT … ON CONSTRAINT fails",
    fix: "let programs do without it first; then say -- podctl: allow=S144 -- why"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .dropConstraint(let name) = action.kind,
        !scope.objectsOfFile.contains(.init(kind: "CONSTRAINT", name: name, table: table))
      else { return nil }
      return Spot(action.token, "\(table).\(name)")
    }
  }
}
