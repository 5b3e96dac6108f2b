import PodctlCore
import PodctlStore

/// Compares a schema as it stands with what its migrations make, or with another environment's. It changes neither.
public struct SchemaDrift {
  private let url: DatabaseURL
  private let source: MigrationSource
  private let now: () -> Instant
  private let shadow: DatabaseURL?

  /// `shadow` is an empty database to use in place of a new one.
  public init(
    _ url: DatabaseURL, from source: MigrationSource, shadow: DatabaseURL? = nil,
    now: @escaping () -> Instant
  ) {
    self.url = url
    self.source = source
    self.now = now
    self.shadow = shadow
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
    let history = try MigrationRunner(live, ledger: source.ledger, files: files, now: now)
    let applied = Set(
      try history.history()
        .filter { $0.state == .applied || $0.state == .baseline }.map(\.fileName))
    let shadow = try ShadowDatabase(shadow.map { .given($0) } ?? .inMemoryBeside(url))
    let fresh = try Database.open(shadow.url, for: .migrating, searchPath: source.searchPath, now: now)
    try DefaultPrivileges.copy(from: live, to: fresh)
    _ = try MigrationRunner(
      fresh, ledger: source.ledger, files: files.filter { applied.contains($0.fileName) }, now: now
    ).up()
    for role in try history.grantedRoles() {
      // A role that is gone from the server has no rights here either.
      _ = try? ApplicationRole(role, ledger: source.ledger).grant(in: fresh, MigrationRules())
    }
    return finding(wanted: try snapshot(in: fresh), found: try snapshot(in: live))
  }

  /// How the schema stands to what the last migration left.
  public enum Since: Sendable {
    /// As it was, or not, since this step.
    case same(String), changed(String)
    /// No hash was kept: nothing is applied, or a podctl before 0.4 applied it, or it was undone.
    case unknown
  }

  /// Against the hash that the last run of migrations kept: quick, and without a database beside this one; it tells no
  /// more than whether anything was changed since, and nothing of what was changed before that run.
  public func sinceLastMigration() throws -> Since {
    let live = try Database.open(url, for: .inspecting, searchPath: source.searchPath, now: now)
    let runner = try MigrationRunner(live, ledger: source.ledger, files: source.files(), now: now)
    guard let (label, kept) = try runner.lastFingerprint(), let kept else { return .unknown }
    return SchemaCatalog.fingerprint(of: try snapshot(in: live)) == kept ? .same(label) : .changed(label)
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
