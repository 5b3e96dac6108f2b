import PodctlCore

/// What the reader's end is like. A pipe has no width, no colour and absolute times.
public struct Layout: Sendable {
  /// Columns of the terminal; nil when the output is not one, and then nothing is cut off.
  public var width: Int?
  public var hasColor: Bool
  /// The moment that relative times count from; nil for RFC 3339.
  public var now: Instant?

  public init(width: Int?, hasColor: Bool, now: Instant?) {
    self.width = width
    self.hasColor = hasColor
    self.now = now
  }

  /// What a file or a pipe gets.
  public static let piped = Layout(width: nil, hasColor: false, now: nil)
}

/// The few colours that podctl uses; each only stresses what the words say already.
public enum Ink: String, Sendable {
  case bold = "1"
  case dim = "2"
  case red = "31"
  case green = "32"
  case yellow = "33"
  case cyan = "36"

  public func on(_ text: String, if hasColor: Bool) -> String {
    hasColor ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
