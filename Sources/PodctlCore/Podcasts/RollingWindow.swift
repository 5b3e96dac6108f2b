/// One window of one listener and episode: at most one download, whose instant is the window's start.
public struct RollingWindow: Sendable, Equatable {
  /// The first request; the download belongs to this instant's day.
  public var start: Instant
  /// The first instant that is no longer within.
  public var end: Instant
  public var lines: Int64 = 0
  public var coverage = Coverage()
  public var isReached = false
  /// One of its rows has been counted by somebody else, which makes it a download without a threshold.
  public var isImported = false

  init(start: Instant) {
    self.start = start
    end = start
  }

  mutating func take(_ request: RollingRequests.Request) {
    lines += request.lines
    switch request.bytes {
    case .placed(let interval): coverage.add(interval, of: request.path)
    case .placeless(let placeless): coverage.add(placeless, of: request.path)
    case .imported:
      isImported = true
      isReached = true
    }
  }
}
