/// One place at which a statement reaches a tenant's table, and what holds it to one tenant there.
final class TableReference {
  enum Binding {
    /// Its `tenant_id` is this parameter.
    case parameter(Int)
    /// Its `tenant_id` is another reference's.
    case reference(TableReference)
  }

  let table: String
  var bindings: [Binding] = []

  init(_ table: String) { self.table = table }

  /// The parameters that hold these references, each by itself or by way of others; throws on the first that none holds.
  static func parameters(of references: [TableReference]) throws -> [Int] {
    var held: [ObjectIdentifier: Set<Int>] = [:]
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for reference in references {
        let known = held[ObjectIdentifier(reference)] ?? []
        let found = reference.bindings.reduce(into: known) { known, binding in
          switch binding {
          case .parameter(let number): known.insert(number)
          case .reference(let other): known.formUnion(held[ObjectIdentifier(other)] ?? [])
          }
        }
        if found.count > known.count {
          held[ObjectIdentifier(reference)] = found
          hasGrown = true
        }
      }
    }
    for reference in references where held[ObjectIdentifier(reference)] == nil {
      throw TenantCheck.fault(reference.table, "does not name its tenant")
    }
    return held.values.reduce(into: Set<Int>()) { $0.formUnion($1) }.sorted()
  }
}

/// The tables that one SELECT, UPDATE or DELETE can name, under the names it gives them.
final class StatementScope {
  /// Where a subquery stands.
  let outer: StatementScope?
  /// In their order; the reference is nil for what is no tenant's table.
  private(set) var sources: [(alias: String, reference: TableReference?)] = []

  init(in outer: StatementScope?) { self.outer = outer }

  func add(_ alias: String, _ reference: TableReference?) { sources.append((alias, reference)) }

  /// The table that `tenant_id` or `qualifier.tenant_id` is a column of; without a qualifier SQLite knows only one, or
  /// the first where USING has made them one.
  func reference(_ qualifier: String?) -> TableReference? {
    if let qualifier {
      guard let source = sources.first(where: { $0.alias == qualifier }) else { return outer?.reference(qualifier) }
      return source.reference
    }
    return sources.lazy.compactMap(\.reference).first ?? outer?.reference(nil)
  }

  /// Whether the reference is one of this scope's own: a condition holds none of an outer one.
  func owns(_ reference: TableReference) -> Bool { sources.contains { $0.reference === reference } }
}
