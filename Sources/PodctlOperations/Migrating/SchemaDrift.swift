import PodctlCore
import PodctlStore

/// Compares a schema as it stands with what its migrations make, or with another environment's. It changes neither.
public struct SchemaDrift {
  private let url: DatabaseURL
  private let source: MigrationSource
  private let ids: any IdentifierSource
  private let now: () -> Instant

  public init(
    _ url: DatabaseURL, from source: MigrationSource, ids: any IdentifierSource, now: @escaping () -> Instant
  ) {
    self.url = url
    self.source = source
    self.ids = ids
    self.now = now
  }

  /// What was found, and from what SQL proposals are made.
  public struct Finding: Sendable {
    public var wanted: SchemaSnapshot
    public var differences: [SchemaDifference]
  }

  /// The schema as it stands.
  public func snapshot() throws -> SchemaSnapshot { try snapshot(of: url) }

  /// Against a new database that the same migrations have just made: those that are applied here, or taken as applied by
  /// a baseline, and no others, so that a pending one is no drift. Throws `database_refused` where the role may not make a database.
  public func againstMigrations() throws -> Finding {
    let files = try source.files()
    let live = try Database.open(url, for: .inspecting, searchPath: source.searchPath, now: now)
    let applied = Set(
      try MigrationRunner(live, ledger: source.ledger, files: files, now: now).history()
        .filter { $0.state == .applied || $0.state == .baseline }.map(\.fileName))
    let shadow = try ShadowDatabase(beside: url, named: ids.next(SchemaDrift.self).description)
    let fresh = try Database.open(shadow.url, for: .migrating, searchPath: source.searchPath, now: now)
    _ = try MigrationRunner(
      fresh, ledger: source.ledger, files: files.filter { applied.contains($0.fileName) }, now: now
    ).up()
    return finding(wanted: try snapshot(in: fresh), found: try snapshot(in: live))
  }

  /// Against another environment, whose schema is taken to be right.
  public func against(_ other: DatabaseURL) throws -> Finding {
    try finding(against: snapshot(of: other))
  }

  /// Against a snapshot that was written before; throws `usage` for one of another kind of database.
  public func finding(against wanted: SchemaSnapshot) throws -> Finding {
    let found = try snapshot()
    guard wanted.engine == found.engine else {
      throw PodctlError(
        .usage, "a schema on \(found.engine) cannot be compared with one on \(wanted.engine)",
        hint: "compare databases of one kind")
    }
    return finding(wanted: wanted, found: found)
  }

  private func finding(wanted: SchemaSnapshot, found: SchemaSnapshot) -> Finding {
    Finding(wanted: wanted, differences: SchemaDifference.between(wanted: wanted, found: found))
  }

  private func snapshot(of url: DatabaseURL) throws -> SchemaSnapshot {
    try snapshot(in: Database.open(url, for: .inspecting, searchPath: source.searchPath, now: now))
  }

  private func snapshot(in database: Database) throws -> SchemaSnapshot {
    try database.read { tx in try SchemaCatalog(tx, without: source.ledger.tables).snapshot() }
  }
}
