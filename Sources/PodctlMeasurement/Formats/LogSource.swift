/// Where log lines come from.
public enum LogSource: Sendable, Hashable {
  /// A file, plain or gzip; which of them its first bytes tell, not its name.
  case file(String)
  /// Standard input, plain or gzip; it can be read once.
  case standardInput
  /// Bytes in memory, with a name for messages.
  case memory(name: String, bytes: [UInt8])

  /// The name in messages.
  public var name: String {
    switch self {
    case .file(let path): path
    case .standardInput: "standard input"
    case .memory(let name, _): name
    }
  }

  /// A word of the command line: `-` is standard input.
  public init(word: String) { self = word == "-" ? .standardInput : .file(word) }
}
