import PodctlCore

extension ReportOccurrence.State: SQLBindable, SQLReadable {}

/// What became of the weeks of a tenant's schedules.
public struct ReportOccurrenceStore {
  public struct Key: Sendable, Hashable {
    public var schedule: Identifier<ReportSchedule>
    public var week: Day

    public init(schedule: Identifier<ReportSchedule>, week: Day) {
      self.schedule = schedule
      self.week = week
    }
  }

  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Those of a week and later, by schedule and Monday.
  public func all(from week: Day) throws -> [Key: ReportOccurrence] {
    let rows = try tx.rows(
      """
      SELECT schedule_id, week, state, reason, report_id, due_at, deadline_at FROM report_occurrences
      WHERE tenant_id = \(tx.tenant) AND week >= \(week) ORDER BY week, schedule_id
      """
    ).map(Self.occurrence)
    return Dictionary(rows.map { (Key(schedule: $0.schedule, week: $0.week), $0) }) { $1 }
  }

  /// The Mondays of the weeks in a state, by schedule.
  public func weeks(in state: ReportOccurrence.State) throws -> [Identifier<ReportSchedule>: [Day]] {
    let rows = try tx.rows(
      """
      SELECT schedule_id, week FROM report_occurrences
      WHERE tenant_id = \(tx.tenant) AND state = \(state) ORDER BY week, schedule_id
      """)
    var weeks: [Identifier<ReportSchedule>: [Day]] = [:]
    for row in rows { weeks[try row["schedule_id"], default: []].append(try row["week"]) }
    return weeks
  }

  /// The Monday of the newest week whose report went out whole or was rejected, by schedule.
  public func newestSettled() throws -> [Identifier<ReportSchedule>: Day] {
    let rows = try tx.rows(
      """
      SELECT schedule_id, max(week) AS week FROM report_occurrences
      WHERE tenant_id = \(tx.tenant)
        AND state IN (\(ReportOccurrence.State.sent), \(ReportOccurrence.State.rejected))
      GROUP BY schedule_id
      """)
    return try Dictionary(rows.map { (try $0["schedule_id"], try $0["week"]) }) { first, _ in first }
  }

  /// When a report last went out whole; nil where none has.
  public func lastSent() throws -> Instant? {
    try tx.first(
      """
      SELECT max(updated_at) AS last FROM report_occurrences
      WHERE tenant_id = \(tx.tenant) AND state = \(ReportOccurrence.State.sent)
      """)?["last"]
  }

  public func find(_ schedule: Identifier<ReportSchedule>, week: Day) throws -> ReportOccurrence? {
    try tx.first(
      """
      SELECT schedule_id, week, state, reason, report_id, due_at, deadline_at FROM report_occurrences
      WHERE tenant_id = \(tx.tenant) AND schedule_id = \(schedule) AND week = \(week)
      """
    ).map(Self.occurrence)
  }

  private static func occurrence(_ row: Row) throws -> ReportOccurrence {
    ReportOccurrence(
      schedule: try row["schedule_id"], week: try row["week"], state: try row["state"], reason: try row["reason"],
      report: try row["report_id"], dueAt: try row["due_at"], deadline: try row["deadline_at"])
  }

  public func save(_ occurrence: ReportOccurrence, now: Instant) throws {
    try tx.run(
      """
      INSERT INTO report_occurrences (tenant_id, schedule_id, week, state, reason, report_id, due_at, deadline_at,
        updated_at)
      VALUES (\(tx.tenant), \(occurrence.schedule), \(occurrence.week), \(occurrence.state), \(occurrence.reason),
        \(occurrence.report), \(occurrence.dueAt), \(occurrence.deadline), \(now))
      ON CONFLICT (tenant_id, schedule_id, week) DO UPDATE SET state = excluded.state, reason = excluded.reason,
        report_id = excluded.report_id, due_at = excluded.due_at, deadline_at = excluded.deadline_at,
        updated_at = excluded.updated_at
      """)
  }
}
