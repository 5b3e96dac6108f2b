/// What is asked of PostgreSQL's catalog about an index that is built while others write; SQLite has none.
extension Dialect {
  private func literal(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private func tableId(_ index: ConcurrentIndex) -> String {
    let schema = index.schema.map(literal) ?? "any(current_schemas(false))"
    return """
      (SELECT c.oid FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relname = \(literal(index.table)) AND n.nspname = \(schema)
       ORDER BY array_position(current_schemas(false), n.nspname) LIMIT 1)
      """
  }

  /// One row with `valid` where there is an index of that name on that table.
  func indexValidity(_ index: ConcurrentIndex) -> String {
    """
    SELECT i.indisvalid AS valid FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
    WHERE c.relname = \(literal(index.name)) AND i.indrelid = \(tableId(index))
    """
  }

  /// A row while the server is building an index on the table.
  func indexBuild(_ index: ConcurrentIndex) -> String {
    "SELECT pid FROM pg_catalog.pg_stat_progress_create_index WHERE relid = \(tableId(index)) AND datname = current_database()"
  }

  /// For a connection that goes to no one else: who is gone is noticed, and names are looked for where the ledger lies.
  func sessionSettings(_ schema: String?) -> [String] {
    guard self == .postgres else { return [] }
    return ["SET client_connection_check_interval = '1s'"]
      + (schema == "podctl" ? ["SET search_path TO podctl, pg_temp"] : [])
  }

  /// Sets a transaction's limits, without a lock.
  func limits(_ limits: TransactionLimits) -> Statement? {
    guard self == .postgres else { return nil }
    return """
      SELECT set_config('lock_timeout', \(limits.lockTimeout), true) AS l,
        set_config('statement_timeout', \(limits.statementTimeout), true) AS s,
        set_config('application_name', \(limits.application), true) AS a
      """
  }
}
