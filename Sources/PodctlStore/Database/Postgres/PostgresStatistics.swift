import PodctlCore

/// What the server's planner knows of podctl's tables. The server's autovacuum gathers it too, some minutes after a large
/// load, and never for a table that is cut into parts as a whole.
extension PostgresDriver {
  public func gatherStatistics(always: Bool) {
    guard searchPath == .podctl, always || changedRows >= StatisticsRule.fewestChanges else { return }
    // No more than an owner may have a table looked at, and one who is none is not told of it by an error.
    for table in (try? tablesToAnalyze()) ?? [] { try? simple("ANALYZE (SKIP_LOCKED) \(table)") }
  }

  private func tablesToAnalyze() throws -> [String] {
    try begin(.readOnly, tenant: nil)
    defer { rollback() }
    let ownsTables: Bool = try execute(Self.ownTables, []).rows.first?["has"] ?? false
    guard ownsTables else { return [] }
    rollback()
    // A connection hands its counts in once a second, and what it has just done might not be among them.
    try simple("SELECT pg_stat_force_next_flush()")
    try begin(.readOnly, tenant: nil)
    return try execute(Self.counts, []).rows.compactMap { row in
      let known: Int64 = try row["known"]
      let changed: Int64 = try row["changed"]
      let isUnknown: Bool = try row["isunknown"]
      let isDue =
        isUnknown
        ? max(changed, known) >= StatisticsRule.fewestRows
        : StatisticsRule.isDue(changed: changed, known: known)
      return isDue ? try row["name"] : nil
    }
  }

  private static let ownTables = """
    SELECT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.relnamespace = to_regnamespace('podctl')
      AND c.relkind IN ('r', 'p') AND pg_catalog.pg_has_role(c.relowner, 'USAGE')) AS has
    """

  /// Tables of this role, with rows as they were when they were last looked at and rows that have changed since, those of
  /// their parts among them.
  private static let counts = """
    SELECT format('%I.%I', n.nspname, c.relname) AS name, c.reltuples < 0 AS isunknown,
      coalesce(sum(greatest(p.reltuples, 0)) FILTER (WHERE p.relkind = 'r'), 0)::bigint AS known,
      coalesce(sum(s.n_mod_since_analyze), 0)::bigint AS changed
    FROM pg_catalog.pg_class c
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    JOIN LATERAL (
      SELECT c.oid, c.relkind, c.reltuples
      UNION ALL
      SELECT i.oid, i.relkind, i.reltuples FROM pg_catalog.pg_inherits h
      JOIN pg_catalog.pg_class i ON i.oid = h.inhrelid WHERE h.inhparent = c.oid
    ) p ON true
    LEFT JOIN pg_catalog.pg_stat_all_tables s ON s.relid = p.oid
    WHERE n.nspname = 'podctl' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND pg_catalog.pg_has_role(c.relowner, 'USAGE')
    GROUP BY n.nspname, c.oid, c.relname, c.reltuples ORDER BY c.relname
    """
}
