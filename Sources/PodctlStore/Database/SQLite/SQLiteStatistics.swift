import CSQLite
import PodctlCore

/// `sqlite_stat1`, by which SQLite tells a selective index from another. Nothing but ANALYZE fills it: SQLite gathers
/// nothing by itself, and `PRAGMA optimize` looks only at tables that its own connection has asked by way of an index.
extension SQLiteDriver {
  /// Rows that are looked at of each index. Up to so many are counted exactly; of a larger one the first so many tell
  /// what they are like, so that no table holds a writer up for more than a fraction of a second.
  private static let analysisLimit = 200_000
  /// A writer who is at work is not waited for: the next run gathers what this one did not.
  private static let waitMilliseconds: Int32 = 250

  public func gatherStatistics(always: Bool) {
    guard always || sqlite3_total_changes64(handle) >= StatisticsRule.fewestChanges else { return }
    guard !isReadOnlyFile, sqlite3_get_autocommit(handle) != 0, (try? isStatisticsDue()) == true else { return }
    guard let timeout: Int64 = try? execute("PRAGMA busy_timeout", []).rows.first?["timeout"] else { return }
    sqlite3_busy_timeout(handle, Self.waitMilliseconds)
    defer { sqlite3_busy_timeout(handle, Int32(timeout)) }
    // Of this file alone: without a name it would count temporary tables too.
    try? simple("PRAGMA analysis_limit = \(Self.analysisLimit); ANALYZE main")
  }

  /// Asked past the guard of tenants: what is read is how far the numbers of all rows reach, and no row.
  private func isStatisticsDue() throws -> Bool {
    let tables = try execute(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name", []
    ).rows.map { try $0["name"] as String }
    guard !tables.isEmpty else { return false }
    var known: [String: Int64] = [:]
    if !(try execute("SELECT 1 AS one FROM sqlite_schema WHERE name = 'sqlite_stat1'", []).rows.isEmpty) {
      for row in try unguarded("SELECT tbl AS name, max(CAST(stat AS integer)) AS rows FROM sqlite_stat1 GROUP BY tbl")
      {
        known[try row["name"]] = try row["rows"]
      }
    }
    // A table's rows are numbered in the order in which they came, and the oldest go first: the ends of the numbers,
    // which are found at once, say about how many there are.
    let spans = tables.map { name in
      let table = ProbedTable.quoted(name)
      return "SELECT \(Self.literal(name)) AS name, coalesce((SELECT max(rowid) FROM \(table))"
        + " - (SELECT min(rowid) FROM \(table)) + 1, 0) AS rows"
    }
    return try unguarded(spans.joined(separator: " UNION ALL ")).contains { row in
      StatisticsRule.isDue(rows: try row["rows"], known: known[try row["name"]])
    }
  }

  private func unguarded(_ text: String) throws -> [Row] {
    let statement = try SQLiteStatement(self, text)
    var rows: [Row] = []
    while try statement.step(nil) { rows.append(try statement.row()) }
    return rows
  }

  private static func literal(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
