/// One thing that `migrate verify` tried in a database of its own, and how it ended.
public struct SchemaCheck: Sendable, Hashable {
  /// In the order in which one stands on another.
  public enum Name: String, Sendable, CaseIterable {
    /// From nothing to the newest.
    case empty
    /// The same again: nothing to do, and nothing written.
    case again
    /// Each file that runs again whenever it was changed, run again as it is: it must change nothing.
    case repeatable
    /// The base's files first and then these: the same schema as from nothing.
    case upgrade
    /// Each section down, and the file again: as before, and as after.
    case down
    /// Killed before, in and behind each statement, and run again.
    case kill
    /// The files' own queries, `-- podctl: verify: …`.
    case promises
    /// One tenant sees and writes nothing of another.
    case isolation
  }

  public enum Verdict: String, Sendable, CaseIterable {
    case passed, failed
    /// There was nothing to try, or what it stands on failed.
    case skipped
  }

  public var name: Name
  public var verdict: Verdict
  /// The file at fault; nil where none is, or all of them together.
  public var file: String?
  /// What was tried or what was found.
  public var detail: String
  /// How long it took.
  public var milliseconds: Int64

  public init(_ name: Name, _ verdict: Verdict, _ detail: String, file: String? = nil, milliseconds: Int64 = 0) {
    self.name = name
    self.verdict = verdict
    self.file = file
    self.detail = detail
    self.milliseconds = milliseconds
  }
}
