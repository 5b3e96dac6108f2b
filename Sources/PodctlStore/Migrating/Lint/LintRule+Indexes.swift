import PodctlCore

/// Indexes and partitions, and what locks readers out while it works.
extension LintRule {
  static let safetyOfIndexes: [LintRule] = [
    indexNotConcurrent, dropIndexNotConcurrent, aloneInTransaction, detachNotConcurrent, reindexNotConcurrent,
    noTimeout, rewritingTable, lockTable, concurrentOnPartitioned,
  ]

  private static let indexNotConcurrent = LintRule(
    "S104", "index-not-concurrent", .error, why: "nobody can write to the table while the index is built",
    fix: "CREATE INDEX CONCURRENTLY in a file with -- podctl: transaction=none"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard case .createIndex(let index) = linted.shape, !index.isConcurrent, scope.isInUse(index.table.name),
      !(index.isOnly && scope.tables[index.table.name]?.isNativelyPartitioned ?? false)
    else { return [] }
    return [Spot(0, index.table.name)]
  }

  private static let dropIndexNotConcurrent = LintRule(
    "S105", "drop-index-not-concurrent", .warning, why: "nobody can read or write the table while its index is dropped",
    fix: "DROP INDEX CONCURRENTLY in a file with -- podctl: transaction=none"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    linted.begins("DROP", "INDEX") && linted.words.dropFirst(2).first != "CONCURRENTLY" ? [Spot(0)] : []
  }

  private static let aloneInTransaction = LintRule(
    "S106", "alone-in-transaction", .error, on: nil, why: "the database refuses this statement inside a transaction",
    fix: "put -- podctl: transaction=none at the top of a file of its own"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard scope.isTransactional, let what = linted.statement.reasonToRunAlone(scope.dialect) else { return [] }
    return [Spot(0, what)]
  }

  private static let detachNotConcurrent = LintRule(
    "S130", "detach-not-concurrent", .warning, why: "nobody can read or write the table while a partition is detached",
    fix: "DETACH PARTITION … CONCURRENTLY in a file with -- podctl: transaction=none"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    actions(linted, scope) { action, table in
      guard case .detachPartition(concurrently: false) = action.kind else { return nil }
      return Spot(action.token, table)
    }
  }

  private static let reindexNotConcurrent = LintRule(
    "S131", "reindex-not-concurrent", .warning, why: "nobody can write to the table while its index is built anew",
    fix: "REINDEX … CONCURRENTLY in a file with -- podctl: transaction=none"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    linted.begins("REINDEX") && linted.position(of: "CONCURRENTLY") == nil ? [Spot(0)] : []
  }

  private static let noTimeout = LintRule(
    "S133", "no-timeout", .warning,
    why: "without a limit a waiting statement makes everybody behind it wait as well",
    fix: "leave the limits to podctl (5 s for a lock), or set another one: -- podctl: lock_timeout=3s"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    guard linted.begins("SET"), let setting = linted.words.firstIndex(of: "LOCK_TIMEOUT"),
      let value = linted.statement.tokens.last
    else { return [] }
    let text = linted.statement.text(of: value)
    return text == "0" || text == "'0'" || text == "'0s'" || text.uppercased() == "DEFAULT" ? [Spot(setting)] : []
  }

  private static let rewritingTable = LintRule(
    "S134", "rewriting-table", .error, why: "the whole table is written anew while nobody can read it",
    fix: "let autovacuum do its work, or use pg_repack while programs run"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    if linted.begins("VACUUM"), linted.position(of: "FULL") != nil { return [Spot(0)] }
    if linted.begins("CLUSTER") { return [Spot(0)] }
    return actions(linted, scope) { action, table in
      guard case .rewrite(let what) = action.kind else { return nil }
      return Spot(action.token, "\(table): SET \(what)")
    }
  }

  private static let lockTable = LintRule(
    "S135", "lock-table", .warning, why: "everybody who uses the table waits until the file is done",
    fix: "leave the lock to the statements that need one"
  ) { (linted: LintedStatement, _: LintScope) -> [Spot] in
    linted.begins("LOCK") ? [Spot(0)] : []
  }

  private static let concurrentOnPartitioned = LintRule(
    "S155", "concurrent-on-partitioned", .error,
    why: "PostgreSQL cannot build an index of a partitioned table CONCURRENTLY",
    fix:
      "CREATE INDEX … ON ONLY the table, build one CONCURRENTLY on each partition, then ALTER INDEX … ATTACH PARTITION"
  ) { (linted: LintedStatement, scope: LintScope) -> [Spot] in
    guard case .createIndex(let index) = linted.shape, index.isConcurrent,
      scope.tables[index.table.name]?.isNativelyPartitioned ?? false
    else { return [] }
    return [Spot(0, index.table.name)]
  }
}
