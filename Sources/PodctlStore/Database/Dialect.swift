/// Every difference between the two databases' SQL that a statement can show.
public enum Dialect: String, Sendable, CaseIterable {
  case sqlite
  case postgres

  func placeholder(_ number: Int) -> String {
    switch self {
    case .sqlite: "?\(number)"
    case .postgres: "$\(number)"
    }
  }

  /// SQLite compares text by its bytes already; PostgreSQL does so under the C collation.
  func bytewise(_ column: String) -> String {
    switch self {
    case .sqlite: column
    case .postgres: "\(column) COLLATE \"C\""
    }
  }

  /// Counts, as `found`, the tables of this name where an unqualified one would be made.
  func tablesNamed(_ name: String) -> Statement {
    switch self {
    case .sqlite: "SELECT count(*) AS found FROM sqlite_schema WHERE type = 'table' AND name = \(name)"
    case .postgres:
      """
      SELECT count(*) AS found FROM pg_catalog.pg_tables
      WHERE schemaname = pg_catalog.current_schema() AND tablename = \(name)
      """
    }
  }

  /// Counts, as `found`, all tables of the database file, whosever they are; nil on a server, which has no new file.
  var tablesOfFile: Statement? {
    switch self {
    case .sqlite: "SELECT count(*) AS found FROM sqlite_schema"
    case .postgres: nil
    }
  }

  /// Takes, as `taken`, a lock until the transaction's end, without waiting; nil where beginning to write is the lock.
  /// Waiting inside the server would deadlock with an index built concurrently, and a session's lock would leak
  /// through a pooler.
  func tryLock(_ key: Int64) -> Statement? {
    switch self {
    case .sqlite: nil
    case .postgres: "SELECT pg_try_advisory_xact_lock(\(key)) AS taken"
    }
  }

  /// Makes podctl's schema. It looks first, since IF NOT EXISTS asks for the right to create even when it need not.
  func createSchema(in tx: Transaction) throws {
    guard self == .postgres else { return }
    if try tx.first("SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = 'podctl'") == nil {
      try tx.run("CREATE SCHEMA podctl")
    }
  }
}
