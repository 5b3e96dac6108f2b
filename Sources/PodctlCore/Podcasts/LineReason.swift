/// What became of a line of a log: exactly one reason each, in the order in which the filters are asked.
public enum LineReason: String, Sendable, CaseIterable {
  /// Time, address, method, status, path or bytes cannot be read.
  case malformed
  /// Not a GET.
  case method
  /// Neither 200 nor 206; 000 is a 206 cut short.
  case status
  /// No episode has this path.
  case unknownPath = "unknown-path"
  /// A declared range of two bytes or fewer, or an inverted one.
  case probe
  case noAgent = "no-agent"
  /// A watch that fetches what its telephone has fetched already.
  case watch
  case bot
  /// A data centre or VPN that is not Private Relay.
  case datacenter
  case referrer
  /// The line came after its window was closed.
  case closed
  /// Its listener never reached the threshold in the window.
  case threshold
  /// Another line of a download that counted.
  case duplicate
  /// The one line of a download that crossed the threshold.
  case counted
  /// The address had more downloads on one day than the limit.
  case volume

  /// The rule in words.
  public var rule: String {
    switch self {
    case .malformed: "time, address, method, status, path or bytes cannot be read"
    case .method: "only GET requests count"
    case .status: "the status is none that counts: 200 and 206, for a prefix redirects too (000 is a 206 cut short)"
    case .unknownPath: "no episode has this path"
    case .probe: "a range of two bytes or fewer, or an inverted one, asks for no audio"
    case .noAgent: "a request without a user agent counts for nobody"
    case .watch: "a watch fetches again what its telephone has fetched"
    case .bot: "the agent is a bot, or a library that bots use"
    case .datacenter: "the address belongs to a data centre or a VPN and is not on the safe list"
    case .referrer: "the referrer is on the list of bad referrers"
    case .closed: "the line came after its window was closed"
    case .threshold: "the listener did not reach the threshold in the window"
    case .duplicate: "another line of a download that is counted once"
    case .counted: "the line that made the download: with it the listener crossed the threshold"
    case .volume: "the address had more downloads on that day than the limit"
    }
  }
}
