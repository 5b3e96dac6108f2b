import PodctlCore

@testable import PodctlMeasurement

/// One CloudFront line with the fields that counting reads.
struct CloudFrontLine {
  var date = "2026-06-01"
  var time = "10:00:00"
  var bytes = "2000000"
  var address = "192.0.2.1"
  var method = "GET"
  var path = "/a.mp3"
  var status = "200"
  var referrer = "-"
  var agent = "Overcast/1.0"
  var requestID = "r1"
  var first = "-"
  var last = "-"

  /// A line with some fields changed.
  static func with(_ change: (inout CloudFrontLine) -> Void) -> CloudFrontLine {
    var line = CloudFrontLine()
    change(&line)
    return line
  }

  static let header =
    "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer)"
    + " cs(User-Agent) x-edge-request-id sc-range-start sc-range-end\n"

  var text: String {
    [
      date, time, "FRA56-P1", bytes, address, method, "d1.cloudfront.net", path, status, referrer, agent, requestID,
      first, last,
    ].joined(separator: "\t") + "\n"
  }
}

enum Counting {
  /// Made once: every count of these tests asks the same lists.
  static let lists = Result { try FilterLists.builtIn() }

  static func log(_ lines: [CloudFrontLine], name: String = "test.log") -> LogSource {
    .memory(name: name, bytes: Array((CloudFrontLine.header + lines.map(\.text).joined()).utf8))
  }

  /// Episodes: `a` of 10 MB and ten minutes (threshold 1 MB), `short` under a minute, `unknown` without size.
  static func catalogue() throws -> EpisodeCatalogue {
    try EpisodeCatalogue(
      episodes: ["a", "short", "unknown", "two"],
      paths: [
        MeasuredPath(path: "/a.mp3", episode: 0, bytes: 10_000_000, seconds: 600),
        MeasuredPath(path: "/short.mp3", episode: 1, bytes: 500_000, seconds: 40),
        MeasuredPath(path: "/unknown.mp3", episode: 2, bytes: nil),
        MeasuredPath(path: "/two-small.mp3", episode: 3, bytes: 5_000_000, seconds: 600),
        MeasuredPath(path: "/two-large.mp3", episode: 3, bytes: 20_000_000, seconds: 600),
      ])
  }

  static func counter(
    _ zone: Zone = .utc, rules: CountingRules = .standard, lists: FilterLists? = nil, threads: Int = 2,
    keepsListeners: Bool = false
  ) throws -> DownloadCounter {
    DownloadCounter(
      try catalogue(), lists: try lists ?? self.lists.get(), rules: rules, zone: zone, threads: threads,
      keepsListeners: keepsListeners)
  }

  static func count(
    _ lines: [CloudFrontLine], zone: Zone = .utc, rules: CountingRules = .standard, lists: FilterLists? = nil
  ) throws -> DownloadCount {
    try counter(zone, rules: rules, lists: lists).count([log(lines)])
  }

  /// Each line's reason as it is explained.
  static func reasons(
    _ lines: [CloudFrontLine], zone: Zone = .utc, rules: CountingRules = .standard, lists: FilterLists? = nil
  ) throws -> [String] {
    let counter = try counter(zone, rules: rules, lists: lists)
    let log = log(lines)
    return try lines.indices.map { try counter.explain(line: $0 + 3, of: log, in: [log]).reason.rawValue }
  }
}

extension DownloadCount {
  /// `a 2026-06-01 1`, for short expectations.
  var words: [String] { rows.map { "\($0.episode) \($0.day) \($0.downloads)" } }
  var reasonWords: [String] { ledger.rows.map { "\($0.reason.rawValue) \($0.lines)" } }
}
