import PodctlCore

/// One month of a telemetry table on PostgreSQL: `downloads_y2026m11`.
public struct TelemetryPartition: Sendable, Hashable {
  public let table: String
  /// Its first day.
  public let month: Day

  public init(_ table: String, monthOf day: Day) {
    self.table = table
    month = day.firstOfMonth
  }

  public var end: Day { CalendarUnit.month.next(after: month) }

  public var name: String {
    let (year, number, _) = month.civil
    return "\(table)_y\(year)m\(number < 10 ? "0" : "")\(number)"
  }
}

/// What `podctl migrate partitions` does to one month.
public struct PartitionStep: Sendable, Hashable {
  public enum Action: String, Sendable { case create, drop }

  public var action: Action
  public var partition: TelemetryPartition
  /// Rows that lay in the default partition and were moved here; nil in a plan.
  public var moved: Int?
}
