/// A token of a statement, or all that stands between two parentheses, so that a clause can be read at its own level.
enum StatementNode {
  /// By its place among the statement's tokens.
  case token(Int)
  case group([StatementNode])

  static func tree(of statement: ScriptStatement) -> [StatementNode] {
    var open: [[StatementNode]] = [[]]
    for index in statement.tokens.indices {
      if statement.isMark("(", at: index) {
        open.append([])
      } else if statement.isMark(")", at: index), open.count > 1 {
        let group = open.removeLast()
        open[open.count - 1].append(.group(group))
      } else {
        open[open.count - 1].append(.token(index))
      }
    }
    // A statement that SQLite has parsed leaves no parenthesis open.
    return open.reduce([], +)
  }
}

extension ScriptStatement {
  /// The word in capitals that a node is; nil for a group and for anything else.
  func word(_ node: StatementNode?) -> String? {
    if case .token(let index)? = node { word(at: index) } else { nil }
  }

  func name(_ node: StatementNode?) -> String? {
    if case .token(let index)? = node { name(at: index)?.lowercased() } else { nil }
  }

  func isMark(_ character: Character, _ node: StatementNode?) -> Bool {
    if case .token(let index)? = node { isMark(character, at: index) } else { false }
  }

  /// The number of SQLite's `?3`.
  func parameter(_ node: StatementNode?) -> Int? {
    guard case .token(let index)? = node, tokens[index].kind == .parameter else { return nil }
    return Int(text(of: tokens[index]).dropFirst())
  }

  /// Whether a group is a query of its own.
  func isQuery(_ group: [StatementNode]) -> Bool {
    ["SELECT", "WITH", "VALUES"].contains(word(group.first) ?? "")
  }
}
