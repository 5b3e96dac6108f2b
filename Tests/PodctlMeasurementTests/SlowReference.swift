import Foundation

/// The counting rules once more, from `counting.md` alone: slow, with dictionaries and strings, and nothing of the
/// engine in it. It reads CloudFront lines as the tests write them.
struct SlowReference {
  struct Path {
    var episode: String
    var size: Int?
    var threshold: Int
  }

  struct Key: Hashable {
    var listener: String
    var agent: String
    var episode: String
    var day: String
  }

  struct Request {
    var path: String
    var bytes: Set<Int>
    var placelessBytes: Int
    var identity: String?
  }

  var paths: [String: Path]
  var zone: TimeZone
  var bots: [String]
  private(set) var reasons: [String: Int] = [:]
  private var groups: [Key: [Request]] = [:]

  init(paths: [String: Path], zone: TimeZone, bots: [String]) {
    self.paths = paths
    self.zone = zone
    self.bots = bots
  }

  mutating func read(_ line: CloudFrontLine) {
    if let reason = filter(line) { reasons[reason, default: 0] += 1 }
  }

  /// The reason of a filter; nil for a line that joins a group.
  private mutating func filter(_ line: CloudFrontLine) -> String? {
    guard let instant = Self.instant(line.date, line.time), let listener = Self.listener(line.address),
      let bytes = Int(line.bytes), line.method != "-", line.path != "-", Int(line.status) != nil
    else { return "malformed" }
    if line.method != "GET" { return "method" }
    if !["200", "206", "000"].contains(line.status) { return "status" }
    let name = Self.decoded(String(line.path.split(separator: "?")[0]))
    guard let path = paths[name] else { return "unknown-path" }
    let first = Int(line.first)
    let last = Int(line.last)
    if let first, let last, last - first + 1 <= 2 { return "probe" }
    if line.agent == "-" { return "no-agent" }
    var agent = Self.decoded(line.agent)
    if agent.contains("%20") { agent = Self.decoded(agent) }
    if agent.hasPrefix("atc/") && agent.contains("watchOS") || agent.contains("(null)/(null) watchOS") {
      return "watch"
    }
    if bots.contains(where: { agent.contains($0) }) { return "bot" }
    var request = Request(path: name, bytes: [], placelessBytes: 0, identity: nil)
    let size = path.size ?? .max
    if let first {
      let end = min(first + min((last ?? size - 1) - first + 1, bytes), size)
      if first < end { request.bytes = Set(first..<end) }
    } else if line.status == "200" {
      request.bytes = Set(0..<min(size, bytes))
    } else {
      request.placelessBytes = bytes
      request.identity = "\(line.date) \(line.time) \(line.status) \(line.bytes) \(line.requestID)"
    }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: instant)
    let day = String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    groups[Key(listener: listener, agent: agent, episode: path.episode, day: day), default: []].append(request)
    return nil
  }

  private func isReached(_ requests: [Request]) -> Bool {
    for (name, ofPath) in Dictionary(grouping: requests, by: \.path) {
      guard let path = paths[name] else { continue }
      var covered = Set<Int>()
      var placeless: [String: Int] = [:]
      for request in ofPath {
        covered.formUnion(request.bytes)
        if let identity = request.identity { placeless[identity] = request.placelessBytes }
      }
      if covered.count + min(path.size ?? .max, placeless.values.reduce(0, +)) >= path.threshold { return true }
    }
    return false
  }

  /// `episode day downloads` sorted, and all reasons.
  mutating func finish() -> (rows: [String], reasons: [String]) {
    var counts: [String: Int] = [:]
    for (key, requests) in groups {
      if isReached(requests) {
        counts["\(key.episode) \(key.day)", default: 0] += 1
        reasons["counted", default: 0] += 1
        if requests.count > 1 { reasons["duplicate", default: 0] += requests.count - 1 }
      } else {
        reasons["threshold", default: 0] += requests.count
      }
    }
    return (counts.map { "\($0.key) \($0.value)" }.sorted(), reasons.map { "\($0.key) \($0.value)" }.sorted())
  }

  private static func instant(_ date: String, _ time: String) -> Date? {
    let formatter = ISO8601DateFormatter()
    return formatter.date(from: "\(date)T\(time)Z")
  }

  private static func decoded(_ text: String) -> String { text.removingPercentEncoding ?? text }

  /// IPv4 as it is; IPv6 by writing out its groups and keeping four.
  private static func listener(_ text: String) -> String? {
    if text.hasPrefix("::ffff:"), text.contains(".") { return listener(String(text.dropFirst(7))) }
    if text.contains(":") {
      let halves = text.components(separatedBy: "::")
      let head = halves[0].split(separator: ":").map(String.init)
      let tail = halves.count > 1 ? halves[1].split(separator: ":").map(String.init) : []
      let gap = halves.count > 1 ? Array(repeating: "0", count: 8 - head.count - tail.count) : []
      let groups = (head + gap + tail).map { Int($0, radix: 16) }
      return groups.count == 8 && !groups.contains(nil)
        ? groups.prefix(4).map { "\($0 ?? 0)" }.joined(separator: ":") : nil
    }
    let parts = text.split(separator: ".").map { Int($0) }
    return parts.count == 4 && parts.allSatisfy { $0.map { $0 < 256 } ?? false } ? text : nil
  }
}
