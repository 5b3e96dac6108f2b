/// What CREATE, DROP and ALTER name besides tables and indexes: `VIEW totals`, `POLICY mine ON shows`.
struct LintedObject: Hashable {
  let kind: String
  let name: String
  /// The table of a policy, a trigger or a constraint.
  var table = ""

  private static let kinds: Set<String> = [
    "VIEW", "FUNCTION", "PROCEDURE", "ROUTINE", "AGGREGATE", "TYPE", "DOMAIN", "SEQUENCE", "EXTENSION", "TRIGGER",
    "POLICY", "INDEX", "SCHEMA", "RULE", "COLLATION", "STATISTICS",
  ]
  private static let between: Set<String> = [
    "OR", "REPLACE", "TEMP", "TEMPORARY", "RECURSIVE", "MATERIALIZED", "CONSTRAINT", "UNIQUE", "EVENT",
  ]
}

extension LintedStatement {
  /// The object that stands behind this first word of a statement; nil for a table and for other statements.
  func object(of verb: String) -> LintedObject? {
    guard words.first == verb else { return nil }
    var at = 1
    while at < words.count, let word = words[at], LintedObject.isBetween(word) { at += 1 }
    guard at < words.count, let kind = words[at], LintedObject.isKind(kind) else { return nil }
    var cursor = StatementCursor(statement, from: at + 1)
    _ = cursor.take("CONCURRENTLY")
    _ = cursor.take("IF", "NOT", "EXISTS") || cursor.take("IF", "EXISTS")
    guard let name = cursor.name() else { return nil }
    var object = LintedObject(kind: kind, name: name.name)
    if ["POLICY", "TRIGGER", "RULE"].contains(kind), let on = position(of: "ON", from: cursor.at - 1) {
      // A trigger's events and a rule's stand before the table: `AFTER INSERT ON shows`, `ON INSERT TO shows`.
      let table = kind == "RULE" ? position(of: "TO", from: on) ?? on : on
      object.table = self.name(behind: table)?.name ?? ""
    }
    return object
  }

  /// What the statement makes, constraints of ALTER TABLE among it.
  var madeObjects: [LintedObject] {
    if let object = object(of: "CREATE") { return [object] }
    guard case .alterTable(let table, let actions) = shape else { return [] }
    return actions.compactMap { action in
      guard case .addConstraint(let constraint) = action.kind, let name = constraint.name else { return nil }
      return LintedObject(kind: "CONSTRAINT", name: name, table: table.name)
    }
  }

  /// Names that ALTER TABLE … RENAME TO gives.
  var newTableNames: [String] {
    guard case .alterTable(_, let actions) = shape else { return [] }
    return actions.compactMap { if case .renameTable(let name) = $0.kind { name } else { nil } }
  }
}

extension LintedObject {
  fileprivate static func isKind(_ word: String) -> Bool { kinds.contains(word) }
  fileprivate static func isBetween(_ word: String) -> Bool { between.contains(word) }
}
