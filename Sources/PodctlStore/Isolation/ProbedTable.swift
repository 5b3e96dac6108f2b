import Foundation
import PodctlCore

/// A table as the isolation probe finds it in the catalog, with a row of any tenant's made up from its columns' types.
struct ProbedTable {
  struct Column {
    let name: String
    let type: String
    let isNeeded: Bool
    let isKey: Bool
    /// The text of the rules that the column is in.
    let checks: String
  }

  let name: String
  let columns: [Column]
  let isView: Bool
  /// Neither a view nor cut into partitions, so that COPY takes it by its name.
  let isPlain: Bool

  var hasTenant: Bool { columns.contains { $0.name == "tenant_id" } }

  /// The tables of the schema at hand, partitions and what extensions own left out, by name.
  static func all(in tx: Transaction) throws -> [ProbedTable] {
    var columns: [String: [Column]] = [:]
    var views: Set<String> = []
    var plain: Set<String> = []
    for row in try tx.rows(tx.dialect.columnsOfTables) {
      let table: String = try row["tablename"]
      if try row["isview"] { views.insert(table) }
      if try row["isplain"] { plain.insert(table) }
      columns[table, default: []].append(
        Column(
          name: try row["columnname"], type: try row["type"], isNeeded: try row["isneeded"], isKey: try row["iskey"],
          checks: try row["checks"]))
    }
    return columns.keys.sorted().map { name in
      ProbedTable(
        name: name, columns: columns[name] ?? [], isView: views.contains(name), isPlain: plain.contains(name))
    }
  }

  /// The columns that a row must fill, each with its value for a tenant: every id is the tenant's own, so that foreign
  /// keys find each other without any order of ids.
  /// `another` makes a second row beside the first, where the table has a key of bytes.
  func row(of tenant: Identifier<Tenant>, another: Bool = false) throws -> [(column: String, value: SQLValue)] {
    try columns.filter { $0.isNeeded || $0.isKey || $0.name == "tenant_id" }.map { column in
      guard let value = value(of: column, tenant, another) else {
        throw PodctlError(.internalFault, "the probe knows no value of the type \(column.type)")
      }
      return (column.name, value)
    }
  }

  private func value(of column: Column, _ tenant: Identifier<Tenant>, _ another: Bool) -> SQLValue? {
    switch column.type {
    case "uuid": .uuid(high: tenant.high, low: tenant.low)
    case "text", "character varying": .text(Self.listed(column) ?? "probe-\(tenant)\(Self.ending(column))")
    case "bigint", "integer", "smallint", "numeric": .integer(1)
    case "date": .day(Day(number: 20_454))  // 2026-01-01
    case "timestamptz", "timestamp with time zone": .instant(Self.instant)
    case "bytea": .bytes(another ? tenant.bytes.reversed() : tenant.bytes)
    case "boolean": .boolean(false)
    default: nil
    }
  }

  static let instant = Instant(seconds: 1_767_225_600)  // 2026-01-01

  /// The first of the values that a rule allows: `kind IN ('network', …)`, which PostgreSQL keeps as an array.
  private static func listed(_ column: Column) -> String? {
    // PostgreSQL puts a name in quotes that is a word of its own: "position".
    for opening in ["\(column.name) IN ('", "\(column.name) = ANY (ARRAY['", "\(column.name)\" = ANY (ARRAY['"] {
      if let range = column.checks.range(of: opening) {
        return String(column.checks[range.upperBound...].prefix { $0 != "'" })
      }
    }
    return nil
  }

  /// Two columns that a rule wants to differ (`debit <> credit`) are not given the same text.
  private static func ending(_ column: Column) -> String {
    column.checks.contains("\(column.name) <> ") ? "-\(column.name)" : ""
  }

  // MARK: - Statements

  func inserting(
    _ tenant: Identifier<Tenant>, another: Bool = false, _ end: Statement = ""
  ) throws -> Statement {
    let row = try row(of: tenant, another: another)
    var segments: [Statement.Segment] = [
      .text("INSERT INTO \(quoted) (\(row.map { Self.quoted($0.column) }.joined(separator: ", "))) VALUES (")
    ]
    for (index, cell) in row.enumerated() { segments += (index > 0 ? [.text(", ")] : []) + [.value(cell.value)] }
    return Statement(segments: segments + [.text(")")] + end.segments)
  }

  /// Nil for a table without a key, and for a view, of which the catalog knows none.
  func upserting(_ tenant: Identifier<Tenant>) throws -> Statement? {
    let key = columns.filter(\.isKey).map { Self.quoted($0.name) }
    guard !key.isEmpty else { return nil }
    let conflict =
      " ON CONFLICT (\(key.joined(separator: ", "))) DO UPDATE SET \(key.last ?? "") = excluded.\(key.last ?? "")"
    return try inserting(tenant, Statement(segments: [.text(conflict)]))
  }

  var sql: Statement { Statement(segments: [.text(quoted)]) }

  private var quoted: String { Self.quoted(name) }

  static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
