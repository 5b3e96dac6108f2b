import PodctlCore

/// The seam between the store and one database. A driver is one connection, used by one thread at a time; each of its
/// errors is a `PodctlError` that holds no bound value and no password.
public protocol DatabaseDriver: AnyObject {
  var dialect: Dialect { get }

  /// What tells this database from others as far as this side knows: the file, or nothing where the server tells it.
  var identity: String { get }

  /// Runs one statement and gives every row of its result, and the number of rows it changed.
  func execute(_ text: String, _ values: [SQLValue]) throws -> StatementResult

  /// Runs one statement and hands on each row as it comes, so that a large result is never held whole.
  func stream(_ text: String, _ values: [SQLValue], _ each: (Row) throws -> Void) throws

  /// Runs one statement of a migration file. Its errors may quote the statement and name its line and column in the
  /// file.
  func perform(_ statement: ScriptStatement) throws

  /// Opens a transaction; `tenant` is what row-level security compares with, nil for none.
  func begin(_ access: TransactionAccess, tenant: Identifier<Tenant>?) throws
  /// Opens a transaction of no tenant that writes, runs these statements of podctl's own in it, and gives the first value
  /// of each that has a row, as text; on a server all of it in one round trip.
  func begin(running texts: [String]) throws -> [String]
  func commit() throws
  func rollback()

  /// From now on a commit that has returned survives a failure of the power; outside any transaction.
  func keepDurably() throws

  /// Has the database count anew what its plans rest on, of tables that have grown or shrunk much since it last did;
  /// outside any transaction. What keeps it from that (another writer, a file that may only be read, a role that owns no
  /// table) is no failure. Quick where nothing is to be done, and at once where this connection has changed few rows,
  /// unless `always`.
  func gatherStatistics(always: Bool)

  /// Limits each statement of the transactions to come, where a server runs them.
  func limit(statements timeout: Duration)

  /// From now on refuses statements on tenants' tables that do not name the transaction's tenant, where the database
  /// itself keeps no tenants apart; PostgreSQL has its policies.
  func requireTenants()

  /// Copies a table, or a query in parentheses, out in the database's bulk form and gives the number of rows; 0 where it
  /// has none. `source` is text of podctl's own.
  func copiedRows(from source: String) throws -> Int

  /// Cuts the connection off as the end of this process would, in the midst of whatever it is in; a file has none.
  func sever()

  /// Loads rows into a temporary table of this transaction, by the fastest way the database has (COPY, or one prepared
  /// statement), and calls `fill` once with the writer. The table is made with the named columns and types.
  func load(_ table: TemporaryTable, _ fill: (any BulkWriter) throws -> Void) throws

  /// Adds rows of a tenant to a table that has none with their keys, as fast as the database can. `rows` names the
  /// columns that are filled, without `tenant_id`.
  func append(
    _ rows: TemporaryTable, to table: StaticString, tenant: Identifier<Tenant>,
    _ fill: (any BulkWriter) throws -> Void
  ) throws
}

extension DatabaseDriver {
  public func requireTenants() {}

  public func limit(statements timeout: Duration) {}

  public func gatherStatistics(always: Bool) {}

  public func copiedRows(from source: String) throws -> Int { 0 }

  public func begin(running texts: [String]) throws -> [String] {
    try begin(.readWrite, tenant: nil)
    return try texts.compactMap { text in
      guard case .text(let value)? = try execute(text, []).rows.first?.values.first else { return nil }
      return value
    }
  }

  /// Runs several statements without parameters, as a migration file holds them.
  public func script(_ text: String) throws {
    for statement in try ScriptReader.statements(of: text, dialect) { try perform(statement) }
  }
}

public struct StatementResult: Sendable {
  public var rows: [Row]
  /// Rows inserted, updated or deleted.
  public var changed: Int

  public init(rows: [Row], changed: Int) {
    self.rows = rows
    self.changed = changed
  }
}

public enum TransactionAccess: Sendable {
  case readOnly
  /// Takes the write lock at once on SQLite, so that two writers wait for each other instead of failing late.
  case readWrite
}

/// A table that lives until its transaction ends.
public struct TemporaryTable: Sendable {
  public enum Kind: Sendable { case uuid, day, instant, integer, text, bytes, boolean }

  public var name: String
  public var columns: [(name: String, kind: Kind)]

  public init(_ name: StaticString, _ columns: [(name: String, kind: Kind)]) {
    self.name = "\(name)"
    self.columns = columns
  }
}

/// Takes the values of a bulk load in column order, row by row, without an allocation a value.
public protocol BulkWriter: AnyObject {
  func uuid(high: UInt64, low: UInt64) throws
  func day(_ day: Day) throws
  func instant(_ instant: Instant) throws
  func integer(_ number: Int64) throws
  func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
  func bytes(_ bytes: UnsafeBufferPointer<UInt8>) throws
  func boolean(_ flag: Bool) throws
  func null() throws
  func endRow() throws
}
