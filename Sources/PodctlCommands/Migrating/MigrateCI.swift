import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Everything that a pipeline asks of migrations, in one run and one report.
struct MigrateCI: PodctlCommand {
  static let example = "podctl migrate ci --dir migrations --base-dir migrations"
  static let configuration = CommandConfiguration(
    commandName: "ci",
    abstract: "Lint, base, plan, verify and drift in one report for a pipeline; exits 1 on findings.",
    discussion: """
      lint: the rules of docs/lint.md; with a base, on new and changed files alone. base: what the base branch has may have \
      run anywhere, so a file of it that was changed, renamed or removed fails (65), and so does a new file with a number \
      before its last. plan: what migrate up would run on the database, with its locks. verify: the files tried in \
      databases of their own. drift: the database against what its migrations make. Every check is made, whatever the \
      others find; the exit status is that of the gravest. Nothing of the database is changed. scripts/examples has a \
      shell script and workflows for GitHub Actions.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: MigrationOptions
  @OptionGroup var base: MigrationBaseOptions
  @OptionGroup var shadow: ShadowOptions

  @Option(help: "Format of standard output.")
  var format = ReportText.Format.text

  @Flag(help: "The same as --format json.")
  var json = false

  @OptionGroup var reports: ReportOptions

  @Option(help: "Skip a check: lint, base, plan, verify or drift. Repeatable.")
  var skip: [MigrationReport.Check.Name] = []

  @Option(help: "Fail lint for findings of this level or above: note, warning or error.")
  var failOn = LintLevel.warning

  @Option(
    help: ArgumentHelp(
      "Allow changes to the base's files from this version on, which have not run anywhere yet.", valueName: "version"))
  var editableFrom: Int64?

  func validate() throws {
    if reports.takesOutput {
      throw ValidationError("give the report a file, as in --report junit=report.xml; --format is for standard output")
    }
    if Set(skip).count == MigrationReport.Check.Name.allCases.count { throw ValidationError("every check is left out") }
  }

  func run(in context: CommandContext) throws {
    var checking = MigrationChecking(
      try files.address(in: context), from: try files.source, ids: context.ids, now: context.environment.now)
    checking.wanted.subtract(skip)
    checking.base = try base.files(of: files, in: context)
    checking.shadow = try shadow.address(in: context)
    checking.editableFrom = editableFrom
    checking.failOn = failOn
    let report = checking.report()
    try reports.keep(report, context.console)
    try context.console.data(
      ReportText.text(
        report, as: json ? .json : format, version: Podctl.configuration.version, hasColor: context.console.hasColor))
    if let error = report.error { throw error }
  }
}

extension MigrationReport.Check.Name: ExpressibleByArgument {}
extension ReportText.Format: ExpressibleByArgument {}
