import PodctlCore

extension ListenerCountStore {
  /// Counts the listeners of a whole day, week or month, while all of their keys are there: of the tenant and of each
  /// show, over all and by app, device and country. What was kept before stays, since later keys may be missing.
  public func keep(_ unit: CalendarUnit, from start: Day) throws {
    let known = try tx.first(
      """
      SELECT starts_on FROM listener_counts
      WHERE tenant_id = \(tx.tenant) AND unit = \(unit) AND starts_on = \(start) LIMIT 1
      """)
    guard known == nil else { return }
    let last = unit.next(after: start).advanced(by: -1)
    let dimensions: [(name: String, value: Statement)] =
      [(Self.overAll, "''")]
      + DownloadDimension.allCases.map { ($0.rawValue, "coalesce(\(sql: $0.column), '')") }
    for dimension in dimensions {
      for isByShow in [false, true] {
        try keep(unit, start...last, dimension.name, dimension.value, isByShow: isByShow)
      }
    }
  }

  private func keep(
    _ unit: CalendarUnit, _ days: ClosedRange<Day>, _ dimension: String, _ value: Statement, isByShow: Bool
  ) throws {
    let podcast: Statement = isByShow ? "e.podcast_id" : "\(Self.wholeTenant)"
    let grouping: Statement = isByShow ? "e.podcast_id, " : ""
    // The value is taken by an inner query, so that PostgreSQL groups by it without comparing parameters.
    try tx.run(
      """
      INSERT INTO listener_counts (tenant_id, unit, starts_on, podcast_id, dimension, value, listeners, downloads)
      SELECT \(tx.tenant), \(unit), \(days.lowerBound), \(sql: podcast), \(dimension), e.value,
        count(DISTINCT e.listener), count(*)
      FROM (
        SELECT p.podcast_id, \(sql: value) AS value, d.listener AS listener
        FROM downloads d
        JOIN episodes p ON p.tenant_id = d.tenant_id AND p.episode_id = d.episode_id
        WHERE d.tenant_id = \(tx.tenant) AND p.tenant_id = \(tx.tenant) AND d.day >= \(days.lowerBound)
          AND d.day <= \(days.upperBound) AND d.provenance = \(Provenance.counted)
      ) AS e
      GROUP BY \(sql: grouping)e.value
      """)
  }
}
