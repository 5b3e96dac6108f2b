/// One step of a schema's history, as it stands in one database.
public struct Migration: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable { case applied, pending }

  public var version: Int64
  public var name: String
  public var state: State
  /// `v1:` and the SHA-256 of the normalised text.
  public var checksum: String
  /// Nil while pending.
  public var appliedAt: Instant?
  /// Nil while pending.
  public var durationMilliseconds: Int64?
  /// The file's text.
  public var sql: String

  public init(
    version: Int64, name: String, state: State, checksum: String, appliedAt: Instant?, durationMilliseconds: Int64?,
    sql: String
  ) {
    self.version = version
    self.name = name
    self.state = state
    self.checksum = checksum
    self.appliedAt = appliedAt
    self.durationMilliseconds = durationMilliseconds
    self.sql = sql
  }
}
