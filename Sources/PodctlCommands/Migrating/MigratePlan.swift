import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// Shows what `migrate up` would do.
struct MigratePlan: PodctlCommand {
  static let example = "podctl migrate plan --sql"
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show what migrate up would apply, and change nothing.",
    discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var files: MigrationOptions
  @Flag(help: "With the SQL of each: as text, or as the field sql in a machine format.")
  var sql = false

  func run(in context: CommandContext) throws {
    let pending = try files.work(in: context).history().filter { $0.state == .pending }
    let empty = "nothing is pending: the schema is up to date"
    guard sql else { return try context.console.emit(Migrate.listing, pending, output, empty: empty) }
    if output.chosen.isMachine {
      let columns = Migrate.listing.columns + [Column("sql", "SQL", inTable: false) { .text($0.sql) }]
      return try context.console.emit(Listing(schema: Migrate.listing.schema, columns), pending, output, empty: empty)
    }
    if pending.isEmpty { context.console.note(empty) }
    for (index, step) in pending.enumerated() {
      let title = "-- \(Migrate.padded(step.version))_\(step.name)\n"
      try context.console.data((index == 0 ? "" : "\n") + title + step.sql)
    }
  }
}
