/// Reads out of a statement where it reaches tenants' tables and what holds each reference to one tenant.
///
/// A reference is held by `tenant_id = ?` as a condition that must be true (of WHERE, or of ON where the join is inner
/// or joins this table), by the same column of another reference that is held, and an inserted row by its value. What it
/// cannot read (a join in parentheses, a row value) counts as holding nothing, so that it errs by refusing.
struct TenantReading {
  let statement: ScriptStatement
  let tables: Set<String>
  private(set) var references: [TableReference] = []

  init(_ statement: ScriptStatement, tables: Set<String>) throws {
    self.statement = statement
    self.tables = tables
    try readStatement(StatementNode.tree(of: statement)[...], in: nil)
  }

  /// One condition, and the table that an outer join holds it to.
  struct Condition {
    enum Reach {
      case all
      case only(TableReference?)
    }

    var nodes: ArraySlice<StatementNode>
    var reach: Reach
  }

  /// A statement or a query in parentheses, its common table expressions first.
  @discardableResult
  mutating func readStatement(_ nodes: ArraySlice<StatementNode>, in outer: StatementScope?) throws -> [StatementScope]
  {
    var nodes = nodes
    if statement.word(nodes.first) == "WITH" {
      let heads = ["SELECT", "INSERT", "REPLACE", "UPDATE", "DELETE", "VALUES"]
      let head = nodes.firstIndex { heads.contains(statement.word($0) ?? "") } ?? nodes.endIndex
      for case .group(let group) in nodes[..<head] where statement.isQuery(group) {
        try readStatement(group[...], in: outer)
      }
      nodes = nodes[head...]
    }
    if ["INSERT", "REPLACE"].contains(statement.word(nodes.first) ?? "") {
      try readInsert(nodes, in: outer)
      return []
    }
    return try pieces(of: nodes).map { try readPiece($0, in: outer) }
  }

  /// The members of a compound query.
  func pieces(of nodes: ArraySlice<StatementNode>) -> [ArraySlice<StatementNode>] {
    nodes.split { ["UNION", "INTERSECT", "EXCEPT"].contains(statement.word($0) ?? "") }
  }

  /// One SELECT, UPDATE or DELETE: its tables first, since what stands before them may speak of them.
  private mutating func readPiece(
    _ nodes: ArraySlice<StatementNode>, in outer: StatementScope?
  ) throws -> StatementScope {
    let scope = StatementScope(in: outer)
    var conditions: [Condition] = []
    var tables = Set<Int>()
    try readSources(nodes, scope, &conditions, &tables)
    for condition in conditions { hold(scope, by: condition.nodes, condition.reach) }
    for (index, node) in zip(nodes.indices, nodes) where !tables.contains(index) { try readExpression(node, in: scope) }
    return scope
  }

  /// Goes through an expression for queries in it.
  mutating func readExpression(_ node: StatementNode, in scope: StatementScope) throws {
    guard case .group(let group) = node else { return }
    if statement.isQuery(group) {
      try readStatement(group[...], in: scope)
    } else {
      for node in group { try readExpression(node, in: scope) }
    }
  }

  mutating func refer(to table: String) -> TableReference {
    let reference = TableReference(table)
    references.append(reference)
    return reference
  }

  /// `tenant_id` is never changed, so that no row can move to another tenant.
  func refuseMoving(_ nodes: ArraySlice<StatementNode>, of table: String) throws {
    for index in nodes.indices.dropLast() where statement.name(nodes[index]) == "tenant_id" {
      let before = index > nodes.startIndex ? nodes[index - 1] : nil
      if statement.isMark("=", nodes[index + 1]), statement.word(before) == "SET" || statement.isMark(",", before) {
        throw TenantCheck.fault(table, "would give rows to another tenant")
      }
    }
  }
}
