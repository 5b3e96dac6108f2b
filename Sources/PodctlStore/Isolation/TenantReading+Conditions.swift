extension TenantReading {
  /// Takes from a condition what must be true of it: parts that AND joins, at any depth of parentheses.
  func hold(_ scope: StatementScope, by nodes: ArraySlice<StatementNode>, _ reach: Condition.Reach) {
    guard let parts = conjuncts(nodes) else { return }
    for part in parts {
      if part.count == 1, case .group(let group)? = part.first, !statement.isQuery(group) {
        hold(scope, by: group[...], reach)
      } else {
        holdByEquality(scope, part, reach)
      }
    }
  }

  /// The parts that AND joins; nil where an OR makes each of them optional. The AND of BETWEEN joins nothing, and what
  /// stands in a CASE is its own affair.
  private func conjuncts(_ nodes: ArraySlice<StatementNode>) -> [ArraySlice<StatementNode>]? {
    var parts: [ArraySlice<StatementNode>] = []
    var start = nodes.startIndex
    var cases = 0
    var betweens = 0
    for index in nodes.indices {
      switch statement.word(nodes[index]) {
      case "CASE": cases += 1
      case "END": cases -= 1
      case "BETWEEN" where cases == 0: betweens += 1
      case "OR" where cases == 0: return nil
      case "AND" where cases == 0:
        if betweens > 0 {
          betweens -= 1
        } else {
          parts.append(nodes[start..<index])
          start = index + 1
        }
      default: break
      }
    }
    return parts + [nodes[start...]]
  }

  private func holdByEquality(_ scope: StatementScope, _ part: ArraySlice<StatementNode>, _ reach: Condition.Reach) {
    let sides = part.split(omittingEmptySubsequences: false) { statement.isMark("=", $0) }
    guard sides.count == 2 else { return }
    for (one, other) in [(sides[0], sides[1]), (sides[1], sides[0])] {
      guard let held = reference(of: one, in: scope), scope.owns(held) else { continue }
      if case .only(let joined) = reach, joined !== held { continue }
      if other.count == 1, let number = statement.parameter(other.first) {
        held.bindings.append(.parameter(number))
      } else if let holder = reference(of: other, in: scope), holder !== held {
        held.bindings.append(.reference(holder))
      }
    }
  }

  /// The reference whose `tenant_id` an expression is, whole.
  func reference(of nodes: ArraySlice<StatementNode>, in scope: StatementScope) -> TableReference? {
    guard let last = nodes.last, statement.name(last) == "tenant_id" else { return nil }
    if nodes.count == 1 { return scope.reference(nil) }
    guard nodes.count == 3, statement.isMark(".", nodes[nodes.startIndex + 1]),
      let qualifier = statement.name(nodes.first)
    else { return nil }
    return scope.reference(qualifier)
  }
}
