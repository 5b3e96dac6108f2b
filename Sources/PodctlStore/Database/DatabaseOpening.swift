import Migrations
import PodctlCore

extension Database {
  /// What a database is opened for.
  public enum Purpose: Sendable {
    /// The work of every day: the schema must be the binary's, a new SQLite file is brought there at once, and no
    /// statement may forget its tenant.
    case work
    /// Bringing the schema up to date: a missing SQLite file is made, the schema is not checked.
    case migrating
    /// Looking at the state of the schema: nothing is made, nothing is checked.
    case inspecting
  }

  /// Opens a database. For work it throws `schema_behind` or `schema_ahead` unless the schema is the binary's own.
  public static func open(_ url: DatabaseURL, now: @escaping () -> Instant) throws -> Database {
    try open(url, for: .work, now: now)
  }

  /// Opens a database; `searchPath` matters to a folder of migrations that is not podctl's.
  public static func open(
    _ url: DatabaseURL, for purpose: Purpose, searchPath: PostgresDriver.SearchPath = .podctl,
    now: @escaping () -> Instant
  ) throws -> Database {
    let database = Database(driver: try driver(url, for: purpose, searchPath))
    guard purpose == .work else { return database }
    let runner = try MigrationRunner(database, ledger: .own, files: embeddedMigrations(), now: now)
    if try database.isNewFile() { try runner.fill() }
    try runner.checkSchema()
    database.driver.requireTenants()
    return database
  }

  /// The migrations of podctl itself, every database's variants among them.
  public static func embeddedMigrations() throws -> [MigrationFile] {
    try EmbeddedMigrations.files.map { try MigrationFile(fileName: $0.name, bytes: $0.text) }
  }

  private static func driver(
    _ url: DatabaseURL, for purpose: Purpose, _ searchPath: PostgresDriver.SearchPath
  ) throws -> any DatabaseDriver {
    switch url.target {
    case .memory: try SQLiteDriver.inMemory()
    case .file(let path, let createsFolder):
      try SQLiteDriver.open(file: path, creating: purpose != .inspecting, createsFolder: createsFolder)
        .waiting(briefly: purpose == .migrating)
    case .server(let address): try PostgresDriver.open(address, searchPath: searchPath)
    }
  }

  private func isNewFile() throws -> Bool {
    guard let tables = driver.dialect.tablesOfFile else { return false }
    let count: Int64 = try read { tx in try tx.first(tables)?["found"] ?? 0 }
    return count == 0
  }
}
