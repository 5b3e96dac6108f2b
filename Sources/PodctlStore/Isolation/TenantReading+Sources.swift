extension TenantReading {
  private enum Join { case inner, left, other }

  private static let ends: Set<String> = [
    "WHERE", "GROUP", "ORDER", "HAVING", "LIMIT", "WINDOW", "RETURNING", "SET", "ON", "USING", "FROM", "JOIN", "LEFT",
    "RIGHT", "FULL", "INNER", "CROSS", "NATURAL", "OUTER", "INDEXED", "NOT",
  ]

  /// The tables of FROM, JOIN, UPDATE and DELETE with their conditions. `tables` takes the places of subqueries that are
  /// tables: they are read here and do not know this scope.
  mutating func readSources(
    _ nodes: ArraySlice<StatementNode>, _ scope: StatementScope, _ conditions: inout [Condition],
    _ tables: inout Set<Int>
  ) throws {
    var isInFrom = false
    var join = Join.inner
    var joined: TableReference?
    var index = nodes.startIndex
    while index < nodes.endIndex {
      let word = statement.word(nodes[index])
      index += 1
      switch word {
      case "FROM" where index < 2 || statement.word(nodes[safe: index - 2]) != "DISTINCT":
        isInFrom = true
        join = .inner
        joined = try readTable(nodes, at: &index, scope, &tables)
      case "UPDATE" where index - 1 == nodes.startIndex:
        if statement.word(nodes[safe: index]) == "OR" { index += 2 }
        let target = try readTable(nodes, at: &index, scope, &tables)
        if let target { try refuseMoving(nodes[index...], of: target.table) }
      case "LEFT" where isInFrom: join = .left
      case "RIGHT" where isInFrom, "FULL" where isInFrom: join = .other
      case "INNER" where isInFrom, "CROSS" where isInFrom: join = .inner
      case "JOIN" where isInFrom:
        joined = try readTable(nodes, at: &index, scope, &tables)
      case "ON" where isInFrom:
        let end = self.end(of: nodes, from: index)
        if join != .other { conditions.append(Condition(nodes: nodes[index..<end], reach: reach(join, joined))) }
        join = .inner
      case "USING" where isInFrom:
        if case .group(let names)? = nodes[safe: index] { share(names, scope, join, joined) }
        join = .inner
      case "WHERE":
        isInFrom = false
        conditions.append(Condition(nodes: nodes[index..<end(of: nodes, from: index)], reach: .all))
      case "GROUP", "ORDER", "HAVING", "LIMIT", "WINDOW", "RETURNING", "SET": isInFrom = false
      case nil where isInFrom && statement.isMark(",", nodes[index - 1]):
        join = .inner
        joined = try readTable(nodes, at: &index, scope, &tables)
      default: break
      }
    }
  }

  private func reach(_ join: Join, _ joined: TableReference?) -> Condition.Reach {
    join == .left ? .only(joined) : .all
  }

  /// A name with or without its schema and an alias, a subquery, or a function; gives the reference where it is a
  /// tenant's table. `index` goes behind it.
  private mutating func readTable(
    _ nodes: ArraySlice<StatementNode>, at index: inout Int, _ scope: StatementScope, _ tables: inout Set<Int>
  ) throws -> TableReference? {
    guard let node = nodes[safe: index] else { return nil }
    var reference: TableReference?
    var alias: String?
    index += 1
    if case .group(let group) = node {
      guard statement.isQuery(group) else { return nil }
      tables.insert(index - 1)
      try readStatement(group[...], in: scope.outer)
    } else if var name = statement.name(node) {
      var schema: String?
      if statement.isMark(".", nodes[safe: index]), let inner = statement.name(nodes[safe: index + 1]) {
        schema = name
        name = inner
        index += 2
      }
      var isFunction = false
      if case .group? = nodes[safe: index] { isFunction = true }
      if isFunction { index += 1 } else if schema != "temp", self.tables.contains(name) { reference = refer(to: name) }
      alias = name
    }
    if statement.word(nodes[safe: index]) == "AS" { index += 1 }
    if let name = statement.name(nodes[safe: index]), !Self.ends.contains(statement.word(nodes[safe: index]) ?? "") {
      alias = name
      index += 1
    }
    scope.add(alias ?? "", reference)
    return reference
  }

  /// Where a condition ends at its own level. NOT may begin a part of one.
  private func end(of nodes: ArraySlice<StatementNode>, from start: Int) -> Int {
    nodes[start...].firstIndex { node in
      if statement.isMark(",", node) { return true }
      guard let word = statement.word(node), word != "NOT", word != "FROM" else { return false }
      return Self.ends.contains(word)
    } ?? nodes.endIndex
  }

  /// USING (tenant_id, …): the joined table's is that of the table before it.
  private func share(_ names: [StatementNode], _ scope: StatementScope, _ join: Join, _ joined: TableReference?) {
    guard join != .other, let joined, names.contains(where: { statement.name($0) == "tenant_id" }),
      let first = scope.sources.lazy.compactMap(\.reference).first, first !== joined
    else { return }
    joined.bindings.append(.reference(first))
    if join == .inner { first.bindings.append(.reference(joined)) }
  }
}

extension ArraySlice {
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
