import Foundation

/// The counting rules once more, from `counting.md` alone: slow, with sets of bytes and strings, and nothing of the
/// engine in it. It reads CloudFront lines as the tests write them.
struct SlowReference {
  struct Path {
    var episode: String
    var size: Int?
    var threshold: Int
  }

  /// An entry of a list and the day from which it applies.
  struct Entry {
    var text: String
    var from: String?

    func applies(on day: String) -> Bool { from.map { $0 <= day } ?? true }
  }

  /// Agents by a part of them, networks by the beginning of an address written out, referrers by host.
  struct Lists {
    var bots: [Entry] = []
    var apps: [Entry] = []
    var datacenters: [Entry] = []
    var relay: [Entry] = []
    var safe: [Entry] = []
    var referrers: [Entry] = []
  }

  /// A line that passed the filters.
  struct Request {
    var line: Int
    var listener: String
    var agent: String
    var path: String
    var episode: String
    var second: Int
    var day: String
    var covered: Set<Int>
    var placeless: (identity: String, bytes: Int)?
    var first: Int?
    var last: Int?
    var bytes: Int
    var requestID: String
  }

  var paths: [String: Path]
  var zone: TimeZone
  var lists: Lists
  var profile = "iab-2.3"
  var window = "calendar"
  var volumeLimit: Int?
  private let formatter = ISO8601DateFormatter()

  init(paths: [String: Path], zone: TimeZone, lists: Lists) {
    self.paths = paths
    self.zone = zone
    self.lists = lists
  }

  /// `episode day downloads` sorted, and each line's reason.
  func count(_ lines: [CloudFrontLine]) -> (rows: [String], reasons: [String]) {
    var reasons = Array(repeating: "", count: lines.count)
    var requests: [Request] = []
    for (number, line) in lines.enumerated() {
      switch filter(line, number) {
      case .reason(let reason): reasons[number] = reason
      case .request(let request): requests.append(request)
      }
    }
    return (settle(requests, &reasons), reasons)
  }

  enum Outcome {
    case reason(String)
    case request(Request)
  }

  /// The filters in the order of the table.
  private func filter(_ line: CloudFrontLine, _ number: Int) -> Outcome {
    guard let instant = formatter.date(from: "\(line.date)T\(line.time)Z"), let address = Self.address(line.address),
      let bytes = Int(line.bytes), line.method != "-", line.path != "-", Int(line.status) != nil
    else { return .reason("malformed") }
    if line.method != "GET" { return .reason("method") }
    if !statuses.contains(line.status) { return .reason("status") }
    let name = Self.decoded(String(line.path.split(separator: "?")[0]))
    guard let path = paths[name] else { return .reason("unknown-path") }
    let first = Int(line.first)
    let last = Int(line.last)
    if isProbe(first, last) { return .reason("probe") }
    var agent = line.agent == "-" ? "" : Self.decoded(line.agent)
    if agent.contains("%20") { agent = Self.decoded(agent) }
    let day = day(of: instant)
    if profile != "odl" {
      if agent.isEmpty { return .reason("no-agent") }
      if agent.hasPrefix("atc/") && agent.contains("watchOS") || agent.contains("(null)/(null) watchOS") {
        return .reason("watch")
      }
    }
    if isBot(agent, day) { return .reason("bot") }
    func holds(_ entries: [Entry]) -> Bool { entries.contains { $0.applies(on: day) && address.hasPrefix($0.text) } }
    if holds(lists.datacenters), !holds(lists.relay), !holds(lists.safe) { return .reason("datacenter") }
    if profile != "odl", isBad(line.referrer, day) { return .reason("referrer") }
    var request = Request(
      line: number, listener: Self.listener(address), agent: agent, path: name, episode: path.episode,
      second: Int(instant.timeIntervalSince1970), day: day, covered: [], placeless: nil, first: first, last: last,
      bytes: bytes, requestID: line.requestID)
    let size = path.size ?? .max
    if let first {
      let end = min(first + min((last ?? size - 1) - first + 1, bytes), size)
      if first < end { request.covered = Set(first..<end) }
    } else if line.status == "200" {
      request.covered = Set(0..<min(size, bytes))
    } else {
      request.placeless = ("\(line.date) \(line.time) \(line.status) \(line.bytes) \(line.requestID)", bytes)
    }
    return .request(request)
  }

  private var statuses: [String] {
    switch profile {
    case "prefix": ["200", "206", "301", "302", "303", "307", "308"]
    case "odl": ["200", "206"]
    default: ["200", "206", "000"]
    }
  }

  private func isProbe(_ first: Int?, _ last: Int?) -> Bool {
    guard let first, let last else { return false }
    switch profile {
    case "prefix": return last - first + 1 <= 2 && !(first == 0 && last == 1)
    case "odl": return last == 1
    default: return last - first + 1 <= 2
    }
  }

  private func isBot(_ agent: String, _ day: String) -> Bool {
    if agent.isEmpty { return false }
    func knows(_ entries: [Entry]) -> Bool { entries.contains { $0.applies(on: day) && agent.contains($0.text) } }
    if knows(lists.bots) { return true }
    if knows(lists.apps) { return false }
    return ["bot", "crawler", "spider"].contains { agent.lowercased().contains($0) }
  }

  private func isBad(_ referrer: String, _ day: String) -> Bool {
    guard let host = URL(string: referrer)?.host() else { return false }
    return lists.referrers.contains { $0.applies(on: day) && (host == $0.text || host.hasSuffix("." + $0.text)) }
  }

  func day(of instant: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let parts = calendar.dateComponents([.year, .month, .day], from: instant)
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }
}
