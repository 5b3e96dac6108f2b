import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Holds migration files against rules, without a database.
struct MigrateLint: PodctlCommand {
  static let example = "podctl migrate lint --dir migrations"
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Find dangerous statements in migration files; exits with 1 if there are any.",
    discussion: """
      Rules S… are of safety: what locks a table that programs are using, loses data, or breaks the program that is still \
      running. Rules P… are of the platform: keys, policies and calls that PostgreSQL, TimescaleDB, Citus and Supabase \
      must all take, and that keep tenants apart. No database is needed. What a file makes itself nobody else can be \
      using; tables of earlier files are known. A comment allows what it names, before the first statement for the whole \
      file and else for the statement behind it: -- podctl: allow=S110,P116 -- why. docs/lint.md lists every rule.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var source: MigrationOptions

  @Argument(
    help: "Files in the order they run; the default is those of --dir, or podctl's own.",
    completion: .file(extensions: ["sql"]))
  var files: [String] = []

  @Option(
    help: "Target databases; the default is PostgreSQL and those in the files' names.")
  var variant: [MigrationVariant] = []

  @Option(help: "Exit with 1 for findings of this level or above: note, warning or error.")
  var failOn = LintLevel.warning

  @OptionGroup var reports: ReportOptions

  func validate() throws {
    if !files.isEmpty, source.folder != nil { throw ValidationError("name files or --dir, not both") }
  }

  func run(in context: CommandContext) throws {
    let linting = files.isEmpty ? try SchemaLinting(source.source, for: variant) : SchemaLinting(files, for: variant)
    let start = context.environment.now()
    let findings = try linting.findings()
    let count = linting.files.count == 1 ? "1 file" : "\(linting.files.count) files"
    var check = MigrationReport.Check(
      .lint, "\(count), \(findings.isEmpty ? "nothing found" : "\(findings.count) found")")
    check.subjects = linting.files
    check.findings = findings.map { MigrationReport.Finding($0) }
    check.error = MigrationChecking.error(of: findings, from: failOn)
    check.milliseconds = (context.environment.now().microseconds - start.microseconds) / 1000
    try reports.keep(MigrationReport([check]), context.console)
    if !reports.takesOutput {
      try context.console.emit(Self.listing, findings, output, empty: check.summary)
    }
    if let error = check.error { throw error }
  }

  static let listing = Listing<LintFinding>(
    schema: "podctl.migrate.lint/1",
    [
      Column("file", "File") { .text($0.file) },
      Column("line", "Line", .trailing) { .integer(Int64($0.line)) },
      Column("column", "Column", .trailing, inTable: false) { .integer(Int64($0.column)) },
      Column("level", "Level") { .text($0.level.rawValue) },
      Column("rule", "Rule") { .text($0.rule) },
      Column("name", "Name", inTable: false) { .text($0.name) },
      Column("message", "Finding") { .text($0.message) },
      Column("hint", "Instead") { .text($0.hint) },
    ])
}

extension LintLevel: ExpressibleByArgument {}
