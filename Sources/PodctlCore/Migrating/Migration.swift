/// One step of a schema's history, as it stands in one database.
public struct Migration: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// `NNNN_name.sql`: runs once, in the order of the numbers.
    case versioned
    /// `R_name.sql` and `schema/*.sql`: runs again whenever it was changed, after the versioned ones.
    case repeatable
  }

  public enum State: String, Sendable, CaseIterable {
    case applied
    case pending
    /// Stopped part-way, or at work in another process: a file without a transaction.
    case running
    /// Taken as applied by `migrate baseline`, without having been run.
    case baseline
  }

  public var kind: Kind
  /// Zero for a repeatable step.
  public var version: Int64
  public var name: String
  public var fileName: String
  public var state: State
  /// `v1:` and the SHA-256 of the normalised text.
  public var checksum: String
  /// Nil while pending.
  public var appliedAt: Instant?
  /// Nil while pending.
  public var durationMilliseconds: Int64?
  /// The variant that its file is, such as `postgres`; nil for a file for every database.
  public var variant: String?
  /// How many statements are done, and of how many; nil where it is not known.
  public var statementsDone: Int64?
  public var statementsTotal: Int64?

  public init(
    kind: Kind = .versioned, version: Int64, name: String, fileName: String, state: State, checksum: String,
    appliedAt: Instant? = nil, durationMilliseconds: Int64? = nil, variant: String? = nil,
    statementsDone: Int64? = nil, statementsTotal: Int64? = nil
  ) {
    self.kind = kind
    self.version = version
    self.name = name
    self.fileName = fileName
    self.state = state
    self.checksum = checksum
    self.appliedAt = appliedAt
    self.durationMilliseconds = durationMilliseconds
    self.variant = variant
    self.statementsDone = statementsDone
    self.statementsTotal = statementsTotal
  }

  /// How messages call it: `0003_name`, or the name of a repeatable one.
  public var label: String { kind == .versioned ? "\(Migration.padded(version))_\(name)" : name }

  /// A version as file names write it: `0003`.
  public static func padded(_ version: Int64) -> String {
    let digits = String(version)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
