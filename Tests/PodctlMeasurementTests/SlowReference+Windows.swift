extension SlowReference {
  /// What one listener's requests of one episode within a window come to.
  private struct Window {
    var requests: [Request]
    /// The line that made the download.
    var counted: Int?
    var listener: String { requests[0].listener }
    /// A download belongs to the day of the window's first request.
    var day: String { requests[0].day }
  }

  /// Cuts the requests into windows, gives each line its reason and returns `episode day downloads`, sorted.
  func settle(_ requests: [Request], _ reasons: inout [String]) -> [String] {
    var windows: [Window] = []
    for (_, ofListener) in Dictionary(grouping: requests, by: { "\($0.listener)\n\($0.agent)\n\($0.episode)" }) {
      windows += cut(ofListener.sorted(by: isBefore))
    }
    for index in windows.indices { windows[index].counted = countedLine(windows[index].requests) }
    var downloads: [String: Int] = [:]
    for window in windows where window.counted != nil {
      downloads["\(window.listener) \(window.day)", default: 0] += 1
    }
    var counts: [String: Int] = [:]
    for window in windows {
      let isSafe = lists.safe.contains { $0.applies(on: window.day) && (window.listener + ":").hasPrefix($0.text) }
      let isAbove = volumeLimit.map { downloads["\(window.listener) \(window.day)", default: 0] > $0 } ?? false
      for request in window.requests {
        if window.counted == nil {
          reasons[request.line] = "threshold"
        } else if isAbove, !isSafe {
          reasons[request.line] = "volume"
        } else {
          reasons[request.line] = request.line == window.counted ? "counted" : "duplicate"
        }
      }
      if window.counted != nil, !isAbove || isSafe {
        counts["\(window.requests[0].episode) \(window.day)", default: 0] += 1
      }
    }
    return counts.map { "\($0.key) \($0.value)" }.sorted()
  }

  /// By time, range, bytes, request id and line number; all lines here are of one file.
  private func isBefore(_ left: Request, _ right: Request) -> Bool {
    if left.second != right.second { return left.second < right.second }
    let ranges = [left, right].map { $0.first.map { first in [first] } ?? [] }
    if left.first != right.first { return ranges[0].lexicographicallyPrecedes(ranges[1]) }
    if left.last != right.last { return left.last ?? .max < right.last ?? .max }
    if left.bytes != right.bytes { return left.bytes < right.bytes }
    if left.requestID != right.requestID { return left.requestID < right.requestID }
    return left.line < right.line
  }

  private func cut(_ requests: [Request]) -> [Window] {
    var windows: [Window] = []
    var end = Int.min
    for request in requests {
      let opens =
        window == "calendar" || profile == "odl" ? windows.last?.day != request.day : request.second >= end
      if opens {
        windows.append(Window(requests: [request]))
      } else {
        windows[windows.count - 1].requests.append(request)
      }
      if opens || window == "last-touch" { end = request.second + 24 * 60 * 60 }
    }
    return windows
  }

  private func countedLine(_ requests: [Request]) -> Int? {
    switch profile {
    case "prefix": return (requests.first { !($0.first == 0 && $0.last == 1) } ?? requests[0]).line
    case "odl": return requests[0].line
    default: break
    }
    var covered: [String: Set<Int>] = [:]
    var placeless: [String: [String: Int]] = [:]
    for request in requests {
      covered[request.path, default: []].formUnion(request.covered)
      if let bytes = request.placeless { placeless[request.path, default: [:]][bytes.identity] = bytes.bytes }
      guard let path = paths[request.path] else { continue }
      let unplaced = (placeless[request.path] ?? [:]).values.reduce(0, +)
      if covered[request.path, default: []].count + min(path.size ?? .max, unplaced) >= path.threshold {
        return request.line
      }
    }
    return nil
  }
}
