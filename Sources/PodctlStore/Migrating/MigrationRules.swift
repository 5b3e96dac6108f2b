import PodctlCore

/// How a run of migrations behaves where there is a choice.
public struct MigrationRules: Sendable {
  /// What to do while another runner is at work.
  public enum Lock: String, Sendable, CaseIterable { case wait, fail, skip }

  public var lock = Lock.wait
  /// How long `wait` waits.
  public var lockWait = Duration.seconds(60)
  /// How long a statement may wait for a table that somebody else holds; then the file is rolled back and tried again.
  public var lockTimeout = Duration.seconds(5)
  /// How long a statement may take; nil for as long as it needs.
  public var statementTimeout: Duration?
  /// How often a file is tried again after a lock's timeout.
  public var retries = 5
  /// The newest version to apply; nil for all.
  public var to: Int64?
  public var allowsOutOfOrder = false
  /// Goes on where the history holds steps that the files lack, as after a deploy was rolled back.
  public var allowsNewer = false

  public init() {}

  func limits(_ header: MigrationHeader, _ file: MigrationFile?) -> TransactionLimits {
    TransactionLimits(
      lock: header.lockTimeout ?? lockTimeout, statement: header.statementTimeout ?? statementTimeout,
      file: file?.fileName)
  }
}
