import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Lays the tables over the machines of a Citus cluster.
struct MigrateDistribute: PodctlCommand {
  static let example = "podctl migrate distribute --dry-run"
  static let configuration = CommandConfiguration(
    commandName: "distribute", abstract: "Distribute the tables by tenant on a Citus cluster.",
    discussion: """
      Run once on the coordinator, after migrate up: tables without a tenant become reference tables, all others are cut \
      by the tenant side by side, parents before their children, in one transaction. Tables that are distributed already \
      are left alone, so that it can be run again after an upgrade. --dry-run shows the statements on any PostgreSQL.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var waits: MigrationWaits
  @Flag(help: "Show the statements, and change nothing.")
  var dryRun = false

  static let listing = Listing<DistributionStep>(
    schema: "podctl.migrate.distribute/1",
    [
      Column("table", "Table") { .text($0.table) },
      Column("kind", "Kind") { .text($0.kind.rawValue) },
      Column("beside", "Beside") { .text($0.beside) },
      Column("sql", "Statement") { .text($0.sql) },
    ])

  func run(in context: CommandContext) throws {
    let steps = try MigrationOptions.own(in: context).distribute(dryRun: dryRun, waits.rules()) {
      context.console.note($0)
    }
    try context.console.emit(Self.listing, steps, output, empty: "nothing to distribute")
  }
}
