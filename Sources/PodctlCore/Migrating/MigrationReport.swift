/// What a run of checks over migrations did, and what it found: `migrate ci`, or lint alone.
public struct MigrationReport: Sendable {
  public var checks: [Check]

  public init(_ checks: [Check] = []) { self.checks = checks }

  public var findings: [Finding] { checks.flatMap(\.findings) }

  /// What the run ends with: the first error that is more than a finding, else the first at all; nil where all is well.
  public var error: PodctlError? {
    let failed = checks.filter { $0.error != nil }
    let errors = failed.compactMap(\.error)
    guard var error = errors.first(where: { $0.exit != .finding }) ?? errors.first else { return nil }
    guard failed.count > 1 else { return error }
    error.message = failed.map(\.name.rawValue).joined(separator: ", ") + " failed; \(error.message)"
    return error
  }

  public struct Check: Sendable {
    /// In the order in which they run.
    public enum Name: String, Sendable, CaseIterable {
      /// The files against the rules of lint.
      case lint
      /// The files against those of the base branch.
      case base
      /// What `migrate up` would do to the database.
      case plan
      /// The files tried in a database of their own.
      case verify
      /// The database against what its migrations make.
      case drift
    }

    public var name: Name
    /// What came of it, in a line.
    public var summary: String
    /// What a reader may want to know besides, in lines.
    public var lines: [String] = []
    /// What was looked at, each a case of a test report: files, or the names of checks.
    public var subjects: [String] = []
    public var findings: [Finding] = []
    /// Why it failed.
    public var error: PodctlError?
    /// It was left out, or there was nothing to look at.
    public var isSkipped = false
    public var milliseconds: Int64 = 0

    public init(_ name: Name, _ summary: String = "") {
      self.name = name
      self.summary = summary
    }

    public var verdict: String { isSkipped ? "skipped" : error == nil ? "passed" : "failed" }
  }

  /// One thing that was found, at a place in a file where it has one.
  public struct Finding: Sendable, Hashable {
    /// The case that it belongs to.
    public var subject: String
    public var level: LintLevel
    /// A rule of lint, or a word of `docs/errors.md`.
    public var code: String
    /// The rule in words.
    public var name: String
    public var message: String
    public var hint: String?
    public var file: String?
    /// Both from 1.
    public var line: Int?
    public var column: Int?

    public init(
      _ code: String, name: String, level: LintLevel = .error, subject: String, message: String, hint: String? = nil,
      file: String? = nil, line: Int? = nil, column: Int? = nil
    ) {
      self.subject = subject
      self.level = level
      self.code = code
      self.name = name
      self.message = message
      self.hint = hint
      self.file = file
      self.line = line
      self.column = column
    }

    public init(_ finding: LintFinding) {
      self.init(
        finding.rule, name: finding.name, level: finding.level, subject: finding.file, message: finding.message,
        hint: finding.hint, file: finding.file, line: finding.line, column: finding.column)
    }

    /// An error that names its file and line in its context.
    public init(_ error: PodctlError, subject: String, folder: String? = nil) {
      func fact(_ name: String) -> String? { error.context.first { $0.name == name }?.value }
      let file = fact("file").map { file in folder.map { "\($0)/\(file)" } ?? file }
      self.init(
        error.code.rawValue, name: error.code.rawValue, subject: file ?? subject, message: error.message,
        hint: error.hint, file: file, line: fact("line").flatMap(Int.init), column: fact("column").flatMap(Int.init))
    }
  }
}
