import PodctlCore

/// Listeners and downloads that were counted before listeners' keys were purged.
public struct ListenerCount: Sendable, Hashable {
  public var start: Day
  /// Nil for what is not known, and for the count over all values.
  public var value: String?
  public var listeners: Int64
  public var downloads: Int64
}

/// What a purge kept of each day, week and month; never to be added up over them.
public struct ListenerCountStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Stands for the tenant as a whole in the place of a show.
  static let wholeTenant = Identifier<Podcast>(high: 0, low: 0)
  /// The dimension of counts over all apps, devices and countries.
  static let overAll = "all"

  /// What was kept of units that begin within some days; `dimension` nil is over all values.
  public func counts(
    _ unit: CalendarUnit, _ dimension: DownloadDimension?, of podcast: Identifier<Podcast>?,
    within days: ClosedRange<Day>
  ) throws -> [ListenerCount] {
    try tx.rows(
      """
      SELECT starts_on, value, listeners, downloads FROM listener_counts
      WHERE tenant_id = \(tx.tenant) AND unit = \(unit) AND starts_on >= \(days.lowerBound)
        AND starts_on <= \(days.upperBound) AND podcast_id = \(podcast ?? Self.wholeTenant)
        AND dimension = \(dimension?.rawValue ?? Self.overAll)
      ORDER BY starts_on, \(bytewise: "value")
      """
    ).map { row in
      let value: String = try row["value"]
      return ListenerCount(
        start: try row["starts_on"], value: value.isEmpty ? nil : value, listeners: try row["listeners"],
        downloads: try row["downloads"])
    }
  }

  /// Days whose listeners' keys are gone, within some days.
  public func purgedDays(within days: ClosedRange<Day>) throws -> Set<Day> {
    Set(
      try tx.rows(
        """
        SELECT day FROM counted_days
        WHERE tenant_id = \(tx.tenant) AND day >= \(days.lowerBound) AND day <= \(days.upperBound)
          AND purged_at IS NOT NULL
        """
      ).map { try $0["day"] })
  }
}

extension CalendarUnit: SQLBindable, SQLReadable {}
