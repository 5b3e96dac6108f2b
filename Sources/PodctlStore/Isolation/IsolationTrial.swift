import PodctlCore

/// The attempts of an isolation probe. Each runs in a transaction of its own that is rolled back.
struct IsolationTrial {
  private enum Outcome {
    /// Rows seen or changed.
    case rows(Int)
    case refused(PodctlError)
  }

  private struct RolledBack: Error {}

  private let database: Database
  private let role: String?
  private let first: Identifier<Tenant>
  private let second: Identifier<Tenant>
  private(set) var findings: [IsolationFinding] = []
  private(set) var attempts = 0

  init(_ database: Database, _ role: String?, _ first: Identifier<Tenant>, _ second: Identifier<Tenant>) {
    self.database = database
    self.role = role
    self.first = first
    self.second = second
  }

  private var isPostgres: Bool { database.driver.dialect == .postgres }

  /// Reaches for the second tenant's row in a table, as the first and as nobody.
  mutating func probe(_ table: ProbedTable) throws {
    // Without this one all the others would show nothing.
    let own = attempt(first, "SELECT count(*) AS n FROM \(sql: table.sql) WHERE tenant_id = \(first)")
    if case .rows(1) = own {} else { note(table, "does not show a tenant its own row", own) }

    let count: Statement = "SELECT count(*) AS n FROM \(sql: table.sql)"
    see(table, "read another tenant's rows by its name", first, "\(sql: count) WHERE tenant_id = \(second)")
    see(table, "read rows by a statement that names no tenant", first, count, own: 1)
    see(table, "read rows in a transaction of no tenant", nil, count)
    // A view is checked when the row is in, so that one with a key that is there would be refused for its key.
    let insert = try table.inserting(second, another: table.isView)
    change(table, "inserted another tenant's row", first, insert)
    change(table, "inserted a row in a transaction of no tenant", nil, insert)
    if let upsert = try table.upserting(second) { change(table, "upserted another tenant's row", first, upsert) }
    change(
      table, "updated another tenant's rows", first,
      "UPDATE \(sql: table.sql) SET tenant_id = tenant_id WHERE tenant_id = \(second)")
    change(
      table, "gave its rows to another tenant", first,
      "UPDATE \(sql: table.sql) SET tenant_id = \(second) WHERE tenant_id = \(first)")
    change(
      table, "deleted another tenant's rows", first, "DELETE FROM \(sql: table.sql) WHERE tenant_id = \(second)")
    change(
      table, "updated rows in a transaction of no tenant", nil,
      "UPDATE \(sql: table.sql) SET tenant_id = tenant_id")
    change(table, "deleted rows in a transaction of no tenant", nil, "DELETE FROM \(sql: table.sql)")
    try copy(table)
  }

  private mutating func see(
    _ table: ProbedTable, _ what: String, _ tenant: Identifier<Tenant>?, _ statement: Statement, own: Int = 0
  ) {
    let outcome = attempt(tenant, statement)
    switch outcome {
    case .rows(own): break
    // On SQLite refusing is how nothing is seen; on PostgreSQL it would be an error where there should be none.
    case .refused(let error) where !isPostgres && error.code == .statementWithoutTenant: break
    default: note(table, what, outcome)
    }
  }

  private mutating func change(
    _ table: ProbedTable, _ what: String, _ tenant: Identifier<Tenant>?, _ statement: Statement
  ) {
    let outcome = attempt(tenant, statement)
    switch outcome {
    case .rows(0): break
    case .refused(let error) where [.databaseRefused, .statementWithoutTenant].contains(error.code): break
    case .refused(let error) where Self.has(error, ["44000"]): break
    default: note(table, what, outcome)
    }
  }

  /// COPY goes round the planner's usual way: out of a table it must obey the policy, into it it must be refused.
  private mutating func copy(_ table: ProbedTable) throws {
    guard isPostgres else { return }
    let name = ProbedTable.quoted(table.name)
    let source = table.isPlain ? name : "(SELECT * FROM \(name))"
    let driver = database.driver
    for (tenant, own) in [(first as Identifier<Tenant>?, 1), (nil, 0)] {
      let outcome = attempt(tenant) { _ in try driver.copiedRows(from: source) }
      if case .rows(own) = outcome {} else { note(table, "copied out other rows than the tenant's", outcome) }
    }
    // Without a trigger, which podctl has none of, a view takes no COPY; the server says so only after it has begun.
    guard !table.isView else { return }
    let into = attempt(first, Statement(segments: [.text("COPY \(name) FROM STDIN")]))
    if case .refused(let error) = into, error.code == .databaseRefused || Self.has(error, ["0A000", "42809"]) {
      return
    }
    note(table, "may be copied into past its policy", into)
  }

  /// SQLSTATE 0A000: COPY FROM and row-level security; 42809: the wrong kind of table; 44000: a view's check option.
  private static func has(_ error: PodctlError, _ states: [String]) -> Bool {
    error.context.contains { $0.name == "sqlstate" && states.contains($0.value) }
  }

  private mutating func attempt(_ tenant: Identifier<Tenant>?, _ statement: Statement) -> Outcome {
    attempt(tenant) { tx in
      let isQuery = statement.rendered(for: tx.dialect).text.hasPrefix("SELECT")
      return isQuery ? try tx.first(statement)?["n"] ?? 0 : try tx.run(statement)
    }
  }

  private mutating func attempt(_ tenant: Identifier<Tenant>?, _ body: (Transaction) throws -> Int) -> Outcome {
    attempts += 1
    let (database, role) = (database, role)
    var rows = 0
    let inTransaction = { (tx: Transaction) throws in
      try ProbeRows.take(role, tx)
      rows = try body(tx)
      throw RolledBack()
    }
    do {
      if let tenant { try database.write(for: tenant, inTransaction) } else { try database.write(inTransaction) }
    } catch let error as PodctlError {
      return .refused(error)
    } catch {}
    return .rows(rows)
  }

  private mutating func note(_ table: ProbedTable, _ what: String, _ outcome: Outcome) {
    let how =
      switch outcome {
      case .rows(let count): count == 1 ? "1 row" : "\(count) rows"
      case .refused(let error): error.message
      }
    findings.append(IsolationFinding(table.name, "\(what) (\(how))"))
  }
}
