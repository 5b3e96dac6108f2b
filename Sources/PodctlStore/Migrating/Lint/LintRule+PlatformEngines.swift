import PodctlCore

/// What TimescaleDB and Citus refuse, each with its own words.
extension LintRule {
  static let platformEngines: [LintRule] = [
    aggregateInTransaction, rowSecurityOnCompressed, hypertableUnguarded, distributionUnguarded, mixedChangeOnCitus,
    extensionNotAskedFor,
  ]

  private static let aggregateInTransaction = LintRule(
    "P107", "aggregate-in-transaction", .error,
    why: "TimescaleDB refuses to fill a continuous aggregate inside a transaction",
    fix: "make it WITH NO DATA, and refresh it in a file with -- podctl: transaction=none"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard scope.isTransactional else { return [] }
    if let refresh = linted.calls["refresh_continuous_aggregate"]?.first { return [Spot(refresh)] }
    return isAggregate(linted) && linted.position(of: "WITH", "NO", "DATA") == nil ? [Spot(0)] : []
  }

  private static let rowSecurityOnCompressed = LintRule(
    "P108", "row-security-on-compressed", .error,
    why: "TimescaleDB neither compresses a table with row-level security nor aggregates over one",
    fix: "leave the policy off the hypertable, and grant a security-barrier view in its place"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    if isAggregate(linted), let from = linted.position(of: "FROM"), let table = linted.name(behind: from),
      scope.tables[table.name]?.rowSecurity != nil
    {
      return [Spot(from + 1, table.name)]
    }
    guard case .alterTable(let table, let actions) = linted.shape else { return [] }
    let facts = scope.tables[table.name] ?? TableFacts()
    return actions.compactMap { action in
      switch action.kind {
      case .rowSecurity(enabled: true) where facts.isCompressed: Spot(action.token, table.name)
      case .set(let options)
      where facts.rowSecurity != nil && options.contains("timescaledb")
        && (options.contains("compress") || options.contains("columnstore")):
        Spot(action.token, table.name)
      default: nil
      }
    }
  }

  private static let hypertableUnguarded = LintRule(
    "P109", "hypertable-unguarded", .error,
    why: "create_hypertable refuses a table that is partitioned or a hypertable already",
    fix: "add if_not_exists => true, and branch on the engine where the table is made"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    (linted.calls["create_hypertable"] ?? []).compactMap { call in
      let table = linted.tableArgument(at: call) ?? ""
      if scope.tables[table]?.isNativelyPartitioned ?? false { return Spot(call, "\(table) is partitioned") }
      let isGuarded = linted.arguments(at: call).contains { linted.words[$0.lowerBound] == "IF_NOT_EXISTS" }
      return isGuarded ? nil : Spot(call, table)
    }
  }

  private static let distributionUnguarded = LintRule(
    "P110", "distribution-unguarded", .error,
    why: "create_distributed_table fails on a table that is distributed, and before the tables that this one refers to",
    fix: "add WHERE NOT EXISTS (SELECT FROM citus_tables …), and distribute reference tables and parents first"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    (linted.calls["create_distributed_table"] ?? []).compactMap { call in
      let table = linted.tableArgument(at: call) ?? ""
      let missing = (scope.tables[table]?.references ?? []).sorted().first {
        $0 != table && !(scope.tables[$0]?.isDistributed ?? false)
      }
      if let missing { return Spot(call, "\(table) refers to \(missing)") }
      let isGuarded = linted.position(of: "NOT", "EXISTS") != nil || linted.words.contains("PG_DIST_PARTITION")
      return isGuarded ? nil : Spot(call, table)
    }
  }

  private static let mixedChangeOnCitus = LintRule(
    "P111", "mixed-change-on-citus", .error,
    why: "after a parallel change Citus refuses another one to tables that are bound to it, in one transaction",
    fix: "begin the file with SET LOCAL citus.multi_shard_modify_mode = 'sequential'"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard scope.variant == .citus, scope.isTransactional, !scope.isSequential else { return [] }
    return actions(linted, scope) { action, table in
      switch action.kind {
      case .addConstraint(let constraint) where constraint.kind == .foreignKey: Spot(action.token, table)
      case .changeType, .addColumn: scope.statementCount > 1 ? Spot(action.token, table) : nil
      default: nil
      }
    }
  }

  private static let extensionNotAskedFor = LintRule(
    "P112", "extension-not-asked-for", .error,
    why: "the file fails, half-way through a deploy, on a server without the extension",
    fix: "say -- podctl: requires=extension:NAME, or name the file .timescaledb.sql or .citus.sql"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    if linted.begins("CREATE", "EXTENSION") {
      return linted.position(of: "IF", "NOT", "EXISTS") == nil ? [Spot(0)] : []
    }
    let owners = [
      (
        "timescaledb",
        [
          "create_hypertable", "add_compression_policy", "add_retention_policy", "time_bucket",
          "refresh_continuous_aggregate", "add_continuous_aggregate_policy",
        ]
      ),
      ("citus", ["create_distributed_table", "create_reference_table", "citus_add_node"]),
    ]
    for (name, functions) in owners where scope.variant?.rawValue != name && !scope.requiredExtensions.contains(name) {
      if let call = functions.lazy.compactMap({ linted.calls[$0]?.first }).first { return [Spot(call, name)] }
    }
    return []
  }

  private static func isAggregate(_ linted: LintedStatement) -> Bool {
    linted.begins("CREATE", "MATERIALIZED", "VIEW") && linted.words.contains("TIMESCALEDB")
      && linted.words.contains("CONTINUOUS")
  }
}
