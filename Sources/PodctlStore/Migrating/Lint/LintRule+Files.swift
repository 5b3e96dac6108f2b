import PodctlCore

/// What a file says to podctl, and what it is called.
extension LintRule {
  static let safetyOfFiles: [LintRule] = [
    unknownNote, fileName, allowanceWithoutReason, unusedAllowance, foreignDown,
  ]

  /// The linter itself finds these: they are of no statement.
  private static let never: @Sendable (LintedStatement, LintScope) -> [Spot] = { _, _ in [] }

  private static let unknownNote = LintRule(
    "S149", "unknown-note", .error, on: nil, why: "podctl refuses a note that it does not know, before anything runs",
    fix: "docs/migrations.md lists what may stand behind -- podctl:, docs/lint.md the rules", never)

  static let fileName = LintRule(
    "S150", "file-name", .error, on: nil, why: "podctl refuses a folder with a file whose name is no migration's",
    fix: "name it 0007_what_it_does.sql, R_what_it_makes.sql or schema/what_it_makes.sql", never)

  private static let allowanceWithoutReason = LintRule(
    "S151", "allowance-without-reason", .note, on: nil, why: "the next reader cannot see whether it still holds",
    fix: "say why behind two dashes: -- podctl: allow=S104 -- the table is small", never)

  private static let unusedAllowance = LintRule(
    "S152", "unused-allowance", .note, on: nil, why: "nothing is found that it would allow, and it hides what may come",
    fix: "take it out", never)

  private static let foreignDown = LintRule(
    "S157", "foreign-down-section", .error, on: nil,
    why: "another tool runs what stands behind it to undo the file, podctl would with the rest, and refuses the file",
    fix: "write -- podctl: down in its place, or take the section out", never)
}
