import ArgumentParser
import Foundation
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Applies pending migrations.
struct MigrateUp: PodctlCommand {
  static let example = "podctl migrate up"
  static let configuration = CommandConfiguration(
    commandName: "up", abstract: "Apply every pending migration.",
    discussion: """
      Each file runs in one transaction with its row of the ledger, under a lock: any number of runs at once, and a \
      killed one, leave each file applied once and whole. With nothing pending, nothing is written.

      Example: \(example)
      """)

  static let changesDatabase = true

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: MigrationOptions
  @OptionGroup var choices: MigrationChoices
  @OptionGroup var waits: MigrationWaits
  @Option(help: ArgumentHelp("Apply exactly this file of migrate plan --out, or nothing (exit 65).", valueName: "file"))
  var plan: String?
  @Option(
    help: ArgumentHelp(
      "Grant this PostgreSQL role the rights of daily work, and no more.", valueName: "role"))
  var appRole: String?

  func validate() throws {
    if appRole != nil, files.folder != nil {
      throw ValidationError("--app-role grants rights on podctl's own tables; it cannot be used with --dir")
    }
  }

  func run(in context: CommandContext) throws {
    var rules = choices.rules()
    waits.apply(to: &rules)
    let work = try files.work(in: context)
    if let plan { try work.check(MigrateUp.read(plan), rules) }
    let applied = try work.up(rules) { step in
      context.console.note("applied \(step.label)")
    } note: { text in
      context.console.note(text)
    }
    if let appRole, try work.grant(to: appRole, rules, note: { context.console.note($0) }) {
      context.console.note("\(appRole) may now read and write the tables of podctl")
    }
    // There is a record of runs only from here on; a folder of another project's may lie beside none.
    if files.folder == nil, !applied.isEmpty, rules.to == nil {
      context.recorder?.summary = "applied \(applied.map { Migration.padded($0.version) }.joined(separator: " "))"
      _ = try context.database()
    }
    try context.console.emit(Migrate.listing, applied, output, empty: "nothing to apply: the schema is up to date")
  }

  private static func read(_ path: String) throws -> MigrationPlan {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw PodctlError(.fileNotFound, "there is no file \(path)", context: [.init("path", path)])
    }
    guard let plan = try? JSONDecoder().decode(MigrationPlan.self, from: data), plan.schema == MigrationPlan.schema
    else {
      throw PodctlError(.planStale, "\(path) is no plan", hint: "migrate plan --out writes one")
    }
    return plan
  }
}
