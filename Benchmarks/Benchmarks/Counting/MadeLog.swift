import PodctlCore
import PodctlMeasurement

/// A log in memory that is the same at every run.
struct MadeLog {
  enum Format: String, CaseIterable { case cloudFront = "cloudfront", combined, json = "cloudfront-json" }

  private let text: String

  init(_ format: Format, lines: Int) {
    var text = format == .cloudFront ? "#Version: 1.0\n#Fields: \(Self.fields.joined(separator: " "))\n" : ""
    for number in 0..<lines { text += Self.line(format, number) }
    self.text = text
  }

  var source: LogSource { .memory(name: "made", bytes: Array(text.utf8)) }

  func compressed() -> LogSource {
    guard let bytes = try? GzipWriter.member(Array(text.utf8)) else { fatalError("zlib could not compress") }
    return .memory(name: "made.gz", bytes: bytes)
  }

  static func counter(threads: Int) throws -> DownloadCounter {
    let paths = (0..<20).map { MeasuredPath(path: "/show/\($0).mp3", episode: $0, bytes: 28_800_000, seconds: 1800) }
    return DownloadCounter(
      try EpisodeCatalogue(episodes: (0..<20).map { "e\($0)" }, paths: paths), lists: try FilterLists.builtIn(),
      threads: threads)
  }

  /// One request each of so many agents.
  static func agents(_ count: Int) -> LogSource {
    var text = "#Version: 1.0\n#Fields: \(fields.joined(separator: " "))\n"
    for number in 0..<count { text += line(.cloudFront, number, agent: "Player\(number)/1.\(number % 7)%20(iPhone)") }
    return .memory(name: "agents", bytes: Array(text.utf8))
  }

  private static let fields = [
    "date", "time", "x-edge-location", "sc-bytes", "c-ip", "cs-method", "cs(Host)", "cs-uri-stem", "sc-status",
    "cs(Referer)", "cs(User-Agent)", "cs-uri-query", "cs(Cookie)", "x-edge-result-type", "x-edge-request-id",
    "sc-range-start", "sc-range-end",
  ]

  private static func line(_ format: Format, _ number: Int, agent: String? = nil) -> String {
    let agent = agent ?? "Overcast/\(number % 90).0%20(+http://overcast.fm/)"
    let address = "85.\(number / 251 % 251).\(number % 251).\(number % 7)"
    let path = "/show/\(number % 20).mp3"
    let time = "08:\(10 + number % 50):\(10 + number % 49)"
    switch format {
    case .cloudFront:
      return [
        "2026-10-0\(1 + number % 9)", time, "FRA56-P1", "1500000", address, "GET", "cdn.example", path, "206", "-",
        agent, "-", "-", "Hit", "r\(number)", "\(number % 3 * 500_000)", "-",
      ].joined(separator: "\t") + "\n"
    case .combined:
      return "\(address) - - [0\(1 + number % 9)/Oct/2026:\(time) +0000] \"GET \(path) HTTP/1.1\" 200 9600000 \"-\" "
        + "\"\(agent)\"\n"
    case .json:
      return "{\"date\":\"2026-10-0\(1 + number % 9)\",\"time\":\"\(time)\",\"sc-bytes\":\"9600000\","
        + "\"c-ip\":\"\(address)\","
        + "\"cs-method\":\"GET\",\"cs-uri-stem\":\"\(path)\",\"sc-status\":\"200\",\"cs(User-Agent)\":\"\(agent)\"}\n"
    }
  }
}
