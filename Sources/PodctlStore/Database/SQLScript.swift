import PodctlCore

/// Cuts a file of SQL into its statements, so that each can be run, and complained about, by its own line.
enum SQLScript {
  struct Part: Sendable, Equatable {
    let text: String
    /// The line of the file on which the statement's first word stands, from 1.
    let line: Int

    func line(atByte offset: Int) -> Int { line + text.utf8.prefix(offset).filter { $0 == UInt8(ascii: "\n") }.count }

    /// PostgreSQL counts characters, from 1.
    func line(atCharacter position: Int) -> Int {
      line + text.unicodeScalars.prefix(position - 1).filter { $0 == "\n" }.count
    }
  }

  /// The statements of a text, without empty ones. Throws `migration_failed` where one would end the transaction that
  /// makes the file whole or nothing.
  static func statements(of text: String, _ dialect: Dialect) throws(PodctlError) -> [Part] {
    var lexer = SQLLexer(text, dialect)
    var parts: [Part] = []
    while let part = lexer.next() {
      if part.endsTransaction {
        throw PodctlError(
          .migrationFailed, "a migration may not begin or end a transaction: it runs in one of its own",
          hint: "take \(part.words.first ?? "it") out of the file", context: [.init("line", "\(part.part.line)")])
      }
      parts.append(part.part)
    }
    return parts
  }
}

/// Reads statement after statement: quotes, comments and bodies hide the semicolons within them.
struct SQLLexer {
  struct Found {
    let part: SQLScript.Part
    /// The first words, in capitals.
    let words: [String]

    var endsTransaction: Bool {
      switch words.first {
      case "BEGIN", "COMMIT", "END", "ABORT": true
      case "START": words.dropFirst().first == "TRANSACTION"
      case "PREPARE": words.dropFirst().first == "TRANSACTION"
      case "ROLLBACK": !words.contains("TO")
      default: false
      }
    }
  }

  private let bytes: [UInt8]
  private let dialect: Dialect
  private var index = 0
  private var line = 1

  init(_ text: String, _ dialect: Dialect) {
    bytes = Array(text.utf8)
    self.dialect = dialect
  }

  mutating func next() -> Found? {
    var words: [String] = []
    var start: Int?
    var startLine = line
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if skipComment() { continue }
      if byte == UInt8(ascii: ";"), depth == 0 {
        let end = index
        advance(1)
        guard let start else { continue }
        return found(start..<end, startLine, words)
      }
      if start == nil, !SQLLexer.isBlank(byte) {
        start = index
        startLine = line
      }
      if skipQuoted() { continue }
      if SQLLexer.isWord(byte) {
        let word = takeWord()
        if words.count < 6 { words.append(word) }
        depth = depthAfter(word, depth, words)
      } else {
        advance(1)
      }
    }
    return start.map { found($0..<index, startLine, words) }
  }

  private func found(_ range: Range<Int>, _ line: Int, _ words: [String]) -> Found {
    Found(part: .init(text: String(decoding: bytes[range], as: UTF8.self), line: line), words: words)
  }

  /// A trigger's body (SQLite) and a routine's (`BEGIN ATOMIC`, PostgreSQL) hold statements of their own.
  private func depthAfter(_ word: String, _ depth: Int, _ words: [String]) -> Int {
    let hasBody =
      words.first == "CREATE"
      && (words.contains("TRIGGER") && dialect == .sqlite || words.contains("FUNCTION") || words.contains("PROCEDURE"))
    guard hasBody else { return 0 }
    switch word {
    case "BEGIN": return depth + 1
    case "CASE": return depth > 0 ? depth + 1 : 0
    case "END": return max(0, depth - 1)
    default: return depth
    }
  }

  private mutating func advance(_ count: Int) {
    for _ in 0..<count where index < bytes.count {
      if bytes[index] == UInt8(ascii: "\n") { line += 1 }
      index += 1
    }
  }

  private func looksAt(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { index + $0.count <= bytes.count && bytes[index..<index + $0.count].elementsEqual($0) }
  }

  private mutating func skipComment() -> Bool {
    if looksAt("--") {
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { advance(1) }
      return true
    }
    guard looksAt("/*") else { return false }
    var nesting = 0
    repeat {
      if looksAt("/*"), nesting == 0 || dialect == .postgres {
        nesting += 1
        advance(2)
      } else if looksAt("*/") {
        nesting -= 1
        advance(2)
      } else {
        advance(1)
      }
    } while nesting > 0 && index < bytes.count
    return true
  }

  private mutating func skipQuoted() -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "'"):
      let previous = index > 0 ? bytes[index - 1] | 0x20 : 0
      let isStandalone = index < 2 || !SQLLexer.isWord(bytes[index - 2])
      skip(to: UInt8(ascii: "'"), escapes: dialect == .postgres && previous == UInt8(ascii: "e") && isStandalone)
    case UInt8(ascii: "\""): skip(to: UInt8(ascii: "\""), escapes: false)
    case UInt8(ascii: "`") where dialect == .sqlite: skip(to: UInt8(ascii: "`"), escapes: false)
    case UInt8(ascii: "[") where dialect == .sqlite: skip(to: UInt8(ascii: "]"), escapes: false)
    case UInt8(ascii: "$") where dialect == .postgres: return skipDollarQuoted()
    default: return false
    }
    return true
  }

  /// To the closing mark; a doubled one is skipped as the start of the next quoted piece.
  private mutating func skip(to mark: UInt8, escapes: Bool) {
    advance(1)
    while index < bytes.count, bytes[index] != mark {
      advance(escapes && bytes[index] == UInt8(ascii: "\\") ? 2 : 1)
    }
    advance(1)
  }

  private mutating func skipDollarQuoted() -> Bool {
    if index > 0, SQLLexer.isWord(bytes[index - 1]) { return false }
    var end = index + 1
    while end < bytes.count, SQLLexer.isWord(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: "$") else { return false }
    if end > index + 1, (48...57).contains(bytes[index + 1]) { return false }
    let tag = bytes[index...end]
    advance(tag.count)
    while index < bytes.count, !(index + tag.count <= bytes.count && bytes[index..<index + tag.count] == tag) {
      // Slices compare by their elements, whatever their positions.
      advance(1)
    }
    advance(tag.count)
    return true
  }

  private mutating func takeWord() -> String {
    let start = index
    while index < bytes.count, SQLLexer.isWord(bytes[index]) { advance(1) }
    return String(decoding: bytes[start..<index], as: UTF8.self).uppercased()
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 95 || byte >= 128
  }
}
