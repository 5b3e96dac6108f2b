/// A span of time in days, hours, minutes and seconds: `3d 04:05:06`.
public struct Age: Sendable, Hashable, CustomStringConvertible {
  public let seconds: Int64

  public init(from start: Instant, to end: Instant) {
    seconds = (end.microseconds - start.microseconds) / 1_000_000
  }

  public var description: String {
    func two(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(seconds / 86_400)d \(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }
}
