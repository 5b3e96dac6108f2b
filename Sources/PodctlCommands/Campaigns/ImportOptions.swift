import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender

/// What every import of rows takes.
struct ImportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read a column from one with another name, as OURS=THEIRS. Repeatable.", valueName: "ours=theirs"))
  var map: [String] = []

  @Option(help: "Order of day, month and year; ISO 8601 is understood under all of them.")
  var dateFormat: DateFormat = .iso

  @Option(help: ArgumentHelp("Decimal separator, point or comma, if the values are ambiguous.", valueName: "mark"))
  var decimal: DecimalMark?

  @Option(help: ArgumentHelp("Write rejected rows to this file; the default is FILE.rejects.csv.", valueName: "path"))
  var rejects: String?

  @Option(help: ArgumentHelp("Accept up to N rejected rows; with more the exit status is 65.", valueName: "count"))
  var maxRejects = 0
}

extension DateFormat: ExpressibleByArgument {}
extension DecimalMark: ExpressibleByArgument {}

/// How the outcome of an import is shown, once for all imports.
enum ImportListing {
  static func listing(_ schema: String) -> Listing<ImportSummary> {
    Listing(
      schema: schema,
      [
        Column("import", "Import") { .text($0.importID.description) },
        Column("inserted", "Inserted", .trailing) { .integer($0.inserted) },
        Column("updated", "Updated", .trailing) { .integer($0.updated) },
        Column("unchanged", "Unchanged", .trailing) { .integer($0.unchanged) },
        Column("rejected", "Rejected", .trailing) { .integer($0.rejected) },
        Column("rejects_file", "Rejects in", inTable: false) { .text($0.rejectsPath) },
      ])
  }
}
