import PodctlCore

/// Shows that no tenant reads or writes another's rows: on every table that has a `tenant_id`, found from the catalog so
/// that none can be forgotten, a row of each of two tenants is laid, and then the one reaches for the other's by every
/// kind of statement. The rows are taken away again; it is meant for a shadow database (`migrate verify`) and for tests.
///
/// On PostgreSQL the policies must hold statements that name the other tenant, or none at all. On SQLite the store itself
/// refuses such statements, so the connection must be one that was opened for work.
public struct IsolationProbe {
  let database: Database
  let role: String?
  let ledger: MigrationLedger

  /// `role` is taken on in each transaction (`SET LOCAL ROLE`), for an owner that is a member of it; nil for the
  /// connection's own, as that of the application role, or of the owner, whom FORCEd policies hold too.
  public init(_ database: Database, role: String? = nil, ledger: MigrationLedger = .own) {
    self.database = database
    self.role = role
    self.ledger = ledger
  }

  /// Tries everything with two tenants that are made for it; throws only where the probe itself cannot be made.
  public func run(_ first: Identifier<Tenant>, _ second: Identifier<Tenant>) throws -> IsolationReport {
    let gaps = try database.read { tx in
      try ProbeRows.take(role, tx)
      return try (tx.dialect.isolationGaps.map(tx.rows) ?? []).map {
        IsolationFinding(try $0["tablename"], try $0["what"])
      }
    }
    var rows = try ProbeRows(database, role: role)
    let shared = Set(SharedTable.all.map(\.name)).union(ledger.tables)
    let forgotten = rows.withoutTenant.filter { !shared.contains($0) }.map {
      IsolationFinding($0, "has no tenant_id and is not on the list of tables that belong to no tenant")
    }
    try rows.found([first, second])
    try rows.lay(for: [first, second])
    var trial = IsolationTrial(database, role, first, second)
    for table in rows.filled { try trial.probe(table) }
    try rows.clear([first, second])
    let untried = rows.tables.map(\.name).filter { !rows.filledTables.contains($0) }.map {
      IsolationFinding($0, "could not be tried: \(rows.reasons[$0] ?? "no row can be laid in it")")
    }
    return IsolationReport(
      tables: rows.tables.map(\.name), attempts: trial.attempts,
      findings: (gaps + forgotten + untried + trial.findings).sorted { ($0.table, $0.what) < ($1.table, $1.what) })
  }
}
