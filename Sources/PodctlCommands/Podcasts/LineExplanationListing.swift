import PodctlCore
import PodctlMeasurement
import PodctlRender

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
}
