/// A column as CREATE TABLE and ADD COLUMN write it.
struct ColumnShape {
  let name: String
  /// Where its name stands.
  let token: Int
  /// In small letters, without what stands in parentheses: `timestamp with time zone`.
  var type = ""
  var typeToken = 0
  /// `varchar(20)`.
  var hasLength = false
  var isNotNull = false
  var isPrimaryKey = false
  var isUnique = false
  var isIdentity = false
  /// `GENERATED ALWAYS AS (…) STORED`.
  var isStoredExpression = false
  /// The tokens of its default.
  var defaultValue: Range<Int>?
  var reference: ConstraintShape?

  private static let clauses: Set<String> = [
    "CONSTRAINT", "NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "REFERENCES", "CHECK", "GENERATED", "COLLATE", "AS",
    "STORAGE", "COMPRESSION", "AUTOINCREMENT", "ON", "DEFERRABLE", "INITIALLY",
  ]

  /// Nil where the tokens are no column.
  init?(_ statement: ScriptStatement, _ range: Range<Int>) {
    var cursor = StatementCursor(statement, from: range.lowerBound, to: range.upperBound)
    guard let name = statement.name(at: cursor.at), !cursor.isAtEnd else { return nil }
    self.name = name
    token = cursor.at
    cursor.at += 1
    typeToken = cursor.at
    var words: [String] = []
    while let token = cursor.isAtEnd ? nil : cursor.at, !Self.clauses.contains(cursor.word ?? "") {
      if cursor.parenthesised() != nil {
        hasLength = true
      } else {
        words.append(statement.text(of: statement.tokens[token]).lowercased())
        cursor.at += 1
      }
    }
    type = words.joined(separator: " ")
    while !cursor.isAtEnd { takeClause(&cursor) }
  }

  private mutating func takeClause(_ cursor: inout StatementCursor) {
    let start = cursor.at
    if cursor.take("NOT", "NULL") {
      isNotNull = true
    } else if cursor.take("PRIMARY", "KEY") {
      isPrimaryKey = true
    } else if cursor.take("UNIQUE") {
      isUnique = true
    } else if cursor.take("DEFAULT") {
      let from = cursor.at
      while !cursor.isAtEnd, cursor.at == from || !Self.clauses.contains(cursor.word ?? "") {
        if cursor.parenthesised() == nil { cursor.at += 1 }
      }
      defaultValue = from..<cursor.at
    } else if cursor.take("GENERATED") {
      takeGeneration(&cursor)
    } else if cursor.take("REFERENCES") {
      reference = ConstraintShape(referencing: [name], &cursor, token: start)
    } else if cursor.take("CHECK") {
      _ = cursor.parenthesised()
    } else if cursor.take("CONSTRAINT") {
      cursor.at += 1
    } else if cursor.parenthesised() == nil {
      cursor.at += 1
    }
  }

  private mutating func takeGeneration(_ cursor: inout StatementCursor) {
    if !cursor.take("ALWAYS") { _ = cursor.take("BY", "DEFAULT") }
    guard cursor.take("AS") else { return }
    if cursor.take("IDENTITY") {
      isIdentity = true
    } else {
      isStoredExpression = cursor.parenthesised() != nil
    }
  }
}

/// A constraint of a table.
struct ConstraintShape {
  enum Kind { case primaryKey, unique, check, foreignKey, exclude, notNull }

  let kind: Kind
  /// Where it begins.
  let token: Int
  var name: String?
  var columns: [String] = []
  var target: QualifiedName?
  var isNotValid = false
  var usesIndex = false
  /// What a CHECK compares, without its parentheses.
  var expression: Range<Int>?
  /// `ON DELETE SET NULL`, `ON UPDATE CASCADE`, in capitals.
  var actions: [String] = []

  /// Nil where the tokens are no constraint.
  init?(_ statement: ScriptStatement, _ range: Range<Int>) {
    var cursor = StatementCursor(statement, from: range.lowerBound, to: range.upperBound)
    var name: String?
    if cursor.take("CONSTRAINT") { name = cursor.name()?.name }
    let token = cursor.at
    if cursor.take("PRIMARY", "KEY") {
      self.init(.primaryKey, token)
    } else if cursor.take("UNIQUE") {
      self.init(.unique, token)
      if cursor.take("NULLS") {
        _ = cursor.take("NOT")
        _ = cursor.take("DISTINCT")
      }
    } else if cursor.take("CHECK") {
      self.init(.check, token)
    } else if cursor.take("EXCLUDE") {
      self.init(.exclude, token)
      if cursor.take("USING") { cursor.at += 1 }
    } else if cursor.take("FOREIGN", "KEY") {
      let columns = cursor.parenthesised().map { StatementCursor.leadingNames(of: statement, $0) } ?? []
      guard cursor.take("REFERENCES") else { return nil }
      self.init(referencing: columns, &cursor, token: token)
      self.name = name
      takeRest(&cursor)
      return
    } else {
      return nil
    }
    self.name = name
    let list = cursor.parenthesised()
    if kind == .check {
      expression = list
    } else if let list {
      columns = StatementCursor.leadingNames(of: statement, list)
    }
    takeRest(&cursor)
  }

  private init(_ kind: Kind, _ token: Int) {
    self.kind = kind
    self.token = token
  }

  /// From behind REFERENCES on.
  init(referencing columns: [String], _ cursor: inout StatementCursor, token: Int) {
    kind = .foreignKey
    self.token = token
    self.columns = columns
    target = cursor.name()
    _ = cursor.parenthesised()
    while cursor.take("ON") {
      let event = cursor.word ?? ""
      cursor.at += 1
      var words: [String] = []
      while let word = cursor.word, ["SET", "NULL", "DEFAULT", "CASCADE", "NO", "ACTION", "RESTRICT"].contains(word) {
        words.append(word)
        cursor.at += 1
      }
      _ = cursor.parenthesised()
      actions.append("ON \(event) \(words.joined(separator: " "))")
    }
  }

  /// The column of `CHECK (column IS NOT NULL)`; nil for any other.
  func columnThatIsNotNull(in statement: ScriptStatement) -> String? {
    guard kind == .check, let expression, expression.count == 4,
      statement.says("IS", "NOT", "NULL", at: expression.lowerBound + 1)
    else { return nil }
    return statement.name(at: expression.lowerBound)
  }

  private mutating func takeRest(_ cursor: inout StatementCursor) {
    while !cursor.isAtEnd {
      if cursor.take("NOT", "VALID") {
        isNotValid = true
      } else if cursor.take("USING", "INDEX") {
        // `USING INDEX TABLESPACE x` builds one; `USING INDEX name` takes one that is there.
        usesIndex = cursor.word != "TABLESPACE"
      } else {
        cursor.at += 1
      }
    }
  }
}
