import PodctlCore

/// Distinct listeners as keyed hashes, of which the counted and the imported are different keys.
public struct AudienceStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Listeners of a scope, each once.
  public func listeners(_ scope: DownloadScope) throws -> DownloadFigure {
    try tx.first("SELECT \(sql: Self.distinct) \(sql: downloads(scope))").map(DownloadFigureStore.figure)
      ?? DownloadFigure()
  }

  /// Listeners of each day of a scope.
  public func byDay(_ scope: DownloadScope) throws -> [Day: DownloadFigure] {
    let rows = try tx.rows("SELECT d.day AS day, \(sql: Self.distinct) \(sql: downloads(scope)) GROUP BY d.day")
    return try Dictionary(
      uniqueKeysWithValues: rows.map { (try $0["day"], try DownloadFigureStore.figure($0)) })
  }

  /// Listeners by app, device or country, nil for what is not known.
  public func by(_ dimension: DownloadDimension, _ scope: DownloadScope) throws -> [String?: DownloadFigure] {
    let rows = try tx.rows(
      """
      SELECT \(sql: dimension.column) AS value, \(sql: Self.distinct) \(sql: downloads(scope))
      GROUP BY \(sql: dimension.column)
      """)
    return try Dictionary(
      uniqueKeysWithValues: rows.map { (try $0["value"], try DownloadFigureStore.figure($0)) })
  }

  /// The key of every counted download of a scope, as often as there are downloads.
  public func streamKeys(_ scope: DownloadScope, _ each: ([UInt8]) throws -> Void) throws {
    try tx.stream(
      "SELECT d.listener AS listener \(sql: downloads(scope)) AND d.provenance = \(Provenance.counted)"
    ) { try each(try $0["listener"]) }
  }

  private static let distinct: Statement = """
    count(DISTINCT CASE WHEN d.provenance = 'counted' THEN d.listener END) AS counted,
      count(DISTINCT CASE WHEN d.provenance = 'imported' THEN d.listener END) AS imported
    """

  private func downloads(_ scope: DownloadScope) -> Statement {
    """
    FROM downloads d
    WHERE d.tenant_id = \(tx.tenant) AND d.day >= \(scope.days.lowerBound) AND d.day <= \(scope.days.upperBound)
      \(sql: DownloadFigureStore(tx).show(scope.podcast))
    """
  }
}
