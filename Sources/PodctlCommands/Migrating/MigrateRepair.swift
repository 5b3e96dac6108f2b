import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Brings the ledger in line with files that were changed after they were applied.
struct MigrateRepair: PodctlCommand {
  static let example = "podctl migrate repair"
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Accept applied files that were changed since: record their new checksums.",
    discussion: """
      Where only comments, blanks or the case of words have changed since a file was applied, the ledger takes the new \
      text. A file whose statements have changed is refused, with the difference, unless --confirm names it: then its \
      text counts as the one that was applied. No migration is run.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: MigrationOptions
  @OptionGroup var waits: MigrationWaits
  @Option(
    help: ArgumentHelp(
      "Changed file to accept as applied, such as 0007_spots.", valueName: "name"))
  var confirm: String?

  func validate() throws { try waits.refuseSkipping() }

  func run(in context: CommandContext) throws {
    let repaired = try files.work(in: context).repair(accepting: confirm, waits.rules())
    for step in repaired { context.console.note("took in \(step.label) as it is now") }
    try context.console.emit(Migrate.listing, repaired, output, empty: "nothing to repair: files and history agree")
  }
}
