import PodctlCore
import PodctlMeasurement
import PodctlOperations
import PodctlRender
import PodctlStore

/// How the story of one line is shown.
enum LineExplanationListing {
  static var listing: Listing<LineExplanation> {
    Listing(
      schema: "podctl.podcast.explain/1",
      [
        Column("log", "Log") { .text($0.log) },
        Column("line", "Line", .trailing) { .integer($0.line) },
        Column("reason", "Reason") { .text($0.reason.rawValue) },
        Column("rule", "Rule") { .text($0.reason.rule) },
        Column("because", "Because") { .text($0.because) },
        Column("entry", "List entry") { .text($0.entry) },
        Column("lists", "Lists") { .text($0.listsVersion) },
        Column("time", "Time") { .instant($0.time) },
        Column("day", "Day") { .day($0.day) },
        Column("episode", "Episode") { .text($0.episode) },
        Column("address", "Address") { .text($0.address) },
        Column("agent", "Agent") { .text($0.agent) },
        Column("method", "Method") { .text($0.method) },
        Column("status", "Status") { .integer($0.status) },
        Column("path", "Path") { .text($0.path) },
        Column("bytes", "Bytes sent", .trailing) { .integer($0.bytes) },
        Column("range", "Range") { .text($0.range) },
        Column("request_id", "Request id") { .text($0.requestID) },
        Column("window_start", "Window begins") { .instant($0.windowStart) },
        Column("window_end", "Window ends") { .instant($0.windowEnd) },
        Column("threshold", "Threshold, bytes", .trailing) { .integer($0.threshold) },
        Column("covered", "Covered in the window, bytes", .trailing) { .integer($0.covered) },
        Column("group_lines", "Lines of the listener in the window", .trailing) { .integer($0.groupLines) },
        Column("counted_line", "Line that was counted") { .text($0.countedLine) },
      ])
  }

  /// The same with what a tenant's database holds.
  static var stored: Listing<StoredExplanation> {
    let ofLine = listing.columns.map { column in
      Column<StoredExplanation>(column.name, column.title, column.alignment, inTable: column.inTable) {
        column.value($0.line)
      }
    }
    return Listing(
      schema: "podctl.podcast.explain/1",
      ofLine + [
        Column("taken_at", "File taken") { .instant($0.file?.ingestedAt) },
        Column("file_rules", "File's rules") { .text($0.file?.rules) },
        Column("file_lists", "File's lists") { .text($0.file?.listVersion) },
        Column("file_zone", "File's zone") { .text($0.file?.zone) },
        Column("listener", "Listener's key") { .text($0.listener) },
        Column("household", "Household's key") { .text($0.household) },
        Column("state", "Stored of the listener") { .text($0.state?.rawValue) },
        Column("download_at", "Download's instant") { .instant($0.stored?.downloads.first?.at) },
        Column("stored_lines", "Lines behind it", .trailing) { .integer(lines($0.stored)) },
        Column("stored_bytes", "Stored coverage, bytes", .trailing) { .integer($0.storedBytes) },
        Column("first_ingested_at", "Day first ingested") { .instant($0.day?.firstIngestedAt) },
        Column("closed_at", "Day closed") { .instant($0.day?.closedAt) },
        Column("purged_at", "Day purged") { .instant($0.day?.purgedAt) },
        Column("read_files", "Other files read again") { .list($0.readFiles.map { .text($0) }) },
        Column("missing_files", "Files that are gone") { .list($0.missingFiles.map { .text($0) }) },
        Column("remarks", "Remarks", inTable: false) { .list($0.remarks.map { .text($0) }) },
      ])
  }

  private static func lines(_ stored: ListenerDay?) -> Int64? {
    guard let stored else { return nil }
    if !stored.downloads.isEmpty { return stored.downloads.reduce(0) { $0 + $1.lines } }
    return stored.requestLines ?? (stored.coverage == nil ? nil : stored.coverageLines)
  }
}
