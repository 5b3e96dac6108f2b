import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

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

  func run(in context: CommandContext) throws {
    let applied = try files.work(in: context).up { step in
      context.console.note("applied \(Migrate.padded(step.version))_\(step.name)")
    }
    // There is a record of runs only from here on; a folder of another project's may lie beside none.
    if files.folder == nil, !applied.isEmpty {
      context.recorder?.summary = "applied \(applied.map { Migrate.padded($0.version) }.joined(separator: " "))"
      _ = try context.database()
    }
    try context.console.emit(Migrate.listing, applied, output, empty: "nothing to apply: the schema is up to date")
  }
}
