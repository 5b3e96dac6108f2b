import PodctlCore

extension DataSource.Kind: SQLBindable, SQLReadable {}

/// How far a tenant's sources are said to be complete.
public struct DataSourceStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func said() throws -> [DataSource.Kind: DataSource] {
    let rows = try tx.rows(
      "SELECT source, complete_through, is_final FROM data_sources WHERE tenant_id = \(tx.tenant)")
    var found: [DataSource.Kind: DataSource] = [:]
    for row in rows {
      let kind: DataSource.Kind = try row["source"]
      found[kind] = DataSource(
        kind: kind, completeThrough: try row["complete_through"], isFinal: try row["is_final"], isSaid: true)
    }
    return found
  }

  public func say(_ kind: DataSource.Kind, through day: Day, isFinal: Bool, now: Instant) throws {
    try tx.run(
      """
      INSERT INTO data_sources (tenant_id, source, complete_through, is_final, updated_at)
      VALUES (\(tx.tenant), \(kind), \(day), \(isFinal), \(now))
      ON CONFLICT (tenant_id, source) DO UPDATE SET complete_through = excluded.complete_through,
        is_final = excluded.is_final, updated_at = excluded.updated_at
      """)
  }

  /// The last day of which others have delivered anything; nil before the first.
  public func lastDelivery() throws -> Day? {
    try tx.first("SELECT max(day) AS last FROM delivery_figures WHERE tenant_id = \(tx.tenant)")
      .flatMap { try $0["last"] }
  }

  /// When the last conversion was; nil before the first.
  public func lastConversion() throws -> Instant? {
    try tx.first("SELECT max(occurred_at) AS last FROM conversions WHERE tenant_id = \(tx.tenant)")
      .flatMap { try $0["last"] }
  }

  /// False when nothing was said of the source.
  public func forget(_ kind: DataSource.Kind) throws -> Bool {
    try tx.run("DELETE FROM data_sources WHERE tenant_id = \(tx.tenant) AND source = \(kind)") == 1
  }
}
