import PodctlCore

/// One row of a ledger.
struct LedgerEntry: Sendable, Equatable {
  enum Status: String, Sendable, SQLBindable, SQLReadable { case applied, running, baseline }

  var kind: Migration.Kind
  var version: Int64
  var name: String
  /// That of the file's name.
  var variant: MigrationVariant?
  /// The kind of database on which it was applied.
  var platform: MigrationVariant
  var checksum: String
  var status: Status
  var appliedAt: Instant
  var durationMilliseconds: Int64
  var statementsTotal: Int64?
  /// Differs from those done only while one runs that no transaction can hold.
  var statementsBegun: Int64?
  var statementsDone: Int64?
  /// Counts who held the lease of a file without a transaction; who has an older one has lost it.
  var leaseToken: Int64
  /// Who applied it: host and process.
  var runner: String?
  /// The schema behind it, as a hash, to be written; it is read by itself.
  var fingerprint: String?

  var order: MigrationOrder { MigrationOrder(isRepeatable: kind == .repeatable, version: version, name: name) }

  /// A new row for a file.
  init(_ file: MigrationFile, on platform: MigrationVariant, at instant: Instant, by agent: MigrationAgent) {
    kind = file.kind
    version = file.version
    name = file.name
    variant = file.variant
    self.platform = platform
    checksum = file.checksum
    status = .applied
    appliedAt = instant
    durationMilliseconds = 0
    leaseToken = 0
    runner = agent.runner
  }

  init(_ row: Row) throws {
    kind = try row["kind"]
    version = try row["version"]
    name = try row["name"]
    variant = try row["variant"]
    platform = try row["platform"]
    checksum = try row["checksum"]
    status = try row["status"]
    appliedAt = try row["applied_at"]
    durationMilliseconds = try row["duration_ms"]
    statementsTotal = try row["statements_total"]
    statementsBegun = try row["statements_begun"]
    statementsDone = try row["statements_done"]
    leaseToken = try row["lease_token"]
    runner = try row["runner"]
  }

  /// A row of podctl 0.1.
  init(first row: Row, _ platform: MigrationVariant) throws {
    kind = .versioned
    version = try row["version"]
    name = try row["name"]
    self.platform = platform
    checksum = try row["checksum"]
    status = .applied
    appliedAt = try row["applied_at"]
    durationMilliseconds = try row["duration_ms"]
    leaseToken = 0
  }
}

extension Migration.Kind: SQLBindable, SQLReadable {}
extension MigrationVariant: SQLBindable, SQLReadable {}

/// Who runs migrations, for the ledger.
public struct MigrationAgent: Sendable {
  /// The version of podctl.
  public var version: String
  /// Host and process, such as `web-1:4711`.
  public var runner: String

  public init(version: String, runner: String) {
    self.version = version
    self.runner = runner
  }

  static let unknown = MigrationAgent(version: "", runner: "")
}
