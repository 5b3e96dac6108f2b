/// How often and how soon something is tried again.
public enum RetryRule {
  /// Stripe may forget a key after 24 hours; below this age one is trusted.
  public static let youngSeconds: Int64 = 20 * 3600
  /// After so long no request without an answer is still under way: a request ends within two minutes.
  public static let settlingSeconds: Int64 = 600
  /// The longest pause that is ever written down.
  public static let longestPause: Int64 = 3600
  /// Errors of the server under one key before a look.
  public static let mostFaults = 3
  /// Sendings of one effect within one run.
  public static let mostSendings = 5
  /// Looks for one effect within one run.
  public static let mostLooks = 5
  /// A request that has not left so long after it was written down does not leave at all: its process has slept.
  public static let leavingSeconds: Int64 = 60

  /// Milliseconds to wait before the next try after `failures` of them: 0.5 s doubled each time to at most 5 s, of which
  /// `jitter` (0 to 1000 thousandths) keeps between the half and the whole; never under 0.5 s.
  public static func pauseMilliseconds(after failures: Int, jitter: Int) -> Int {
    let whole = min(500 << min(max(failures - 1, 0), 4), 5000)
    return max(500, whole / 2 + whole / 2 * min(max(jitter, 0), 1000) / 1000)
  }
}
