import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Proves that migrations work before they meet a database that matters.
struct MigrateVerify: PodctlCommand {
  static let example = "podctl migrate verify --dir migrations"
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Test the migrations in scratch databases; exits with 1 if a check fails.",
    discussion: """
      From nothing to the newest, and again; repeatable files twice; from the base's files to these; each section down \
      and back; killed at each statement and run again. On PostgreSQL databases are made on the same server and dropped \
      (the role needs CREATEDB, or --shadow-url names an empty one); for SQLite they are temporary files. The database \
      itself is not touched.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: MigrationOptions
  @OptionGroup var base: MigrationBaseOptions
  @OptionGroup var shadow: ShadowOptions
  @Option(
    help: ArgumentHelp(
      "Skip a check: \(SchemaCheck.Name.allCases.dropFirst().map(\.rawValue).joined(separator: ", ")).",
      valueName: "check"))
  var skip: [SchemaCheck.Name] = []

  func run(in context: CommandContext) throws {
    var verifying = try SchemaVerifying(
      beside: files.address(in: context), from: try files.source, base: base.files(of: files, in: context),
      shadow: shadow.address(in: context), ids: context.ids, now: context.environment.now)
    verifying.skipped = Set(skip)
    let checks = try verifying.checks()
    try context.console.emit(Self.listing, checks, output, empty: "nothing was tried")
    if let error = SchemaVerifying.error(of: checks) { throw error }
  }

  static let listing = Listing<SchemaCheck>(
    schema: "podctl.migrate.verify/1",
    [
      Column("check", "Check") { .text($0.name.rawValue) },
      Column("verdict", "Verdict") { .text($0.verdict.rawValue) },
      Column("file", "File") { .text($0.file) },
      Column("detail", "What was found") { .text($0.detail) },
      Column("duration_ms", "ms", .trailing) { .integer($0.milliseconds) },
    ])
}

extension SchemaCheck.Name: ExpressibleByArgument {}
