/// The distinct requests of one listener for one episode, from which windows can be cut whenever later lines have come
/// in. What it holds does not depend on the order of adding and merging.
public struct RollingRequests: Sendable, Equatable {
  /// What a request brought.
  public enum Bytes: Sendable, Hashable {
    case placed(Coverage.Interval)
    case placeless(Coverage.Placeless)
    /// Somebody else has counted this row as a download.
    case imported
  }

  public struct Request: Sendable, Hashable {
    /// In whole seconds, as logs have it.
    public var time: Instant
    public var path: Coverage.PathKey
    public var bytes: Bytes
    /// Lines that were this very request: the same time, path and bytes.
    public var lines: Int64

    public init(time: Instant, path: Coverage.PathKey, bytes: Bytes, lines: Int64 = 1) {
      self.time = Instant(seconds: time.seconds)
      self.path = path
      self.bytes = bytes
      self.lines = lines
    }
  }

  /// In the order of time, each once.
  public private(set) var requests: [Request] = []

  public init() {}

  /// Takes requests in any order, equal ones as one.
  public init(_ requests: [Request]) {
    let sorted = requests.sorted(by: Request.isBefore)
    self.requests.reserveCapacity(sorted.count)
    for request in sorted { append(request) }
  }

  public var isEmpty: Bool { requests.isEmpty }
  /// All lines, repeated ones too.
  public var lines: Int64 { requests.reduce(0) { $0 + $1.lines } }

  public mutating func add(_ request: Request) {
    var low = 0
    var high = requests.count
    while low < high {
      let middle = (low + high) / 2
      if Request.isBefore(requests[middle], request) { low = middle + 1 } else { high = middle }
    }
    if low < requests.count, requests[low].isSame(as: request) {
      requests[low].add(request.lines)
    } else {
      requests.insert(request, at: low)
    }
  }

  /// Takes over all requests of another; the lines of those that both have are added.
  public mutating func merge(_ other: RollingRequests) {
    var merged = RollingRequests()
    merged.requests.reserveCapacity(requests.count + other.requests.count)
    var (left, right) = (requests[...], other.requests[...])
    while let one = left.first, let two = right.first {
      if Request.isBefore(two, one) {
        merged.append(two)
        right.removeFirst()
      } else {
        merged.append(one)
        left.removeFirst()
      }
    }
    for request in left { merged.append(request) }
    for request in right { merged.append(request) }
    self = merged
  }

  /// Adds a request that no other comes after.
  private mutating func append(_ request: Request) {
    if let last = requests.last, last.isSame(as: request) {
      requests[requests.count - 1].add(request.lines)
    } else {
      requests.append(request)
    }
  }

  /// Cuts the requests into windows, earliest first; the zone is asked for calendar windows only. `isReached` says
  /// whether a coverage is a download.
  public func windows(
    _ window: MeasurementWindow, zone: Zone = .utc, isReached: (Coverage) -> Bool
  ) -> [RollingWindow] {
    var edge = WindowEdge(window, zone: zone)
    var windows: [RollingWindow] = []
    for request in requests {
      if edge.opens(at: request.time.seconds) { windows.append(RollingWindow(start: request.time)) }
      let current = windows.count - 1
      windows[current].end = Instant(seconds: edge.end)
      windows[current].take(request)
    }
    for index in windows.indices where !windows[index].isImported {
      windows[index].isReached = isReached(windows[index].coverage)
    }
    return windows
  }
}

extension RollingRequests.Request {
  /// Place among the requests of one listener and episode: any order would do that does not ask for the lines.
  private var order: (Int64, Coverage.PathKey, Int, UInt64, UInt64, Int64) {
    switch bytes {
    case .placed(let interval):
      (time.seconds, path, 0, UInt64(bitPattern: interval.start), UInt64(bitPattern: interval.end), 0)
    case .placeless(let request): (time.seconds, path, 1, request.high, request.low, request.bytes)
    case .imported: (time.seconds, path, 2, 0, 0, 0)
    }
  }

  static func isBefore(_ left: Self, _ right: Self) -> Bool { left.order < right.order }

  func isSame(as other: Self) -> Bool { time == other.time && path == other.path && bytes == other.bytes }

  mutating func add(_ more: Int64) { lines = min(StateReader.limit, lines + min(StateReader.limit, more)) }
}
