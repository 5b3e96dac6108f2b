import PodctlCore

/// One open database. Stores are structs over a transaction of it; nothing else in podctl says SQL.
public final class Database {
  public let driver: any DatabaseDriver

  public init(driver: any DatabaseDriver) { self.driver = driver }

  /// Reads what belongs to no tenant: the tenants themselves, runs, the ledger of migrations.
  public func read<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
    try transact(.readOnly, Transaction(driver), tenant: nil, body)
  }

  /// Writes what belongs to no tenant; all of it or nothing. `retrying` as with a tenant's.
  @discardableResult
  public func write<Result>(retrying: Bool = true, _ body: (Transaction) throws -> Result) throws -> Result {
    try again(where: retrying) { try transact(.readWrite, Transaction(driver), tenant: nil, body) }
  }

  /// Writes what belongs to no tenant; the transaction begins with these statements, whose first values it is handed.
  func write<Result>(
    running texts: [String], _ body: (Transaction, [String]) throws -> Result
  ) throws -> Result {
    try finish(driver.begin(running: texts)) { found in try body(Transaction(driver), found) }
  }

  /// Reads within one tenant.
  public func read<Result>(
    for tenant: Identifier<Tenant>, _ body: (TenantTransaction) throws -> Result
  ) throws -> Result {
    try transact(.readOnly, TenantTransaction(driver, tenant: tenant), tenant: tenant, body)
  }

  /// Writes within one tenant; all of it or nothing. Where the database gave the transaction up for another's sake (a
  /// deadlock, a serialisation failure), the body runs again from its beginning, four times at most and each time after a
  /// longer wait, unless `retrying` is false: so it may change nothing but the database.
  @discardableResult
  public func write<Result>(
    for tenant: Identifier<Tenant>, retrying: Bool = true, _ body: (TenantTransaction) throws -> Result
  ) throws -> Result {
    try again(where: retrying) {
      try transact(.readWrite, TenantTransaction(driver, tenant: tenant), tenant: tenant, body)
    }
  }

  private func again<Result>(where retrying: Bool, _ body: () throws -> Result) throws -> Result {
    // Without a wait whoever was given up may take its first row again before the other wakes, and both wait once more.
    var backoff = Backoff.polling()
    for _ in 0..<(retrying ? 4 : 0) {
      do { return try body() } catch let error as PodctlError where error.isGivenUp { backoff.pause() }
    }
    return try body()
  }

  /// From now on what is committed survives a failure of the power, at the price of waiting for the disk.
  public func keepDurably() throws { try driver.keepDurably() }

  /// Has the database count anew what its plans rest on where much has changed: without it SQLite would never know how
  /// its tables lie, and PostgreSQL only minutes later. `always` looks even where this connection has changed little.
  public func gatherStatistics(always: Bool = false) { driver.gatherStatistics(always: always) }

  private func transact<Scope, Result>(
    _ access: TransactionAccess, _ scope: Scope, tenant: Identifier<Tenant>?, _ body: (Scope) throws -> Result
  ) throws -> Result {
    try finish(driver.begin(access, tenant: tenant)) { try body(scope) }
  }

  /// Ends the transaction that was just begun, as the body ends.
  private func finish<Found, Result>(_ found: Found, _ body: (Found) throws -> Result) throws -> Result {
    do {
      let result = try body(found)
      try driver.commit()
      return result
    } catch {
      driver.rollback()
      throw error
    }
  }
}

/// A transaction in which statements run.
public class Transaction {
  fileprivate let driver: any DatabaseDriver
  public var dialect: Dialect { driver.dialect }

  init(_ driver: any DatabaseDriver) { self.driver = driver }

  public func rows(_ statement: Statement) throws -> [Row] { try execute(statement).rows }

  /// The first row, or nil when there is none.
  public func first(_ statement: Statement) throws -> Row? { try execute(statement).rows.first }

  /// Runs a statement and gives the number of rows that it changed.
  @discardableResult
  public func run(_ statement: Statement) throws -> Int { try execute(statement).changed }

  /// Hands on each row as it comes.
  public func stream(_ statement: Statement, _ each: (Row) throws -> Void) throws {
    let (text, values) = statement.rendered(for: driver.dialect)
    try driver.stream(text, values, each)
  }

  public func load(_ table: TemporaryTable, _ fill: (any BulkWriter) throws -> Void) throws {
    try driver.load(table, fill)
  }

  private func execute(_ statement: Statement) throws -> StatementResult {
    let (text, values) = statement.rendered(for: driver.dialect)
    return try driver.execute(text, values)
  }
}

/// A transaction that knows its tenant; every statement on a tenant's table names `tenant` too.
public final class TenantTransaction: Transaction {
  public let tenant: Identifier<Tenant>

  init(_ driver: any DatabaseDriver, tenant: Identifier<Tenant>) {
    self.tenant = tenant
    super.init(driver)
  }

  /// Adds rows of this tenant to a table that has none with their keys.
  public func append(
    _ rows: TemporaryTable, to table: StaticString, _ fill: (any BulkWriter) throws -> Void
  ) throws {
    try driver.append(rows, to: table, tenant: tenant, fill)
  }
}

extension PodctlError {
  /// Whether PostgreSQL rolled a transaction back that may well succeed the next time: serialization_failure and
  /// deadlock_detected (appendix A of its documentation).
  fileprivate var isGivenUp: Bool {
    context.contains { $0.name == "sqlstate" && ["40001", "40P01"].contains($0.value) }
  }
}
