/// The index that a `CREATE INDEX CONCURRENTLY` makes.
struct ConcurrentIndex: Sendable, Equatable {
  /// As the database knows it.
  let name: String
  /// The schema of the table, where the statement names one; an index lies in its table's schema.
  let schema: String?
  let table: String

  var quotedTable: String { (schema.map { ConcurrentIndex.quote($0) + "." } ?? "") + ConcurrentIndex.quote(table) }

  var quoted: String { (schema.map { ConcurrentIndex.quote($0) + "." } ?? "") + ConcurrentIndex.quote(name) }

  private static func quote(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension ScriptStatement {
  /// Nil for any other statement, and for an index that the server is to name.
  var concurrentIndex: ConcurrentIndex? {
    guard says("CREATE"), let place = tokens.indices.first(where: { says("INDEX", "CONCURRENTLY", at: $0) }), place < 3
    else { return nil }
    var at = place + 2
    if says("IF", "NOT", "EXISTS", at: at) { at += 3 }
    guard !says("ON", at: at), let name = name(at: at), says("ON", at: at + 1) else { return nil }
    at += says("ONLY", at: at + 2) ? 3 : 2
    guard let first = self.name(at: at) else { return nil }
    guard isMark(".", at: at + 1), let table = self.name(at: at + 2) else {
      return ConcurrentIndex(name: name, schema: nil, table: first)
    }
    return ConcurrentIndex(name: name, schema: first, table: table)
  }

  /// Asks, as `done`, whether a statement of which nobody knows whether it ran has done its work; nil for one that may
  /// simply run again, such as VACUUM.
  func leftover(_ dialect: Dialect) -> String? {
    guard dialect == .postgres else { return nil }
    func literal(_ text: String) -> String {
      "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    func last() -> String? { tokens.indices.reversed().lazy.compactMap { name(at: $0) }.first }
    switch (word(at: 0), word(at: 1)) {
    case ("DROP", "INDEX"):
      let start = says("IF", "EXISTS", at: 3) ? 5 : 3
      guard let last = tokens.indices.last, start <= last else { return nil }
      let text = tokens[start...last].filter { !["CASCADE", "RESTRICT"].contains(word($0)) }.map(text(of:)).joined()
      return text.contains(",") ? nil : "SELECT to_regclass(\(literal(text))) IS NULL AS done"
    case ("CREATE", "MATERIALIZED"):
      let start = says("IF", "NOT", "EXISTS", at: 3) ? 6 : 3
      let length = isMark(".", at: start + 1) ? 3 : 1
      guard name(at: start + length - 1) != nil else { return nil }
      let text = tokens[start..<start + length].map(text(of:)).joined()
      return "SELECT to_regclass(\(literal(text))) IS NOT NULL AS done"
    case ("CREATE", "DATABASE"):
      return name(at: 2).map { "SELECT count(*) = 1 AS done FROM pg_database WHERE datname = \(literal($0))" }
    case ("DROP", "DATABASE"):
      return last().map { "SELECT count(*) = 0 AS done FROM pg_database WHERE datname = \(literal($0))" }
    case ("CREATE", "TABLESPACE"):
      return name(at: 2).map { "SELECT count(*) = 1 AS done FROM pg_tablespace WHERE spcname = \(literal($0))" }
    case ("DROP", "TABLESPACE"):
      return last().map { "SELECT count(*) = 0 AS done FROM pg_tablespace WHERE spcname = \(literal($0))" }
    case ("ALTER", "TABLE"):
      guard let place = tokens.indices.first(where: { says("DETACH", "PARTITION", at: $0) }) else { return nil }
      let rest = tokens[(place + 2)...].filter { $0.kind != .word || word($0) != "CONCURRENTLY" }
      let text = rest.map(text(of:)).joined()
      return """
        SELECT NOT coalesce((SELECT relispartition FROM pg_class WHERE oid = to_regclass(\(literal(text)))), false) AS done
        """
    default: return nil
    }
  }
}
