import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Takes in a database that was there before its history.
struct MigrateBaseline: PodctlCommand {
  static let example = "podctl migrate baseline --dir migrations --at 1"
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "Start the history of a database that already has its tables.",
    discussion: """
      The files up to --at count as applied and are not run; without --at all of them do. No table but the ledger is \
      touched. For podctl's own migrations it makes an empty ledger beside what the database holds, and migrate up goes \
      on from there.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: MigrationOptions
  @OptionGroup var waits: MigrationWaits
  @Option(help: ArgumentHelp("Newest version that the database already has.", valueName: "version"))
  var at: Int64?

  func validate() throws { try waits.refuseSkipping() }

  func run(in context: CommandContext) throws {
    let taken = try files.work(in: context).baseline(at: at, waits.rules())
    context.console.note("the history begins; nothing but its ledger was written")
    try context.console.emit(
      Migrate.listing, taken, output, empty: "no step counts as applied; migrate up applies what is pending")
  }
}
