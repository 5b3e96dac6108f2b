import PodctlCore

/// The table in which a database's history stands.
///
/// podctl's own is `schema_migrations`, on PostgreSQL in the schema `podctl`. That of another project's folder
/// (`migrate --dir`) is `podctl_schema_migrations`, on PostgreSQL in the schema that the connection itself has first in
/// its search path; so both can live in one database.
public enum MigrationLedger: Sendable {
  case own
  case ofFolder

  struct Entry: Sendable {
    let version: Int64
    let name: String
    let checksum: String
    let appliedAt: Instant
    let durationMilliseconds: Int64
  }

  var name: String {
    switch self {
    case .own: "schema_migrations"
    case .ofFolder: "podctl_schema_migrations"
    }
  }

  /// All tables of the runner, which are no part of the schema that it makes.
  public var tables: Set<String> { [name] }

  private var table: Statement {
    switch self {
    case .own: "schema_migrations"
    case .ofFolder: "podctl_schema_migrations"
    }
  }

  func exists(in tx: Transaction) throws -> Bool {
    let count: Int64 = try tx.first(tx.dialect.tablesNamed(name))?["found"] ?? 0
    return count > 0
  }

  /// Makes the ledger, and on PostgreSQL podctl's schema; only under the lock, for `IF NOT EXISTS` is not safe against
  /// another session that does the same.
  func create(in tx: Transaction) throws {
    if self == .own { try tx.dialect.createSchema(in: tx) }
    try tx.run(
      """
      CREATE TABLE \(sql: table) (
        version bigint NOT NULL PRIMARY KEY,
        name text NOT NULL,
        checksum text NOT NULL,
        applied_at timestamptz NOT NULL,
        duration_ms bigint NOT NULL
      )
      """)
  }

  /// The history in the order of its versions; empty where there is no ledger.
  func entries(in tx: Transaction) throws -> [Entry] {
    guard try exists(in: tx) else { return [] }
    return try tx.rows("SELECT version, name, checksum, applied_at, duration_ms FROM \(sql: table) ORDER BY version")
      .map { row in
        Entry(
          version: try row["version"], name: try row["name"], checksum: try row["checksum"],
          appliedAt: try row["applied_at"], durationMilliseconds: try row["duration_ms"])
      }
  }

  func append(_ entry: Entry, in tx: Transaction) throws {
    try tx.run(
      """
      INSERT INTO \(sql: table) (version, name, checksum, applied_at, duration_ms)
      VALUES (\(entry.version), \(entry.name), \(entry.checksum), \(entry.appliedAt), \(entry.durationMilliseconds))
      """)
  }
}
