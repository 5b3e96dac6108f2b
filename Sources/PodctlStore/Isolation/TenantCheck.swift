import PodctlCore

/// Whether a statement for SQLite, which has no row-level security, names its tenant at every table of tenants.
///
/// SQLite's own parser says which tables a statement touches, views and triggers included, so that no spelling of a name
/// hides one; `TenantReading` says what holds each of them. Made once for each distinct statement, when it is prepared;
/// at each run only the parameters are compared with the transaction's tenant. It is a guard against forgetting, not
/// against a writer of statements who means harm: what is right in form and wrong in sense (two tenants' rows joined by
/// another column, a tenant's id computed) it takes for what it says.
enum TenantCheck {
  /// The numbers of the parameters that must be the transaction's tenant; empty where no tenant's table is touched.
  static func parameters(of text: String, touching touched: TouchedTables, in tables: TenantTables) throws -> [Int] {
    let tenants = touched.all.intersection(tables.names)
    guard !tenants.isEmpty else { return [] }
    guard let statement = try ScriptReader.statements(of: text, .sqlite).first else { return [] }
    let reading = try TenantReading(statement, tables: tables.names)
    let read = Set(reading.references.map(\.table))
    // A foreign key looks into its tables too; all of them hold the tenant.
    let byKey = touched.written.reduce(into: Set<String>()) { $0.formUnion(tables.related[$1] ?? []) }
    if let hidden = tenants.subtracting(read).subtracting(byKey).sorted().first {
      throw fault(hidden, "reaches it by way of a view or a trigger")
    }
    return try TableReference.parameters(of: reading.references)
  }

  static func fault(_ table: String, _ what: String) -> PodctlError {
    PodctlError(
      .statementWithoutTenant, "a statement on the table \(table) \(what)",
      hint: "this is a fault in podctl and not in its input; nothing was read or changed by the statement",
      context: [.init("table", table)])
  }
}

/// The tables that SQLite's parser found in a statement.
final class TouchedTables {
  private(set) var all: Set<String> = []
  private(set) var written: Set<String> = []

  func read(_ table: String) { all.insert(table.lowercased()) }

  func write(_ table: String) {
    all.insert(table.lowercased())
    written.insert(table.lowercased())
  }
}

/// The tables of a SQLite file that hold tenants' rows, and which are tied to which by foreign keys, either way.
struct TenantTables: Sendable {
  var names: Set<String>
  var related: [String: Set<String>]

  init(of driver: some DatabaseDriver) throws {
    let shared = SharedTable.all.map(\.name)
    names = Set(
      try driver.execute(
        "SELECT lower(m.name) AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c ON c.name = 'tenant_id' "
          + "WHERE m.type = 'table'", []
      ).rows.map { try $0["name"] }
    ).subtracting(shared)
    related = [:]
    let keys = try driver.execute(
      "SELECT lower(m.name) AS child, lower(f.\"table\") AS parent FROM sqlite_schema m "
        + "JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'", [])
    for row in keys.rows {
      let child: String = try row["child"]
      let parent: String = try row["parent"]
      related[child, default: []].insert(parent)
      related[parent, default: []].insert(child)
    }
  }
}
