import PodctlCore

/// What the two databases say differently where the runner asks.
extension Dialect {
  /// Counts, as `columns`, those of a table, and lists, as `extensions`, those that change what a schema may hold.
  func ledgerFacts(_ schema: String?, _ table: String) -> Statement {
    switch self {
    case .sqlite: "SELECT count(*) AS columns, NULL AS extensions FROM pragma_table_info(\(table))"
    case .postgres:
      """
      SELECT
        (SELECT count(*) FROM pg_catalog.pg_attribute a
          JOIN pg_catalog.pg_class c ON c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
          WHERE n.nspname = coalesce(\(schema), pg_catalog.current_schema()) AND c.relname = \(table)
            AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
        (SELECT string_agg(extname, ',' ORDER BY extname) FROM pg_catalog.pg_extension
          WHERE extname IN ('timescaledb', 'citus')) AS extensions
      """
    }
  }

  /// Makes a schema. It looks first, since IF NOT EXISTS asks for the right to create even when it need not.
  func createSchema(_ name: String, in tx: Transaction) throws {
    guard self == .postgres else { return }
    if try tx.first("SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = \(name)") == nil {
      try tx.run("CREATE SCHEMA \(sql: Statement(segments: [.text(name)]))")
    }
  }

  /// On SQLite a constraint has no name of its own.
  func renameConstraint(_ name: String, of table: Statement, to newName: String, in tx: Transaction) throws {
    guard self == .postgres else { return }
    try tx.run(
      """
      ALTER TABLE \(sql: table) RENAME CONSTRAINT \(sql: Statement(segments: [.text(name)]))
      TO \(sql: Statement(segments: [.text(newName)]))
      """)
  }

  var currentRole: Statement {
    switch self {
    case .sqlite: "NULL"
    case .postgres: "current_user::text"
    }
  }

  /// The server's own time, so that a lease does not depend on the clocks of two machines; SQLite has one machine.
  func time(_ now: Instant) -> Statement {
    switch self {
    case .sqlite: "\(now)"
    case .postgres: "clock_timestamp()"
    }
  }

  /// That time and so many milliseconds.
  func time(_ now: Instant, plusMilliseconds milliseconds: Int64) -> Statement {
    switch self {
    case .sqlite: "\(Instant(microseconds: now.microseconds + milliseconds * 1000))"
    case .postgres: "clock_timestamp() + \(milliseconds) * interval '1 millisecond'"
    }
  }

  /// The number that the advisory lock has: the first eight bytes of SHA-256("podctl.migrate" 0 database 0 schema). One
  /// schema has one lock, whatever ledgers lie in it.
  private func lockKey(_ schema: Statement) -> Statement {
    """
    ('x' || encode(substring(sha256(convert_to('podctl.migrate', 'UTF8') || '\\x00'::bytea
      || convert_to(current_database()::text, 'UTF8') || '\\x00'::bytea
      || convert_to(coalesce(\(sql: schema), current_schema()::text, ''), 'UTF8')) from 1 for 8), 'hex'))::bit(64)::bigint
    """
  }

  /// Sets the transaction's limits and takes a lock until its end, without waiting: the one value says `true` where it was
  /// free. Nothing where beginning to write is the lock. Waiting inside the server would deadlock with an index built
  /// concurrently, and a session's lock would leak through a pooler. Names of schemas, files and limits hold no quotes.
  func tryLock(_ schema: String?, _ limits: TransactionLimits) -> [String] {
    guard self == .postgres else { return [] }
    let key = lockKey(.init(segments: [.text(schema.map { "'\($0)'" } ?? "NULL")])).rendered(for: self).text
    var texts = [
      "SET LOCAL lock_timeout = '\(limits.lockTimeout)'", "SET LOCAL statement_timeout = '\(limits.statementTimeout)'",
      "SET LOCAL idle_in_transaction_session_timeout = '60s'", "SET LOCAL application_name = '\(limits.application)'",
    ]
    if limits.isFlushedLater { texts.append("SET LOCAL synchronous_commit = off") }
    return texts + ["SELECT pg_try_advisory_xact_lock(\(key))::text"]
  }

  /// Makes the server write to its disk, at its commit, all that was committed before; nil where each commit does.
  var flush: Statement? { self == .sqlite ? nil : "SELECT pg_current_xact_id()::text AS id" }

  /// Who holds the lock: pid, application, address and age in seconds.
  func lockHolder(_ schema: String?) -> Statement? {
    switch self {
    case .sqlite: nil
    case .postgres:
      """
      SELECT a.pid, coalesce(a.application_name, '') AS application,
        coalesce(host(a.client_addr), 'a local socket') AS address,
        coalesce(extract(epoch FROM clock_timestamp() - a.xact_start)::bigint, 0) AS age
      FROM (SELECT \(sql: lockKey("\(schema)::text")) AS key) k
      JOIN pg_catalog.pg_locks l ON l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
        AND l.classid::bigint = (k.key >> 32) & 4294967295 AND l.objid::bigint = k.key & 4294967295
        AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
      JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
      """
    }
  }

  /// Turns the keeping of foreign keys off or on, outside a transaction; nil where a migration needs them on.
  func foreignKeys(_ isOn: Bool) -> String? {
    self == .sqlite ? "PRAGMA foreign_keys = \(isOn ? "ON" : "OFF")" : nil
  }
}

/// What a transaction of a migration may wait for, in milliseconds as text; 0 is for ever.
struct TransactionLimits: Sendable {
  var lockTimeout: String
  var statementTimeout: String
  /// Its commit need not reach the disk at once, for one after it will; in their order commits are kept or lost.
  var isFlushedLater = false
  /// What others see as the application that holds a lock.
  var application: String

  init(lock: Duration, statement: Duration?, file: String?) {
    lockTimeout = "\(lock.wholeMilliseconds)ms"
    statementTimeout = "\(statement?.wholeMilliseconds ?? 0)ms"
    application = String(("podctl/migrate" + (file.map { " \($0)" } ?? "")).prefix(60))
  }
}

extension Dialect {
  /// Finds an extension that is installed or could be; nil where there are none.
  func extensionNamed(_ name: String) -> Statement? {
    self == .sqlite ? nil : "SELECT name FROM pg_catalog.pg_available_extensions WHERE name = \(name)"
  }

  /// Asks for the server's process of this connection, as `pid`; nil where there is no server.
  var serverProcess: String? { self == .sqlite ? nil : "SELECT pg_backend_pid() AS pid" }

  /// Whether a value says yes; SQLite knows no truth but 1.
  func isTrue(_ value: SQLValue?) -> Bool {
    switch value {
    case .boolean(let flag): flag
    case .integer(let number): self == .sqlite && number == 1
    default: false
    }
  }
}
