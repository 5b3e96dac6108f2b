import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Holds migration files against rules, without a database.
struct MigrateLint: PodctlCommand {
  static let example = "podctl migrate lint"
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Find what is dangerous in migration files; exits 1 where something is.",
    discussion: """
      Rules S… are of safety: what locks a table that programs are using, loses data, or breaks the program that is still \
      running. Rules P… are of the platform: keys, policies and calls that PostgreSQL, TimescaleDB, Citus and Supabase \
      must all take, and that keep tenants apart. No database is needed. What a file makes itself nobody else can be \
      using; tables of earlier files are known. -- podctl: allow=S110,P116 in a file allows what it names. \
      docs/lint.md lists every rule.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var source: MigrationOptions

  @Argument(help: "Files, in the order in which they run; without any, those of --dir or podctl's own.")
  var files: [String] = []

  @Option(help: "Exit with 1 from this level on: note, warning or error.")
  var failOn = LintLevel.warning

  @Option(help: "Write a document for CI in place of the list: junit, sarif or github.")
  var report: LintText.Format?

  func run(in context: CommandContext) throws {
    let linting = files.isEmpty ? try SchemaLinting(source.source) : SchemaLinting(files)
    let findings = try linting.findings()
    if let report {
      try context.console.data(LintText.text(findings, files: linting.files, as: report))
    } else {
      try context.console.emit(
        Self.listing, findings, output,
        empty: "\(linting.files.count == 1 ? "1 file" : "\(linting.files.count) files"), nothing found")
    }
    let grave = findings.filter { $0.level >= failOn }
    guard let first = grave.first else { return }
    throw PodctlError(
      .lintFound,
      grave.count == 1 ? "lint found one thing, in \(first.file)" : "lint found \(grave.count) things",
      hint: "each says what to write instead; -- podctl: allow=\(first.rule) in the file allows it",
      context: [.init("findings", "\(grave.count)")])
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
extension LintText.Format: ExpressibleByArgument {}
