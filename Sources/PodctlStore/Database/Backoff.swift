import Glibc
import PodctlDigest

/// Waits that grow, with a random part so that many runners do not meet again.
struct Backoff {
  private var milliseconds: Double
  private let most: Double

  /// For the polling of a lock, and for a transaction that made way for another.
  static func polling() -> Backoff { Backoff(milliseconds: 25, most: 1000) }
  /// For another try at a file whose table was locked: whoever waits behind it gets through meanwhile.
  static func retrying() -> Backoff { Backoff(milliseconds: 250, most: 8000) }

  /// Sleeps for a half to the whole of the wait that is due, at most until the deadline.
  mutating func pause(until deadline: ContinuousClock.Instant? = nil) {
    let share = 0.5 + 0.5 * Backoff.fraction()
    var wait = milliseconds * share
    milliseconds = min(most, milliseconds * 1.6)
    if let deadline {
      let left = deadline - ContinuousClock.now
      wait = max(1, min(wait, Double(left.wholeMilliseconds)))
    }
    Backoff.sleep(wait)
  }

  private static func fraction() -> Double { randomBytes(2).reduce(0) { $0 * 256 + Double($1) } / 65_536 }

  private static func sleep(_ milliseconds: Double) { usleep(UInt32(milliseconds * 1000)) }
}
