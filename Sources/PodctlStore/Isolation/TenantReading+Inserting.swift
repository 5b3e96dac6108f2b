extension TenantReading {
  /// INSERT: the value of `tenant_id` in each row must hold it.
  mutating func readInsert(_ nodes: ArraySlice<StatementNode>, in outer: StatementScope?) throws {
    guard let into = nodes.firstIndex(where: { statement.word($0) == "INTO" }) else { return }
    var index = into + 1
    var name = statement.name(nodes[safe: index]) ?? ""
    if statement.isMark(".", nodes[safe: index + 1]) {
      let isTemporary = name == "temp"
      name = isTemporary ? "" : statement.name(nodes[safe: index + 2]) ?? ""
      index += 2
    }
    let isTenants = tables.contains(name)
    if isTenants, nodes[..<into].contains(where: { statement.word($0) == "REPLACE" }) {
      throw TenantCheck.fault(name, "replaces rows whosever they are")
    }
    index += 1
    var alias = name
    if statement.word(nodes[safe: index]) == "AS" {
      alias = statement.name(nodes[safe: index + 1]) ?? name
      index += 2
    }
    var column: Int?
    if case .group(let names)? = nodes[safe: index], !statement.isQuery(names) {
      column = elements(names[...]).firstIndex { statement.name($0.first) == "tenant_id" }
      index += 1
    }
    let rest = nodes[min(index, nodes.endIndex)...]
    let tail = rest.indices.first { index in
      statement.word(rest[index]) == "RETURNING"
        || statement.word(rest[index]) == "ON" && statement.word(rest[safe: index + 1]) == "CONFLICT"
    }
    try readRows(rest[..<(tail ?? rest.endIndex)], of: isTenants ? name : nil, column, in: outer)
    guard let tail else { return }
    if isTenants { try checkConflict(rest[tail...], of: name) }
    let scope = StatementScope(in: outer)
    scope.add(alias, nil)
    for node in rest[tail...] { try readExpression(node, in: scope) }
  }

  /// VALUES or a query; `table` is nil where the rows are no tenant's.
  private mutating func readRows(
    _ nodes: ArraySlice<StatementNode>, of table: String?, _ column: Int?, in outer: StatementScope?
  ) throws {
    guard statement.word(nodes.first) == "VALUES" else {
      let scopes = try readStatement(nodes, in: outer)
      guard let table else { return }
      let lists = pieces(of: nodes).compactMap(selected)
      guard lists.count == scopes.count, !lists.isEmpty else { return _ = refer(to: table) }
      for (list, scope) in zip(lists, scopes) { hold(refer(to: table), by: list, column, in: scope) }
      return
    }
    let scope = StatementScope(in: outer)
    for case .group(let row) in nodes {
      if let table { hold(refer(to: table), by: row[...], column, in: scope) }
      for node in row { try readExpression(node, in: scope) }
    }
  }

  private func hold(
    _ row: TableReference, by values: ArraySlice<StatementNode>, _ column: Int?, in scope: StatementScope
  ) {
    let values = elements(values)
    guard let column, values.indices.contains(column) else { return }
    var value = values[column]
    // SELECT x AS tenant_id
    if let alias = value.firstIndex(where: { statement.word($0) == "AS" }) { value = value[..<alias] }
    if value.count == 1, let number = statement.parameter(value.first) {
      row.bindings.append(.parameter(number))
    } else if let source = reference(of: value, in: scope) {
      row.bindings.append(.reference(source))
    }
  }

  private func elements(_ nodes: ArraySlice<StatementNode>) -> [ArraySlice<StatementNode>] {
    nodes.split(omittingEmptySubsequences: false) { statement.isMark(",", $0) }
  }

  /// What stands between SELECT and FROM.
  private func selected(_ nodes: ArraySlice<StatementNode>) -> ArraySlice<StatementNode>? {
    guard let select = nodes.firstIndex(where: { statement.word($0) == "SELECT" }) else { return nil }
    var start = select + 1
    if ["DISTINCT", "ALL"].contains(statement.word(nodes[safe: start]) ?? "") { start += 1 }
    let end = nodes[start...].firstIndex { ["FROM", "WHERE"].contains(statement.word($0) ?? "") } ?? nodes.endIndex
    return nodes[start..<end]
  }

  /// DO UPDATE changes a row that is there: its key must name the tenant, or it could be another's.
  private func checkConflict(_ nodes: ArraySlice<StatementNode>, of table: String) throws {
    try refuseMoving(nodes, of: table)
    guard let doing = nodes.indices.first(where: { statement.word(nodes[$0]) == "DO" }),
      statement.word(nodes[safe: doing + 1]) == "UPDATE"
    else { return }
    let key = nodes[..<doing].compactMap { node -> [StatementNode]? in
      if case .group(let group) = node { group } else { nil }
    }.first
    guard key?.contains(where: { statement.name($0) == "tenant_id" }) == true else {
      throw TenantCheck.fault(table, "updates on a conflict of a key without its tenant")
    }
  }
}
