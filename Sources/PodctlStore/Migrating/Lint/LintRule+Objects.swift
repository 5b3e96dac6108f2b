import PodctlCore

/// Whole objects that go away, change their name, or cannot be changed again.
extension LintRule {
  static let safetyOfObjects: [LintRule] = [
    dropTable, dropDatabase, truncating, notRepeatableStatement, domainWithConstraint, domainAddsConstraint,
    enumValueOrder, nameTooLong, dropCascade, dropSchema, replicaIdentityOrTrigger, constraintWithoutName,
  ]

  private static let dropTable = LintRule(
    "S111", "drop-table", .error, on: nil, why: "its data is lost, and programs that are running still use it",
    fix: "take it out of the programs first; then say -- podctl: allow=S111 -- why, before the statement"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard linted.begins("DROP", "TABLE"), let name = linted.name(behind: 1), scope.isInUse(name.name) else { return [] }
    // SQLite changes a table by making another one that takes its name.
    return scope.renamedHere.contains(name.name) ? [] : [Spot(0, name.name)]
  }

  private static let dropDatabase = LintRule(
    "S112", "drop-database", .error, why: "everything in it is lost",
    fix: "drop a database by hand, not in a migration"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    linted.begins("DROP", "DATABASE") ? [Spot(0)] : []
  }

  private static let truncating = LintRule(
    "S125", "truncate", .error, why: "every row is lost, with CASCADE those of other tables too",
    fix: "delete what must go by name, or say -- podctl: allow=S125 -- why"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard linted.begins("TRUNCATE") else { return [] }
    let name = linted.name(behind: linted.words.dropFirst().first == "TABLE" ? 1 : 0)
    return name.map { scope.isInUse($0.name) } ?? true ? [Spot(0, name?.name)] : []
  }

  private static let notRepeatableStatement = LintRule(
    "S126", "not-repeatable-statement", .note,
    why: "a run that is killed between this statement and its record runs it once more",
    fix: "write IF NOT EXISTS or IF EXISTS, or one statement a file"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard !scope.isTransactional, scope.statementCount > 1, linted.position(of: "EXISTS") == nil,
      linted.position(of: "OR", "REPLACE") == nil, linted.position(of: "CONCURRENTLY") == nil
    else { return [] }
    return linted.begins("CREATE") || linted.begins("DROP") || linted.begins("ALTER") ? [Spot(0)] : []
  }

  private static let domainWithConstraint = LintRule(
    "S127", "domain-with-constraint", .warning,
    why: "a domain's CHECK cannot be changed without reading every table that uses it",
    fix: "put the CHECK on the column"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard linted.begins("CREATE", "DOMAIN"), let check = linted.position(of: "CHECK") else { return [] }
    return [Spot(check)]
  }

  private static let domainAddsConstraint = LintRule(
    "S128", "domain-adds-constraint", .error, why: "every table that uses the domain is read under a lock",
    fix: "add it NOT VALID, and validate it later"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard linted.begins("ALTER", "DOMAIN"), let add = linted.position(of: "ADD"),
      linted.position(of: "NOT", "VALID") == nil
    else { return [] }
    return [Spot(add)]
  }

  private static let enumValueOrder = LintRule(
    "S129", "enum-value-order", .note, why: "a new value without BEFORE or AFTER sorts behind all others",
    fix: "say where it belongs: ADD VALUE 'x' AFTER 'y'"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard linted.begins("ALTER", "TYPE"), let add = linted.position(of: "ADD", "VALUE"),
      linted.position(of: "BEFORE") == nil, linted.position(of: "AFTER") == nil
    else { return [] }
    return [Spot(add)]
  }

  private static let nameTooLong = LintRule(
    "S132", "name-too-long", .error, why: "PostgreSQL cuts names behind 63 bytes, and two names may become one",
    fix: "choose a shorter name"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    linted.statement.tokens.indices.compactMap { index in
      guard let name = linted.statement.name(at: index), name.utf8.count > 63 else { return nil }
      return Spot(index, name)
    }
  }

  private static let dropCascade = LintRule(
    "S137", "drop-cascade", .error, why: "it takes along what it does not name: views, keys, whole tables",
    fix: "name each object that is to go"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard linted.begins("DROP"), linted.words.last == "CASCADE" else { return [] }
    return [Spot(linted.words.count - 1)]
  }

  private static let dropSchema = LintRule(
    "S138", "drop-schema", .error, why: "everything in it is lost", fix: "drop its objects by name, one file a step"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    linted.begins("DROP", "SCHEMA") ? [Spot(0)] : []
  }

  private static let replicaIdentityOrTrigger = LintRule(
    "S139", "replica-identity-or-trigger", .warning,
    why: "replication or triggers stop for everybody, not for this session alone",
    fix: "leave triggers enabled; where rows must be changed past them, say -- podctl: allow=S139 -- why"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard linted.begins("ALTER", "TABLE") else { return [] }
    let at = linted.position(of: "DISABLE", "TRIGGER") ?? linted.position(of: "REPLICA", "IDENTITY", "NOTHING")
    return at.map { [Spot($0)] } ?? []
  }

  private static let constraintWithoutName = LintRule(
    "S145", "constraint-without-name", .note,
    why: "a name that the database makes up differs between databases, and Citus refuses some",
    fix: "name it: CONSTRAINT table_what …"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    constraints(linted) { constraint, table in
      guard constraint.name == nil, constraint.kind != .primaryKey, scope.isTenants(table) else { return nil }
      return Spot(constraint.token, table)
    }
  }
}
