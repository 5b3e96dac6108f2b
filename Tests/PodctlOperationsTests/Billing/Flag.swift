import Foundation

/// Something that one thread tells others.
final class Flag: @unchecked Sendable {
  private let condition = NSCondition()
  private var count = 0

  var raised: Int { condition.withLock { count } }

  func raise() {
    condition.withLock {
      count += 1
      condition.broadcast()
    }
  }

  /// For ten seconds at most.
  func wait() {
    let end = Date(timeIntervalSinceNow: 10)
    condition.withLock {
      while count == 0, condition.wait(until: end) {}
    }
  }
}

/// Long enough for another thread to run into what this one holds.
func pauseBriefly() { usleep(200_000) }
