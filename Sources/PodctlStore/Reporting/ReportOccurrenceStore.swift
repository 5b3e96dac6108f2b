import PodctlCore

extension ReportOccurrence.State: SQLBindable, SQLReadable {}

/// What became of the weeks of a tenant's schedules.
public struct ReportOccurrenceStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func find(_ schedule: Identifier<ReportSchedule>, week: Day) throws -> ReportOccurrence? {
    try tx.first(
      """
      SELECT schedule_id, week, state, reason, report_id, due_at, deadline_at FROM report_occurrences
      WHERE tenant_id = \(tx.tenant) AND schedule_id = \(schedule) AND week = \(week)
      """
    ).map {
      ReportOccurrence(
        schedule: try $0["schedule_id"], week: try $0["week"], state: try $0["state"], reason: try $0["reason"],
        report: try $0["report_id"], dueAt: try $0["due_at"], deadline: try $0["deadline_at"])
    }
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
