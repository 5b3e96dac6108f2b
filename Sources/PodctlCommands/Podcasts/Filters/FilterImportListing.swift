import PodctlCore
import PodctlOperations
import PodctlRender

/// What an import or an update of lists says.
enum FilterImportListing {
  static func columns(_ schema: String) -> Listing<FilterImport.Entry> {
    Listing(
      schema: schema,
      [
        Column("list", "List") { .text($0.name) },
        Column("state", "State") { .text($0.state.rawValue) },
        Column("entries", "Entries", .trailing) { .integer($0.entries) },
        Column("added", "Added", .trailing) { .integer($0.added) },
        Column("removed", "Removed", .trailing) { .integer($0.removed) },
        Column("dated", "Dated", .trailing) { .integer($0.dated) },
        Column("sha256", "SHA-256", inTable: false) { .text($0.sha256) },
        Column("source", "Source", inTable: false) { .text(FilterImportListing.shown($0.source)) },
        Column("error", "Error", inTable: false) { .text($0.failure?.message) },
      ])
  }

  /// A source as it may be shown: an address without its query, which may be a secret.
  static func shown(_ source: String) -> String {
    guard source.contains("://"), let query = source.firstIndex(of: "?") else { return source }
    return String(source[..<query])
  }

  /// Says what has changed, and what it means for counts.
  static func tell(_ outcome: FilterImport.Outcome, _ dating: FilterImport.Dating, in context: CommandContext) {
    let count = { state in outcome.entries.count { $0.state == state } }
    let summary =
      "inserted \(count(.inserted)), updated \(count(.updated)), unchanged \(count(.unchanged))"
      + (count(.failed) > 0 ? ", failed \(count(.failed))" : "")
    context.recorder?.summary = summary
    let removed = outcome.entries.reduce(0) { $0 + $1.removed }
    if removed > 0, case .from = dating {
      context.console.note(
        "\(removed) entries are no longer on their lists and apply to no day any more; only new ones can have a date")
    }
    if let folders = context.settings.lists.first, outcome.version != nil {
      context.console.warn(
        "the setting lists names \(folders), which goes before the stored set: unset it to count with the stored lists")
    }
    guard outcome.hasChanged, let version = outcome.version else {
      return context.console.note("\(summary): the current set stays \(outcome.version ?? "podctl's own")")
    }
    context.console.success(
      "\(summary); lists \(version) hold for what is counted from now on",
      next: ["podctl podcast filters diff --tenant SLUG --since DAY", "podctl doctor"])
  }
}
