import PodctlCore

extension SchemaDifference {
  /// SQL that makes the schema what it should be, as a proposal to be read before it is run; nil where only a migration
  /// of its own can, such as a changed table of SQLite. `parts` are all objects that should be there.
  public func remedy(for engine: String, parts: [SchemaObject]) -> String? {
    let isPostgres = engine == "postgres"
    switch change {
    case .added: return drop(object)
    case .removed: return create(object, parts)
    case .changed:
      guard let found else { return nil }
      switch object.kind {
      case .column: return isPostgres ? alterColumn(found) : nil
      case .table: return isPostgres ? alterTable() : nil
      case .extension_: return object["version"].map { "ALTER EXTENSION \(quoted(object.name)) UPDATE TO '\($0)';" }
      case .enumeration, .domain, .sequence: return nil
      case .function: return object["definition"].map { $0 + ";" }
      case .grant: return regrant(found)
      case .constraint, .index, .view, .trigger, .policy:
        guard let made = create(object, parts) else { return nil }
        return "\(drop(found))\n\(made)"
      }
    }
  }

  private func quoted(_ name: String) -> String {
    let isPlain =
      name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }
      && !(name.utf8.first.map { (48...57).contains($0) } ?? true)
    return isPlain
      ? name : "\"\(name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }

  private func drop(_ object: SchemaObject) -> String {
    let name = quoted(object.name)
    let table = quoted(object.parent)
    return switch object.kind {
    case .table: "DROP TABLE \(name);  -- look at its rows first"
    case .column: "ALTER TABLE \(table) DROP COLUMN \(name);  -- look at its values first"
    case .constraint: "ALTER TABLE \(table) DROP CONSTRAINT \(name);"
    case .policy: "DROP POLICY \(name) ON \(table);"
    case .trigger: object["sqlite"] == nil ? "DROP TRIGGER \(name) ON \(table);" : "DROP TRIGGER \(name);"
    case .function: "DROP FUNCTION \(object.name);"
    case .view: "DROP \(object["materialized"] == "yes" ? "MATERIALIZED " : "")VIEW \(name);"
    case .enumeration: "DROP TYPE \(name);"
    case .grant: "REVOKE \(object["privileges"] ?? "ALL") ON \(object.parent) FROM \(role(object.name));"
    case .extension_, .domain, .sequence, .index: "DROP \(object.kind.rawValue.uppercased()) \(name);"
    }
  }

  private func create(_ object: SchemaObject, _ parts: [SchemaObject]) -> String? {
    let name = quoted(object.name)
    let table = quoted(object.parent)
    switch object.kind {
    case .table:
      if let text = object[SchemaObject.tableText] { return text + ";" }
      return createTable(object, parts)
    case .column: return "ALTER TABLE \(table) ADD COLUMN \(name) \(columnText(object));"
    case .constraint: return object["definition"].map { "ALTER TABLE \(table) ADD CONSTRAINT \(name) \($0);" }
    case .policy: return createPolicy()
    case .grant: return "GRANT \(object["privileges"] ?? "ALL") ON \(object.parent) TO \(role(object.name));"
    case .extension_: return "CREATE EXTENSION \(name);"
    case .enumeration: return object["labels"].map { "CREATE TYPE \(name) AS ENUM (\($0));" }
    case .domain: return object["definition"].map { "CREATE DOMAIN \(name) AS \($0);" }
    case .sequence: return "CREATE SEQUENCE \(name);"
    case .view:
      let kind = object["materialized"] == "yes" ? "MATERIALIZED VIEW" : "VIEW"
      return object["definition"].map { object["sqlite"] == nil ? "CREATE \(kind) \(name) AS \($0)" : $0 + ";" }
    case .function, .index, .trigger: return object["definition"].map { $0 + ";" }
    }
  }

  private func columnText(_ column: SchemaObject) -> String {
    var text = column["type"] ?? "text"
    if let identity = column["identity"] { text += " GENERATED \(identity) AS IDENTITY" }
    if let generated = column["generated"] { text += " GENERATED ALWAYS AS (\(generated)) STORED" }
    if let value = column["default"] { text += " DEFAULT \(value)" }
    if column["null"] == "no" { text += " NOT NULL" }
    return text
  }

  private func createTable(_ table: SchemaObject, _ parts: [SchemaObject]) -> String {
    let own = parts.filter { $0.parent == table.name }
    let columns = own.filter { $0.kind == .column }
      .sorted { (Int($0["position"] ?? "") ?? 0) < (Int($1["position"] ?? "") ?? 0) }
      .map { "  \(quoted($0.name)) \(columnText($0))" }
    let constraints = own.filter { $0.kind == .constraint }
      .compactMap { object in object["definition"].map { "  CONSTRAINT \(quoted(object.name)) \($0)" } }
    let partition = table["partitioned by"].map { " PARTITION BY \($0)" } ?? ""
    return "CREATE TABLE \(quoted(table.name)) (\n\((columns + constraints).joined(separator: ",\n"))\n)\(partition);"
  }

  private func alterColumn(_ found: SchemaObject) -> String? {
    let start = "ALTER TABLE \(quoted(object.parent)) ALTER COLUMN \(quoted(object.name))"
    var lines: [String] = []
    for fact in facts {
      switch fact.name {
      case "type": lines.append("\(start) TYPE \(fact.wanted ?? "text");")
      case "null": lines.append("\(start) \(fact.wanted == "no" ? "SET" : "DROP") NOT NULL;")
      case "default": lines.append(fact.wanted.map { "\(start) SET DEFAULT \($0);" } ?? "\(start) DROP DEFAULT;")
      default: continue
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func alterTable() -> String? {
    let start = "ALTER TABLE \(quoted(object.name))"
    let lines: [String] = facts.compactMap { fact in
      switch fact.name {
      case "row security": "\(start) \(fact.wanted == "yes" ? "ENABLE" : "DISABLE") ROW LEVEL SECURITY;"
      case "row security forced": "\(start) \(fact.wanted == "yes" ? "FORCE" : "NO FORCE") ROW LEVEL SECURITY;"
      default: nil
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func createPolicy() -> String {
    var text = "CREATE POLICY \(quoted(object.name)) ON \(quoted(object.parent))"
    if object["permissive"] == "no" { text += " AS RESTRICTIVE" }
    text += " FOR \(object["command"] ?? "ALL") TO \(object["roles"] ?? "PUBLIC")"
    if let using = object["using"] { text += " USING (\(using))" }
    if let check = object["check"] { text += " WITH CHECK (\(check))" }
    return text + ";"
  }

  private func regrant(_ found: SchemaObject) -> String {
    "\(drop(found))\nGRANT \(object["privileges"] ?? "ALL") ON \(object.parent) TO \(role(object.name));"
  }

  /// PUBLIC is a word of SQL and no role's name.
  private func role(_ name: String) -> String { name == "PUBLIC" ? name : quoted(name) }
}
