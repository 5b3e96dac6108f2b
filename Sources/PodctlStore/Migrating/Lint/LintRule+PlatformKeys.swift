import PodctlCore

/// Keys, indexes and tables that plain PostgreSQL, TimescaleDB, Citus and Supabase must all take.
extension LintRule {
  static let platformKeys: [LintRule] = [
    keyWithoutTenant, foreignKeyRefused, ifNotExistsHidesAChange, concurrentIfNotExists, indexWithoutTenant, narrowKey,
  ]

  private static let keyWithoutTenant = LintRule(
    "P101", "key-without-tenant", .error, on: nil,
    why: "Citus refuses a key without tenant_id, and TimescaleDB and partitions one without their time column",
    fix: "lead the key with tenant_id, and put what the table is partitioned by into it"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    keys(linted, scope).filter { !$0.isWhole }.map { Spot($0.token, $0.subject) }
  }

  private static let foreignKeyRefused = LintRule(
    "P102", "foreign-key-refused", .error, on: nil,
    why: "TimescaleDB and Citus refuse, or cannot compress, tables with such a foreign key",
    fix: "name tenant_id on both sides, with CASCADE, RESTRICT or NO ACTION; give facts no foreign keys"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    constraints(linted) { constraint, table in
      guard constraint.kind == .foreignKey, let target = constraint.target?.name else { return nil }
      let own = facts(of: table, linted, scope)
      let other = scope.tables[target]
      if own.isTelemetry || other?.isTelemetry ?? false { return Spot(constraint.token, "\(table) → \(target)") }
      let hasTenant = constraint.columns.contains(LintScope.tenantColumn)
      if own.hasTenant, other?.hasTenant ?? false, !hasTenant { return Spot(constraint.token, "\(table) → \(target)") }
      let isRefused = constraint.actions.contains {
        $0.hasPrefix("ON DELETE SET") || $0.hasPrefix("ON UPDATE CASCADE") || $0.hasPrefix("ON UPDATE SET")
      }
      return hasTenant && isRefused ? Spot(constraint.token, constraint.actions.joined(separator: " ")) : nil
    }
  }

  private static let ifNotExistsHidesAChange = LintRule(
    "P114", "if-not-exists-hides-a-change", .error, on: nil,
    why: "the table is there already with other columns, and IF NOT EXISTS leaves it as it is, without a word",
    fix: "ALTER TABLE … ADD COLUMN what is missing"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard case .createTable(let table) = linted.shape, table.ifNotExists, let known = scope.tables[table.name.name],
      !table.columns.isEmpty, Set(known.columns) != Set(table.columns.map(\.name))
    else { return [] }
    let lacking = table.columns.map(\.name).filter { !known.columns.contains($0) }
    return [Spot(table.name.token, ([table.name.name] + lacking).joined(separator: ", "))]
  }

  private static let concurrentIfNotExists = LintRule(
    "P115", "concurrent-if-not-exists", .error,
    why: "an index that was left invalid by a killed run is there, and stays invalid",
    fix: "leave IF NOT EXISTS out: podctl drops an invalid index and builds it again"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard case .createIndex(let index) = linted.shape, index.isConcurrent, index.ifNotExists else { return [] }
    return [Spot(0, index.name?.name)]
  }

  private static let indexWithoutTenant = LintRule(
    "P116", "index-without-tenant", .warning, on: nil,
    why: "every statement names its tenant, so an index that does not begin with it reads all tenants' rows",
    fix: "put tenant_id first"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard case .createIndex(let index) = linted.shape, scope.isTenants(index.table.name),
      index.columns.first != LintScope.tenantColumn
    else { return [] }
    return [Spot(index.name?.token ?? 0, index.name?.name ?? index.table.name)]
  }

  private static let narrowKey = LintRule(
    "P117", "narrow-key", .error,
    why: "on Citus a sequence of four bytes gives nothing on a worker, and a column with one cannot be added later",
    fix: "write uuid, or bigint GENERATED … AS IDENTITY when the table is made"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    let isDistributed = { (table: String) in
      facts(of: table, linted, scope).hasTenant || scope.tables[table]?.isDistributed ?? false
        || scope.variant == .citus
    }
    return columns(linted) { column, table in
      guard isDistributed(table) else { return nil }
      let isAdded = if case .alterTable = linted.shape { true } else { false }
      let isNarrow = ["int", "integer", "int4", "smallint", "int2"].contains(column.type)
      let isBad =
        isSerial(column) && (isAdded || column.type != "bigserial" && column.type != "serial8")
        || column.isIdentity && (isAdded || isNarrow) || isNarrow && column.isPrimaryKey
      return isBad ? Spot(column.typeToken, "\(table).\(column.name)") : nil
    }
  }

  private struct Key {
    let token: Int
    let subject: String
    /// It holds the tenant and the time that it must.
    let isWhole: Bool
  }

  /// Primary keys, unique constraints and unique indexes of tables that belong to tenants or are partitioned.
  private static func keys(_ linted: LintedStatement, _ scope: LintScope) -> [Key] {
    func key(_ columns: [String], _ table: String, _ token: Int) -> Key? {
      let facts = facts(of: table, linted, scope)
      guard facts.hasTenant || facts.isTelemetry else { return nil }
      let needed = (facts.hasTenant ? [LintScope.tenantColumn] : []) + facts.timeColumns.filter { !$0.isEmpty }
      return Key(token: token, subject: table, isWhole: needed.allSatisfy(columns.contains))
    }
    var keys: [Key] = []
    switch linted.shape {
    case .createTable(let table):
      let name = table.name.name
      keys += table.columns.filter { $0.isPrimaryKey || $0.isUnique }.compactMap { key([$0.name], name, $0.token) }
      keys += table.constraints.filter { isKey($0) }.compactMap { key($0.columns, name, $0.token) }
    case .alterTable(let table, let actions):
      for action in actions {
        switch action.kind {
        case .addConstraint(let constraint) where isKey(constraint) && !constraint.usesIndex:
          keys += [key(constraint.columns, table.name, constraint.token)].compactMap { $0 }
        case .addColumn(let column) where column.isUnique || column.isPrimaryKey:
          keys += [key([column.name], table.name, column.token)].compactMap { $0 }
        default: break
        }
      }
    case .createIndex(let index) where index.isUnique:
      keys += [key(index.columns, index.table.name, index.name?.token ?? 0)].compactMap { $0 }
    default: break
    }
    return keys
  }

  private static func isKey(_ constraint: ConstraintShape) -> Bool {
    [.primaryKey, .unique, .exclude].contains(constraint.kind)
  }

  /// What is known of a table, from the statement itself where it makes it.
  static func facts(of table: String, _ linted: LintedStatement, _ scope: LintScope) -> TableFacts {
    guard case .createTable(let shape) = linted.shape, shape.name.name == table else {
      return scope.tables[table] ?? TableFacts()
    }
    var own = LintScope(scope.dialect)
    own.learn(from: linted)
    return own.tables[table] ?? TableFacts()
  }
}
