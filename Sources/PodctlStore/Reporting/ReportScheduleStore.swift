import PodctlCore

extension ReportSchedule.Format: SQLBindable, SQLReadable {}

/// Which reports go out by themselves.
public struct ReportScheduleStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// All schedules with their recipients, by the campaigns' slugs.
  public func all() throws -> [(schedule: ReportSchedule, campaign: Slug)] {
    let recipients = try recipients()
    return try tx.rows(
      """
      SELECT s.schedule_id AS schedule_id, s.campaign_id AS campaign_id, s.weekday AS weekday, s.hour AS hour,
        s.zone AS zone, s.needs_review AS needs_review, s.deadline_hours AS deadline_hours,
        s.window_minutes AS window_minutes,
        s.first_week AS first_week, s.created_at AS created_at, c.slug AS slug
      FROM report_schedules s
      JOIN campaigns c ON c.tenant_id = \(tx.tenant) AND c.campaign_id = s.campaign_id
      WHERE s.tenant_id = \(tx.tenant) ORDER BY \(bytewise: "c.slug")
      """
    ).map { row in
      let id: Identifier<ReportSchedule> = try row["schedule_id"]
      return (
        ReportSchedule(
          id: id, campaign: try row["campaign_id"], weekday: try row["weekday"], hour: try row["hour"],
          zone: try Zone(row["zone"] as String), needsReview: try row["needs_review"],
          deadlineHours: try row["deadline_hours"], windowMinutes: try row["window_minutes"],
          firstWeek: try row["first_week"],
          recipients: recipients[id] ?? [], createdAt: try row["created_at"]),
        try Slug(row["slug"] as String)
      )
    }
  }

  public func find(campaign: Identifier<Campaign>) throws -> ReportSchedule? {
    try all().first { $0.schedule.campaign == campaign }?.schedule
  }

  /// An address as a schedule has it; nil where it is on none.
  public func spelling(of address: MailAddress) throws -> MailAddress? {
    try tx.first(
      """
      SELECT address FROM report_recipients WHERE tenant_id = \(tx.tenant) AND \(sql: SuppressionStore.isOne(address))
      ORDER BY \(bytewise: "address") LIMIT 1
      """
    ).flatMap { MailAddress(try $0["address"]) }
  }

  private func recipients() throws -> [Identifier<ReportSchedule>: [ReportSchedule.Recipient]] {
    var found: [Identifier<ReportSchedule>: [ReportSchedule.Recipient]] = [:]
    let suppressions = try SuppressionStore(tx).reasons()
    let rows = try tx.rows(
      """
      SELECT schedule_id, address, format FROM report_recipients
      WHERE tenant_id = \(tx.tenant) ORDER BY \(bytewise: "address")
      """)
    var seen: [Identifier<ReportSchedule>: Set<MailAddress>] = [:]
    for row in rows {
      guard let address = MailAddress(try row["address"]) else {
        throw PodctlError(.databaseDamaged, "a recipient that is stored is no mail address")
      }
      let schedule: Identifier<ReportSchedule> = try row["schedule_id"]
      // Earlier versions took one address twice where the case of a letter differed.
      guard seen[schedule, default: []].insert(address).inserted else { continue }
      found[schedule, default: []].append(
        ReportSchedule.Recipient(address: address, format: try row["format"], suppression: suppressions[address]))
    }
    return found.mapValues { $0.sorted { $0.address < $1.address } }
  }

  /// Writes a schedule, and adds those of its recipients that it does not have yet.
  public func upsert(_ schedule: ReportSchedule, now: Instant) throws {
    try tx.run(
      """
      INSERT INTO report_schedules (tenant_id, schedule_id, campaign_id, weekday, hour, zone, needs_review,
        deadline_hours, window_minutes, first_week, created_at, updated_at)
      VALUES (\(tx.tenant), \(schedule.id), \(schedule.campaign), \(schedule.weekday), \(schedule.hour),
        \(schedule.zone.identifier), \(schedule.needsReview), \(schedule.deadlineHours), \(schedule.windowMinutes), \(schedule.firstWeek),
        \(schedule.createdAt), \(now))
      ON CONFLICT (tenant_id, campaign_id) DO UPDATE SET
        weekday = excluded.weekday, hour = excluded.hour, zone = excluded.zone,
        needs_review = excluded.needs_review, deadline_hours = excluded.deadline_hours,
        window_minutes = excluded.window_minutes,
        updated_at = excluded.updated_at
      """)
    for recipient in schedule.recipients {
      let changed = try tx.run(
        """
        UPDATE report_recipients SET format = \(recipient.format)
        WHERE tenant_id = \(tx.tenant) AND schedule_id = \(schedule.id)
          AND \(sql: SuppressionStore.isOne(recipient.address))
        """)
      guard changed == 0 else { continue }
      try tx.run(
        """
        INSERT INTO report_recipients (tenant_id, schedule_id, address, format, added_at)
        VALUES (\(tx.tenant), \(schedule.id), \(recipient.address.text), \(recipient.format), \(now))
        ON CONFLICT (tenant_id, schedule_id, address) DO UPDATE SET format = excluded.format
        """)
    }
  }

  /// Takes a recipient off; false when it was not on the schedule.
  public func remove(_ address: MailAddress, from schedule: Identifier<ReportSchedule>) throws -> Bool {
    try tx.run(
      """
      DELETE FROM report_recipients
      WHERE tenant_id = \(tx.tenant) AND schedule_id = \(schedule) AND \(sql: SuppressionStore.isOne(address))
      """) > 0
  }

  public func remove(_ schedule: Identifier<ReportSchedule>) throws {
    try tx.run("DELETE FROM report_recipients WHERE tenant_id = \(tx.tenant) AND schedule_id = \(schedule)")
    try tx.run("DELETE FROM report_schedules WHERE tenant_id = \(tx.tenant) AND schedule_id = \(schedule)")
  }
}
