import PodctlCore

/// The days whose listeners or households are stored as keyed hashes.
public struct KeyedDayStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// The last such day; nil where there is none.
  public func last() throws -> Day? {
    let tables: [Statement] = ["downloads", "coverage", "rolling_requests", "conversions"]
    return try tables.compactMap { table -> Day? in
      try tx.first("SELECT max(day) AS day FROM \(sql: table) WHERE tenant_id = \(tx.tenant)").flatMap { try $0["day"] }
    }.max()
  }
}
