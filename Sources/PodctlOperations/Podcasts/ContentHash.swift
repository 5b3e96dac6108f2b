/// The SHA-256 of a file's content, known or being made while the file's count is stored.
enum ContentHash: Sendable {
  case known(String)
  case ahead(Ahead<String>)

  /// Begins to hash a file, unless its hash is known.
  init(of log: LogFile, known sha256: String?) {
    self = sha256.map { .known($0) } ?? .ahead(Ahead { try log.sha256() })
  }

  /// In hexadecimal; waits for it, and throws `file_unreadable` where the file could not be read as it was found.
  func value() throws -> String {
    switch self {
    case .known(let sha256): sha256
    case .ahead(let ahead): try ahead.value()
    }
  }
}
