/// What a statement does to a schema, as far as the rules of lint ask.
enum StatementShape {
  case createTable(TableShape)
  case alterTable(QualifiedName, [AlterAction])
  case createIndex(IndexShape)
  case other

  init(_ statement: ScriptStatement) {
    var cursor = StatementCursor(statement)
    if cursor.take("CREATE") {
      if let table = TableShape(&cursor) {
        self = .createTable(table)
        return
      }
      if let index = IndexShape(&cursor) {
        self = .createIndex(index)
        return
      }
    } else if cursor.take("ALTER", "TABLE") {
      if cursor.take("IF", "EXISTS") {}
      _ = cursor.take("ONLY")
      if let name = cursor.name() {
        _ = cursor.take(mark: "*")
        self = .alterTable(name, cursor.parts().map { AlterAction(statement, $0) })
        return
      }
    }
    self = .other
  }
}

/// CREATE TABLE.
struct TableShape {
  let name: QualifiedName
  var isTemporary = false
  var ifNotExists = false
  var isPartition = false
  /// `PARTITION BY RANGE (…)`.
  var partitionColumns: [String]?
  var columns: [ColumnShape] = []
  var constraints: [ConstraintShape] = []

  /// From behind CREATE; nil, and the cursor where it was, for anything else.
  init?(_ cursor: inout StatementCursor) {
    let start = cursor.at
    let statement = cursor.statement
    _ = cursor.take("GLOBAL") || cursor.take("LOCAL")
    isTemporary = cursor.take("TEMP") || cursor.take("TEMPORARY")
    _ = cursor.take("UNLOGGED")
    guard cursor.take("TABLE") else {
      cursor.at = start
      return nil
    }
    ifNotExists = cursor.take("IF", "NOT", "EXISTS")
    guard let name = cursor.name() else {
      cursor.at = start
      return nil
    }
    self.name = name
    isPartition = cursor.take("PARTITION", "OF")
    if let body = cursor.parenthesised(), !isPartition {
      for part in StatementCursor.parts(of: statement, body) {
        if let constraint = ConstraintShape(statement, part) {
          constraints.append(constraint)
        } else if statement.word(at: part.lowerBound) != "LIKE", let column = ColumnShape(statement, part) {
          columns.append(column)
        }
      }
    }
    while !cursor.isAtEnd {
      if cursor.take("PARTITION", "BY") {
        cursor.at += 1
        partitionColumns = cursor.parenthesised().map { StatementCursor.leadingNames(of: statement, $0) } ?? []
      } else {
        cursor.at += 1
      }
    }
  }
}

/// CREATE INDEX.
struct IndexShape {
  var isUnique = false
  var isConcurrent = false
  var ifNotExists = false
  /// `ON ONLY`: of a partitioned table itself, not of its partitions.
  var isOnly = false
  /// Nil where the database is to find one.
  var name: QualifiedName?
  let table: QualifiedName
  var columns: [String] = []

  /// From behind CREATE.
  init?(_ cursor: inout StatementCursor) {
    isUnique = cursor.take("UNIQUE")
    guard cursor.take("INDEX") else { return nil }
    isConcurrent = cursor.take("CONCURRENTLY")
    ifNotExists = cursor.take("IF", "NOT", "EXISTS")
    if cursor.word != "ON" { name = cursor.name() }
    guard cursor.take("ON") else { return nil }
    isOnly = cursor.take("ONLY")
    guard let table = cursor.name() else { return nil }
    self.table = table
    if cursor.take("USING") { cursor.at += 1 }
    if let list = cursor.parenthesised() { columns = StatementCursor.leadingNames(of: cursor.statement, list) }
  }
}

/// One action of ALTER TABLE.
struct AlterAction {
  enum Kind {
    case addColumn(ColumnShape)
    case addConstraint(ConstraintShape)
    case dropColumn(String)
    case dropConstraint(String)
    case changeType(String)
    case setNotNull(String)
    case dropNotNull(String)
    case dropDefault(String)
    /// An expression or an identity comes or goes.
    case changeGeneration(String)
    case renameColumn
    case renameTable(String)
    case renameConstraint
    case rowSecurity(enabled: Bool)
    case forceRowSecurity(Bool)
    case detachPartition(concurrently: Bool)
    case validate(String)
    /// `SET LOGGED`, `SET TABLESPACE`: the table is written anew.
    case rewrite(String)
    case set(String)
    case other
  }

