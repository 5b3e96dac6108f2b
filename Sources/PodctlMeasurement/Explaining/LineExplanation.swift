import PodctlCore

/// Why one line of a log was counted or not.
public struct LineExplanation: Sendable, Equatable {
  public var log: String
  /// The line's number in the decompressed log, from 1.
  public var line: Int
  public var reason: LineReason
  public var time: Instant?
  /// The address as counted: IPv4 whole, IPv6 by its network.
  public var address: String?
  public var method: String?
  public var status: Int?
  public var path: String?
  public var bytes: Int64?
  public var range: String?
  public var agent: String?
  public var requestID: String?
  public var episode: String?
  public var day: Day?
  /// The list's entry that decided, or that knows the agent: its list and name.
  public var entry: String?
  /// What of the line made the reason, where the rule alone does not say it.
  public var because: String?
  /// For a line that passed the filters: its window, from the first request to before the end.
  public var windowStart: Instant?
  public var windowEnd: Instant?
  /// For a line that passed the filters: bytes that make a download of its path, bytes that the listener had of it in
  /// the window, lines of the listener's in the window, and the line that was counted. Profiles without a threshold have
  /// neither of the first two.
  public var threshold: Int64?
  public var covered: Int64?
  public var groupLines: Int?
  public var countedLine: String?
  public var listsVersion: String
}
