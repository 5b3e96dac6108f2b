/// One thing that a schema holds, told by its facts: the same thing has the same facts wherever it stands.
public struct SchemaObject: Sendable, Hashable, Codable {
  /// What it is, in the order in which a schema is built.
  public enum Kind: String, Sendable, Codable, CaseIterable, Comparable {
    case extension_ = "extension"
    case enumeration = "enum"
    case domain, sequence, function, table, column, constraint, index, view, trigger, policy, grant

    public static func < (left: Kind, right: Kind) -> Bool {
      let order = Kind.allCases
      return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
    }
  }

  /// One property, such as `type` or `default`.
  public struct Fact: Sendable, Hashable, Codable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public var kind: Kind
  /// The table or view that it belongs to; empty for what stands by itself.
  public var parent: String
  public var name: String
  public var facts: [Fact]

  public init(_ kind: Kind, of parent: String = "", _ name: String, _ facts: [Fact] = []) {
    self.kind = kind
    self.parent = parent
    self.name = name
    self.facts = facts
  }

  public subscript(_ fact: String) -> String? { facts.first { $0.name == fact }?.value }

  /// As messages name it: `column downloads.day`.
  public var title: String { "\(kind.rawValue) \(parent.isEmpty ? name : "\(parent).\(name)")" }

  /// What tells two objects apart; two with one identity and other facts are one object that changed.
  public var identity: [String] { [kind.rawValue, parent, name] }

  public static func isBefore(_ left: SchemaObject, _ right: SchemaObject) -> Bool {
    if left.kind != right.kind { return left.kind < right.kind }
    return (left.parent, left.name) < (right.parent, right.name)
  }
}

/// A schema as it stands in one database: its objects in their order.
public struct SchemaSnapshot: Sendable, Hashable, Codable {
  /// `postgres` or `sqlite`: schemas of two kinds of database cannot be compared.
  public var engine: String
  public private(set) var objects: [SchemaObject]

  public init(engine: String, _ objects: [SchemaObject]) {
    self.engine = engine
    self.objects = objects.sorted(by: SchemaObject.isBefore)
  }

  /// One line for each object; the text that a fingerprint is the hash of.
  public var canonicalText: String {
    objects.map { object in
      let facts = object.facts.map { "\($0.name)=\($0.value.debugDescription)" }.joined(separator: " ")
      return "\(object.kind.rawValue) \(object.parent.debugDescription) \(object.name.debugDescription) \(facts)\n"
    }.joined()
  }
}