  let kind: Kind
  /// Where it begins.
  let token: Int

  init(_ statement: ScriptStatement, _ range: Range<Int>) {
    var cursor = StatementCursor(statement, from: range.lowerBound, to: range.upperBound)
    token = range.lowerBound
    kind = Self.kind(&cursor)
  }

  private static func kind(_ cursor: inout StatementCursor) -> Kind {
    if cursor.take("ADD") { return added(&cursor) }
    if cursor.take("DROP") { return dropped(&cursor) }
    if cursor.take("ALTER") {
      _ = cursor.take("COLUMN")
      return altered(&cursor)
    }
    if cursor.take("RENAME") { return renamed(&cursor) }
    if cursor.take("VALIDATE", "CONSTRAINT") { return .validate(cursor.name()?.name ?? "") }
    if cursor.take("ENABLE", "ROW", "LEVEL", "SECURITY") { return .rowSecurity(enabled: true) }
    if cursor.take("DISABLE", "ROW", "LEVEL", "SECURITY") { return .rowSecurity(enabled: false) }
    if cursor.take("FORCE", "ROW", "LEVEL", "SECURITY") { return .forceRowSecurity(true) }
    if cursor.take("NO", "FORCE", "ROW", "LEVEL", "SECURITY") { return .forceRowSecurity(false) }
    if cursor.take("DETACH", "PARTITION") {
      _ = cursor.name()
      return .detachPartition(concurrently: cursor.take("CONCURRENTLY"))
    }
    if cursor.take("SET") { return set(&cursor) }
    return .other
  }

  private static func added(_ cursor: inout StatementCursor) -> Kind {
    if let constraint = ConstraintShape(cursor.statement, cursor.at..<cursor.end) { return .addConstraint(constraint) }
    if cursor.word == "CONSTRAINT" { return .other }
    _ = cursor.take("COLUMN")
    _ = cursor.take("IF", "NOT", "EXISTS")
    return ColumnShape(cursor.statement, cursor.at..<cursor.end).map { .addColumn($0) } ?? .other
  }

  private static func dropped(_ cursor: inout StatementCursor) -> Kind {
    if cursor.take("CONSTRAINT") {
      _ = cursor.take("IF", "EXISTS")
      return .dropConstraint(cursor.name()?.name ?? "")
    }
    _ = cursor.take("COLUMN")
    _ = cursor.take("IF", "EXISTS")
    return .dropColumn(cursor.name()?.name ?? "")
  }

  private static func altered(_ cursor: inout StatementCursor) -> Kind {
    guard let column = cursor.name()?.name else { return .other }
    if cursor.take("SET", "NOT", "NULL") { return .setNotNull(column) }
    if cursor.take("DROP", "NOT", "NULL") { return .dropNotNull(column) }
    if cursor.take("DROP", "DEFAULT") { return .dropDefault(column) }
    if cursor.take("DROP", "EXPRESSION") || cursor.take("DROP", "IDENTITY") || cursor.take("SET", "GENERATED")
      || cursor.take("ADD", "GENERATED") || cursor.take("SET", "EXPRESSION")
    {
      return .changeGeneration(column)
    }
    if cursor.take("SET", "DATA", "TYPE") || cursor.take("TYPE") { return .changeType(column) }
    return .other
  }

  private static func renamed(_ cursor: inout StatementCursor) -> Kind {
    if cursor.take("TO") { return .renameTable(cursor.name()?.name ?? "") }
    return cursor.take("CONSTRAINT") ? .renameConstraint : .renameColumn
  }

  private static func set(_ cursor: inout StatementCursor) -> Kind {
    if let word = cursor.word, ["LOGGED", "UNLOGGED", "TABLESPACE", "ACCESS"].contains(word) { return .rewrite(word) }
    if cursor.take("SCHEMA") { return .renameTable(cursor.name()?.name ?? "") }
    return cursor.parenthesised().map { range in
      .set(range.map { cursor.statement.word(cursor.statement.tokens[$0]).lowercased() }.joined(separator: " "))
    } ?? .other
  }
}
