/// What a column of a log can be.
enum LogField: UInt8, CaseIterable, Sendable {
  /// Date and time in one column.
  case time
  /// The day alone, `2026-10-01`, with its time in `clock`.
  case date
  case clock
  case address
  case method
  /// An S3 operation: `REST.GET.OBJECT` is a GET, others are methods of their own name.
  case operation
  case status
  /// A path, or an address whose host is its own.
  case path
  /// An object's key: its path without the slash in front, encoded once more than others.
  case key
  /// An address that may have measuring prefixes in front, which are taken off.
  case url
  case bytes
  case agent
  case referrer
  /// A Range header: `bytes=0-499`.
  case range
  case rangeStart
  case rangeEnd
  case requestID
  /// Two letters.
  case country
  /// A listener's id in the place of address and agent.
  case listener
  /// A hash in the place of an address: with the agent it makes a listener.
  case addressHash
  /// Whether somebody else has taken the row for a bot's.
  case bot
  /// The same for a data centre's.
  case datacenter
  /// The host that was asked, which tells apart who owns a path in a log that several share.
  case host

  /// The names in mapping files, by number.
  private static let words = [
    "time", "date", "clock", "address", "method", "operation", "status", "path", "key", "url", "bytes", "agent",
    "referrer", "range", "range-start", "range-end", "request-id", "country", "listener", "address-hash", "bot",
    "datacenter", "host",
  ]

  /// The name in mapping files.
  var word: String { LogField.words[Int(rawValue)] }

  /// The field of that name in mapping files.
  init?(word: String) {
    guard let number = LogField.words.firstIndex(of: word) else { return nil }
    self.init(rawValue: UInt8(number))
  }
}
