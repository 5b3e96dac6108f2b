import PodctlCore

/// The clock of a run of the outbox, and how it waits; tests and simulations give their own.
public struct OutboxTime {
  public var now: () -> Instant
  /// Waits so many milliseconds.
  public var sleep: (Int) -> Void
  /// 0 to 1000 thousandths: what keeps two that wait from coming back together.
  public var jitter: () -> Int
  /// The moment after which nothing new is begun.
  public var deadline: Instant

  public init(
    now: @escaping () -> Instant, sleep: @escaping (Int) -> Void, jitter: @escaping () -> Int, deadline: Instant
  ) {
    self.now = now
    self.sleep = sleep
    self.jitter = jitter
    self.deadline = deadline
  }

  var isOver: Bool { now() >= deadline }

  /// Waits, unless that would go over the deadline; false then.
  func wait(milliseconds: Int) -> Bool {
    guard Instant(microseconds: now().microseconds + Int64(milliseconds) * 1000) <= deadline else { return false }
    sleep(milliseconds)
    return true
  }
}
