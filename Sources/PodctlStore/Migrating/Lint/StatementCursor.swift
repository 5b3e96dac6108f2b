/// Walks over a statement's tokens.
struct StatementCursor {
  let statement: ScriptStatement
  var at: Int
  let end: Int

  init(_ statement: ScriptStatement, from start: Int = 0, to end: Int? = nil) {
    self.statement = statement
    at = start
    self.end = end ?? statement.tokens.count
  }

  var isAtEnd: Bool { at >= end }
  var word: String? { isAtEnd ? nil : statement.word(at: at) }

  /// Goes past these words when they stand here.
  mutating func take(_ words: String...) -> Bool {
    guard at + words.count <= end else { return false }
    for (offset, word) in words.enumerated() where statement.word(at: at + offset) != word { return false }
    at += words.count
    return true
  }

  mutating func take(mark: Character) -> Bool {
    guard !isAtEnd, statement.isMark(mark, at: at) else { return false }
    at += 1
    return true
  }

  /// A name, with its schema where it has one.
  mutating func name() -> QualifiedName? {
    guard !isAtEnd, let first = statement.name(at: at) else { return nil }
    let start = at
    at += 1
    guard at + 1 < end, statement.isMark(".", at: at), let second = statement.name(at: at + 1) else {
      return QualifiedName(schema: nil, name: first, token: start)
    }
    at += 2
    return QualifiedName(schema: first, name: second, token: start)
  }

  /// What stands in the parentheses that open here, without them; nil where none do.
  mutating func parenthesised() -> Range<Int>? {
    guard take(mark: "(") else { return nil }
    let start = at
    var depth = 1
    while at < end {
      if statement.isMark("(", at: at) { depth += 1 }
      if statement.isMark(")", at: at) { depth -= 1 }
      at += 1
      if depth == 0 { return start..<at - 1 }
    }
    return start..<end
  }

  /// The rest, cut at commas outside parentheses.
  func parts() -> [Range<Int>] { Self.parts(of: statement, at..<end) }

  static func parts(of statement: ScriptStatement, _ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var depth = 0
    var start = range.lowerBound
    for index in range {
      if statement.isMark("(", at: index) || statement.isMark("[", at: index) { depth += 1 }
      if statement.isMark(")", at: index) || statement.isMark("]", at: index) { depth -= 1 }
      if depth == 0, statement.isMark(",", at: index) {
        parts.append(start..<index)
        start = index + 1
      }
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// The names that lead each part of a list in parentheses: the columns of a key.
  static func leadingNames(of statement: ScriptStatement, _ range: Range<Int>) -> [String] {
    parts(of: statement, range).map { part in
      part.count == 1 || !statement.isMark("(", at: part.lowerBound + 1)
        ? statement.name(at: part.lowerBound) ?? "" : ""
    }
  }
}

struct QualifiedName: Equatable {
  let schema: String?
  let name: String
  /// Where it stands.
  let token: Int
}
