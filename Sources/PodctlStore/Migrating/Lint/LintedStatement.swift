/// A statement as the rules of lint look at it.
struct LintedStatement {
  let statement: ScriptStatement
  let shape: StatementShape
  /// In capitals, nil for what is no word.
  let words: [String?]
  /// Where functions are called, by name in small letters.
  let calls: [String: [Int]]

  init(_ statement: ScriptStatement) {
    self.statement = statement
    shape = StatementShape(statement)
    words = statement.tokens.map { $0.kind == .word ? statement.word($0) : nil }
    var calls: [String: [Int]] = [:]
    for (index, word) in words.enumerated().dropLast() where word != nil && statement.isMark("(", at: index + 1) {
      calls[word?.lowercased() ?? "", default: []].append(index)
    }
    self.calls = calls
  }

  /// The first words in capitals.
  func begins(_ wanted: String...) -> Bool {
    wanted.count <= words.count && zip(wanted, words).allSatisfy { $0 == $1 }
  }

  /// Where these words first stand one after another.
  func position(of wanted: String..., from start: Int = 0) -> Int? {
    guard words.count >= wanted.count, start <= words.count - wanted.count else { return nil }
    return (start...(words.count - wanted.count)).first { index in
      wanted.enumerated().allSatisfy { words[index + $0.offset] == $0.element }
    }
  }

  /// The arguments of a call, each as a range of tokens.
  func arguments(at call: Int) -> [Range<Int>] {
    var cursor = StatementCursor(statement, from: call + 1)
    return cursor.parenthesised().map { StatementCursor.parts(of: statement, $0) } ?? []
  }

  /// What a literal in single quotes says, as a table's name: without its schema, in small letters.
  func literal(_ range: Range<Int>) -> String? {
    guard let token = range.first(where: { statement.tokens[$0].kind == .string }) else { return nil }
    let text = statement.text(of: statement.tokens[token]).drop { $0 != "'" }.dropFirst().dropLast()
    return text.split(separator: ".").last.map { $0.lowercased() }
  }

  /// The table that a call's first argument names.
  func tableArgument(at call: Int) -> String? { arguments(at: call).first.flatMap(literal) }

  /// The parentheses that open behind this token, without them.
  func parentheses(behind token: Int) -> Range<Int>? {
    var cursor = StatementCursor(statement, from: token + 1)
    return cursor.parenthesised()
  }

  /// The table that CREATE POLICY, DROP TABLE and their like name behind these words.
  func name(behind token: Int) -> QualifiedName? {
    var cursor = StatementCursor(statement, from: token + 1)
    _ = cursor.take("IF", "EXISTS") || cursor.take("IF", "NOT", "EXISTS")
    _ = cursor.take("ONLY")
    return cursor.name()
  }
}
