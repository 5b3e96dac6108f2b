/// The part of a file that a request asked for, as far as its log tells.
@frozen public enum DeclaredRange: Sendable, Equatable {
  /// Not logged, or not to be understood.
  case unknown
  /// First and last byte, both included.
  case closed(first: Int64, last: Int64)
  /// From a byte to the end.
  case open(first: Int64)
  /// The last so many bytes.
  case suffix(Int64)
  /// Several parts in one answer.
  case several

  /// A request that asks for no audio: two bytes or fewer, or the last byte before the first.
  @inlinable public var isProbe: Bool {
    switch self {
    case .closed(let first, let last): last - first < 2
    case .suffix(let count): count <= 2
    case .unknown, .open, .several: false
    }
  }

  /// Where the bytes that were sent lie, clipped to the size; nil for a request that covers no known place. An empty
  /// interval covers nothing, but has its place.
  @inlinable
  public func interval(sent bytes: Int64, isWhole: Bool, size: Int64?) -> (start: Int64, end: Int64)? {
    let limit = size ?? .max
    switch self {
    case .closed(let first, let last):
      let start = min(first, limit)
      return (start, min(first + min(last - first + 1, bytes), limit))
    case .open(let first):
      let start = min(first, limit)
      return (start, start + min(limit - start, bytes))
    case .suffix(let count):
      if let size {
        let start = max(0, size - count)
        return (start, start + min(size - start, bytes))
      }
      return isWhole ? (0, bytes) : nil
    case .unknown, .several:
      return isWhole ? (0, min(limit, bytes)) : nil
    }
  }
}
