/// How much a finding of lint matters.
public enum LintLevel: String, Sendable, Codable, CaseIterable, Comparable {
  /// Worth knowing; nothing breaks.
  case note
  /// It stops others for a while, or will have to be done again.
  case warning
  /// It breaks a running program, loses data, or lets one tenant see another's rows.
  case error

  public static func < (left: LintLevel, right: LintLevel) -> Bool { left.rank < right.rank }

  private var rank: Int { LintLevel.allCases.firstIndex(of: self) ?? 0 }
}

/// One place in a migration that a rule complains about.
public struct LintFinding: Sendable, Hashable, Codable {
  public var file: String
  /// Both from 1, the column in characters.
  public var line: Int
  public var column: Int
  /// `S104` for safety, `P101` for the platform.
  public var rule: String
  /// The rule in words: `index-not-concurrent`.
  public var name: String
  public var level: LintLevel
  /// Why it matters, in a line.
  public var message: String
  /// What to write instead.
  public var hint: String

  public init(
    file: String, line: Int, column: Int, rule: String, name: String, level: LintLevel, message: String, hint: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.rule = rule
    self.name = name
    self.level = level
    self.message = message
    self.hint = hint
  }
}
