/// One way in which a schema is not what it should be.
public struct SchemaDifference: Sendable, Hashable {
  public enum Change: String, Sendable, CaseIterable {
    /// It is there and should not be.
    case added
    /// It should be there and is not.
    case removed
    case changed
  }

  public var change: Change
  /// The object as it should be; as it is where it should not be at all.
  public var object: SchemaObject
  /// For a changed object each fact that differs, `wanted` and `found`; nil where one side lacks it.
  public var facts: [(name: String, wanted: String?, found: String?)] {
    guard let found else { return [] }
    let names = object.facts.map(\.name) + found.facts.map(\.name).filter { object[$0] == nil }
    return names.compactMap { object[$0] == found[$0] ? nil : ($0, object[$0], found[$0]) }
  }
  /// The object as it is; nil unless it changed.
  public var found: SchemaObject?

  init(_ change: Change, _ object: SchemaObject, found: SchemaObject? = nil) {
    self.change = change
    self.object = object
    self.found = found
  }

  /// In words: what differs, and how.
  public var detail: String {
    switch change {
    case .added: return "is here and should not be"
    case .removed: return "should be here and is not"
    case .changed:
      return facts.map { "\($0.name): \($0.found ?? "none") in place of \($0.wanted ?? "none")" }
        .joined(separator: "; ")
    }
  }

  /// What must change for `found` to be as `wanted` is, in the order in which to do it. What comes and goes with a whole
  /// table is not told apart from it.
  public static func between(wanted: SchemaSnapshot, found: SchemaSnapshot) -> [SchemaDifference] {
    let should = Dictionary(wanted.objects.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    let stands = Dictionary(found.objects.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    var all: [SchemaDifference] = []
    for object in wanted.objects {
      guard let there = stands[object.identity] else {
        all.append(SchemaDifference(.removed, object))
        continue
      }
      if there != object { all.append(SchemaDifference(.changed, object, found: there)) }
    }
    all += found.objects.filter { should[$0.identity] == nil }.map { SchemaDifference(.added, $0) }
    let whole = all.filter { isWhole($0.object.kind) && $0.change != .changed }
    let gone = Set(whole.filter { $0.change == .removed }.map(\.object.name))
    let extra = Set(whole.filter { $0.change == .added }.map(\.object.name))
    let touched = Set(all.filter { !isWhole($0.object.kind) }.map(\.object.parent))
    return all.filter { difference in
      let object = difference.object
      if isWhole(object.kind) { return !explainedByParts(difference, touched) }
      return !(difference.change == .removed && gone.contains(object.parent))
        && !(difference.change == .added && extra.contains(object.parent))
    }.sorted(by: isBefore)
  }

  /// What should not be there goes first and in the order opposite to building, since one thing stands on another.
  private static func isBefore(_ left: SchemaDifference, _ right: SchemaDifference) -> Bool {
    if (left.change == .added) != (right.change == .added) { return left.change == .added }
    return left.change == .added
      ? SchemaObject.isBefore(right.object, left.object) : SchemaObject.isBefore(left.object, right.object)
  }

  private static func isWhole(_ kind: SchemaObject.Kind) -> Bool { kind == .table || kind == .view }

  /// SQLite tells a table by its text, which is another one whenever a column is: then the column says it better.
  private static func explainedByParts(_ difference: SchemaDifference, _ touched: Set<String>) -> Bool {
    difference.change == .changed && difference.facts.allSatisfy { $0.name == SchemaObject.tableText }
      && touched.contains(difference.object.name)
  }
}

extension SchemaDifference: CustomStringConvertible {
  public var description: String { "\(change.rawValue) \(object.title): \(detail)" }

  public static func == (left: SchemaDifference, right: SchemaDifference) -> Bool {
    left.change == right.change && left.object == right.object && left.found == right.found
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(change)
    hasher.combine(object)
    hasher.combine(found)
  }
}

extension SchemaObject {
  /// The fact that holds a SQLite table's own text.
  public static let tableText = "text"
}
