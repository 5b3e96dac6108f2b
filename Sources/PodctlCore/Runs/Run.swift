/// One run of a command that changed the database, or failed to.
public struct Run: Sendable, Hashable {
  public var id: Identifier<Run>
  /// The tenant's slug as it was; nil for the database as a whole.
  public var tenant: Slug?
  public var command: String
  public var startedAt: Instant
  /// Nil while it runs, and for ever when it was killed.
  public var finishedAt: Instant?
  public var exitStatus: Int?
  public var errorCode: String?
  public var summary: String?

  /// Whether it ended otherwise than well; one that never ended failed too.
  public var failed: Bool { exitStatus != 0 }

  public init(
    id: Identifier<Run>, tenant: Slug?, command: String, startedAt: Instant, finishedAt: Instant? = nil,
    exitStatus: Int? = nil, errorCode: String? = nil, summary: String? = nil
  ) {
    self.id = id
    self.tenant = tenant
    self.command = command
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.exitStatus = exitStatus
    self.errorCode = errorCode
    self.summary = summary
  }
}
