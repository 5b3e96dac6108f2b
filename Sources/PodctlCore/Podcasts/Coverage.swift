/// Which bytes of an episode one listener has had on one day, path by path. Its union does not depend on the order in
/// which requests and other coverages are added.
public struct Coverage: Sendable, Equatable {
  /// A path's identity that holds across runs: the first half of the SHA-256 of the path as compared.
  public struct PathKey: Sendable, Hashable, Comparable {
    public var high: UInt64
    public var low: UInt64

    public init(high: UInt64, low: UInt64) {
      self.high = high
      self.low = low
    }

    public static func < (left: PathKey, right: PathKey) -> Bool {
      (left.high, left.low) < (right.high, right.low)
    }
  }

  /// Bytes from `start` to before `end`.
  public struct Interval: Sendable, Hashable {
    public var start: Int64
    public var end: Int64

    public init(start: Int64, end: Int64) {
      self.start = start
      self.end = end
    }
  }

  /// A request whose bytes have no known place; two with one identity are the same request.
  public struct Placeless: Sendable, Hashable {
    public var high: UInt64
    public var low: UInt64
    public var bytes: Int64

    /// The identity stands for time, status, bytes and request id.
    public init(high: UInt64, low: UInt64, bytes: Int64) {
      self.high = high
      self.low = low
      self.bytes = bytes
    }
  }

  struct Path: Sendable, Equatable {
    var key: PathKey
    /// Sorted, neither touching nor empty.
    var intervals: [Interval] = []
    /// Sorted by identity, each once.
    var placeless: [Placeless] = []
  }

  /// Sorted by key.
  var paths: [Path] = []

  public init() {}
  public var isEmpty: Bool { paths.allSatisfy { $0.intervals.isEmpty && $0.placeless.isEmpty } }

  private mutating func slot(_ key: PathKey) -> Int {
    var low = 0
    var high = paths.count
    while low < high {
      let middle = (low + high) / 2
      if paths[middle].key < key { low = middle + 1 } else { high = middle }
    }
    if low == paths.count || paths[low].key != key { paths.insert(Path(key: key), at: low) }
    return low
  }

  public mutating func add(_ interval: Interval, of key: PathKey) {
    guard interval.start < interval.end else { return }
    paths[slot(key)].add(interval)
  }

  public mutating func add(_ request: Placeless, of key: PathKey) {
    paths[slot(key)].add(request)
  }

  /// Takes over all that another coverage covers.
  public mutating func merge(_ other: Coverage) {
    for path in other.paths {
      let index = slot(path.key)
      for interval in path.intervals { paths[index].add(interval) }
      for request in path.placeless { paths[index].add(request) }
    }
  }

  /// Bytes of the path that are covered: the union of the intervals and the placeless bytes, these capped at the size.
  public func covered(_ key: PathKey, size: Int64?) -> Int64 {
    guard let path = paths.first(where: { $0.key == key }) else { return 0 }
    let placed = path.intervals.reduce(Int64(0)) { $0 + ($1.end - $1.start) }
    var placeless: Int64 = 0
    for request in path.placeless {
      let (sum, isOverflow) = placeless.addingReportingOverflow(request.bytes)
      placeless = isOverflow ? .max / 2 : sum
    }
    return placed + min(placeless, size ?? .max / 2)
  }
}

extension Coverage.Path {
  mutating func add(_ interval: Coverage.Interval) {
    // The first one that ends at or after the new one's start: it and its followers may melt into one.
    var low = 0
    var high = intervals.count
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].end < interval.start { low = middle + 1 } else { high = middle }
    }
    var merged = interval
    var last = low
    while last < intervals.count, intervals[last].start <= merged.end {
      merged.start = min(merged.start, intervals[last].start)
      merged.end = max(merged.end, intervals[last].end)
      last += 1
    }
    intervals.replaceSubrange(low..<last, with: CollectionOfOne(merged))
  }

  mutating func add(_ request: Coverage.Placeless) {
    var low = 0
    var high = placeless.count
    while low < high {
      let middle = (low + high) / 2
      if (placeless[middle].high, placeless[middle].low) < (request.high, request.low) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    if low < placeless.count, placeless[low].high == request.high, placeless[low].low == request.low { return }
    placeless.insert(request, at: low)
  }
}
