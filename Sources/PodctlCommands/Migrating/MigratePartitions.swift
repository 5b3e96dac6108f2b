import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Keeps the months of the telemetry tables.
struct MigratePartitions: PodctlCommand {
  static let example = "podctl migrate partitions --ahead 3 --dry-run"
  static let configuration = CommandConfiguration(
    commandName: "partitions", abstract: "Create the partitions of coming months, and drop empty ones.",
    discussion: """
      On plain PostgreSQL downloads and their coverage are cut by month. Days of no month lie in a default partition, so \
      that no log waits for this command; it moves them to months of their own. A month before this one is dropped when \
      podcast purge has left nothing in it. Once a month from cron is enough. SQLite has no partitions, and TimescaleDB \
      cuts its own.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var waits: MigrationWaits
  @Option(help: ArgumentHelp("Number of coming months to create.", valueName: "months"))
  var ahead = 3
  @Flag(help: "Show what would be done, and change nothing.")
  var dryRun = false

  func validate() throws {
    guard (0...120).contains(ahead) else { throw ValidationError("--ahead is a number of months from 0 to 120") }
  }

  static let listing = Listing<PartitionStep>(
    schema: "podctl.migrate.partitions/1",
    [
      Column("action", "Action") { .text($0.action.rawValue) },
      Column("table", "Table") { .text($0.partition.table) },
      Column("partition", "Partition") { .text($0.partition.name) },
      Column("from", "From") { .text($0.partition.month.description) },
      Column("to", "To, exclusive") { .text($0.partition.end.description) },
      Column("moved", "Rows moved", .trailing) { .integer($0.moved) },
    ])

  func run(in context: CommandContext) throws {
    let work = try MigrationOptions.own(in: context)
    let steps = try work.partition(ahead: ahead, dryRun: dryRun, waits.rules()) { context.console.note($0) }
    try context.console.emit(Self.listing, steps, output, empty: "nothing to make and nothing to drop")
  }
}
