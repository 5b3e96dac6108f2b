import PodctlCore
import PodctlDigest

extension MigrationRunner {
  /// What `up` would do; reads only. Throws what `up` would throw before its first statement. `handOn` takes each
  /// statement as it is read, so that a file of any size needs little memory; the plan itself keeps the statements that
  /// lock a table, and the others while their file has no more of them than a person would read.
  public func plan(
    _ rules: MigrationRules = MigrationRules(),
    handOn: ((MigrationPlan.Step, MigrationPlan.Statement) throws -> Void)? = nil
  ) throws -> MigrationPlan {
    let (state, server) = try database.read { tx in
      (try checkedState(in: tx, rules), try tx.first(dialect.serverIdentity))
    }
    let scripts = try scripts(state.history, rules)
    try checkRequirements(scripts)
    var locked: [String] = []
    let steps = try scripts.map { script in
      var step = MigrationPlan.Step(
        file: script.file.fileName, label: MigrationHistory.Step(file: script.file, entry: nil).migration.label,
        checksum: script.file.checksum, isTransactional: script.header.isTransactional, count: script.count)
      var kept = 0
      try script.forEach(dialect) { _, statement in
        let locks = dialect == .postgres ? statement.locks : []
        for lock in locks where !locked.contains(lock.table) { locked.append(lock.table) }
        let planned = MigrationPlan.Statement(
          line: statement.place.line, sql: statement.text, locks: locks.map { "\($0.mode.rawValue) on \($0.table)" })
        try handOn?(step, planned)
        kept += statement.bytes.count + 64
        if kept <= MigrationPlan.Step.mostBytes || step.needs(planned) { step.statements.append(planned) }
      }
      return step
    }
    let identity: String? = try server?["identity"] ?? nil
    return MigrationPlan(
      server: SHA256.hex(((identity ?? "") + "\0" + database.driver.identity).utf8),
      ledger: MigrationRunner.hash(state.history), platform: state.history.platform.rawValue, steps: steps,
      tables: try sizes(of: locked))
  }

  /// The history as a hash: what was applied, in its order, with its checksums.
  private static func hash(_ history: MigrationHistory) -> String {
    SHA256.hex(
      history.entries.map { "\($0.kind.rawValue)\0\($0.version)\0\($0.name)\0\($0.checksum)\0\($0.status.rawValue)\n" }
        .joined().utf8)
  }

  private func sizes(of tables: [String]) throws -> [MigrationPlan.Table] {
    try database.read { tx in
      try tables.compactMap { name in
        guard let row = try tx.first(dialect.tableSize(name)), let bytes: Int64 = try row["bytes"] else { return nil }
        return MigrationPlan.Table(name: name, bytes: bytes, rows: try row["rows"])
      }
    }
  }
}

extension Dialect {
  /// What stays the same as long as a database is the same, as `identity`.
  fileprivate var serverIdentity: Statement {
    switch self {
    case .sqlite: "SELECT NULL AS identity"
    case .postgres:
      """
      SELECT (SELECT system_identifier::text FROM pg_control_system()) || '/' || oid::text AS identity
      FROM pg_catalog.pg_database WHERE datname = current_database()
      """
    }
  }

  fileprivate func tableSize(_ name: String) -> Statement {
    switch self {
    case .sqlite: "SELECT NULL AS bytes, NULL AS rows"
    case .postgres:
      """
      SELECT pg_catalog.pg_total_relation_size(oid) AS bytes,
        CASE WHEN reltuples >= 0 THEN reltuples::bigint END AS rows
      FROM pg_catalog.pg_class WHERE oid = to_regclass(\(name))
      """
    }
  }
}
