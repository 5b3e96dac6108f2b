import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender

/// What became of the feeds: a line a show, with the items that were not taken.
enum SyncListing {
  static func columns(_ schema: String) -> Listing<FeedSync.Outcome> {
    Listing(
      schema: schema,
      [
        Column("podcast", "Podcast") { .text($0.podcast.slug.text) },
        Column("title", "Title") { .text($0.podcast.title) },
        Column("inserted", "Inserted", .trailing) { .integer($0.inserted) },
        Column("updated", "Updated", .trailing) { .integer($0.updated) },
        Column("unchanged", "Unchanged", .trailing) { .integer($0.unchanged) },
        Column("rejected", "Rejected", .trailing) { .integer($0.rejects.count) },
        Column("unchanged_at_source", "Unchanged at source", inTable: false) { .boolean($0.isUnchangedAtSource) },
        Column("rejects", "Rejects", inTable: false) { .list($0.rejects.map(remark)) },
        Column("notes", "Notes", inTable: false) { .list($0.notes.map(remark)) },
      ])
  }

  private static func remark(_ remark: FeedRemark) -> FieldValue {
    .object([
      .init("item", .integer(remark.position)), .init("line", .integer(remark.line == 0 ? nil : remark.line)),
      .init("guid", .text(remark.guid)), .init("title", .text(remark.title)), .init("reason", .text(remark.reason)),
    ])
  }

  /// Says on standard error which items were not taken and what could not be read of others; a machine has both in its
  /// rows.
  static func tell(_ outcome: FeedSync.Outcome, _ output: OutputOptions, in context: CommandContext) {
    guard !output.chosen.isMachine else { return }
    let slug = outcome.podcast.slug
    if outcome.isUnchangedAtSource { context.console.note("\(slug): the feed has not changed since the last sync") }
    for reject in outcome.rejects { context.console.warn("\(slug): \(line(reject)): \(reject.reason); left out") }
    for note in outcome.notes { context.console.note("\(slug): \(line(note)): \(note.reason)") }
  }

  private static func line(_ remark: FeedRemark) -> String {
    let place = remark.line == 0 ? "" : " at line \(remark.line)"
    let name = (remark.title ?? remark.guid).map { " \"\(FieldValue.singleLine($0).prefix(60))\"" } ?? ""
    return "item \(remark.position)\(place)\(name)"
  }

  /// The error of a feed of which no item could be taken; nil when some could.
  static func failure(_ outcome: FeedSync.Outcome) -> PodctlError? {
    guard outcome.isRejected, let first = outcome.rejects.first else { return nil }
    return PodctlError(
      .rowsRejected,
      "none of the \(outcome.rejects.count) items of \"\(outcome.podcast.slug)\" could be taken; nothing was changed",
      hint: "the first, \(line(first)): \(first.reason)", context: [.init("podcast", outcome.podcast.slug.text)])
  }
}
