import PodctlCore
import PodctlDigest

/// Reads what a schema holds out of the database's own catalog. What an extension owns, partitions that are made by
/// rule, and the ledger of migrations are left out: they differ between databases that are the same to a program.
public struct SchemaCatalog {
  private let tx: Transaction
  private let ledgers: Set<String>

  /// `ledgers` are the tables of the migration runner itself.
  public init(_ tx: Transaction, without ledgers: Set<String>) {
    self.tx = tx
    self.ledgers = ledgers
  }

  /// The schema that an unqualified name is made in.
  public func snapshot() throws -> SchemaSnapshot {
    var objects: [SchemaObject] = []
    try tx.stream(tx.dialect.catalog) { row in
      let kind: String = try row["kind"]
      guard let kind = SchemaObject.Kind(rawValue: kind) else { return }
      let parent: String = try row["parent"]
      let name: String = try row["name"]
      guard !ledgers.contains(parent), !ledgers.contains(name) else { return }
      objects.append(SchemaObject(kind, of: parent, name, Self.facts(try row["facts"])))
    }
    return SchemaSnapshot(engine: tx.dialect.rawValue, objects)
  }

  /// The catalog's query joins facts by the unit separator, which no SQL text holds.
  private static func facts(_ text: String) -> [SchemaObject.Fact] {
    text.split(separator: "\u{1f}").compactMap { part in
      guard let equals = part.firstIndex(of: "=") else { return nil }
      let name = String(part[..<equals])
      let value = String(part[equals...].dropFirst())
      return SchemaObject.Fact(name, name == SchemaObject.tableText ? SQLText.condensed(value) : value)
    }
  }

  /// The hash that stands for a whole schema.
  public static func fingerprint(of snapshot: SchemaSnapshot) -> String {
    "v1:" + SHA256.hex(snapshot.canonicalText.utf8)
  }
}
