import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("what a monitor is told") struct OperationMetricsTests {
  @Test("a report past its deadline is told without any run; one that was sent ends it", arguments: TestDatabase.kinds)
  func overdue(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test, zone: "UTC")
    try world.addFlight(5, "mid")
    let made = try world.instant("2026-10-20T09:00:00Z")
    let schedule = try ReportScheduling.add(
      .init(
        weekday: nil, hour: nil, zone: nil, needsReview: nil, deadlineHours: nil,
        recipients: [.init(address: try MailAddress(typed: "a@x.de"), format: .html)]),
      to: "autumn", of: world.tenant, in: test.database, ids: CountingIdentifiers(), now: made
    ).schedule
    func text(_ now: String) throws -> String {
      MetricFamily.text(
        try OperationMetrics.families(of: [world.tenant], in: test.database, now: try world.instant(now)))
    }
    let tenant = "{tenant=\"\(world.tenant.slug)\"}"
    #expect(try text("2026-10-26T10:00:00Z").contains("podctl_reports_overdue\(tenant) 0\n"))
    let missed = try text("2026-10-30T10:00:00Z")
    #expect(missed.contains("podctl_reports_overdue\(tenant) 1\n"), "\(missed)")
    #expect(missed.contains("state=\"due\"} 1\n") && !missed.contains("last_sent"))

    let due = try #require(schedule.newestDue(at: try world.instant("2026-10-30T10:00:00Z"), in: world.tenant.zone))
    let sentAt = try world.instant("2026-10-30T11:00:00Z")
    try test.database.write(for: world.tenant.id) { tx in
      try ReportOccurrenceStore(tx).save(
        ReportOccurrence(
          schedule: schedule.id, week: due.week.start, state: .sent, reason: nil, report: nil, dueAt: due.dueAt,
          deadline: due.deadline), now: sentAt)
    }
    let run = Run(
      id: world.id(90), tenant: world.tenant.slug, command: "podctl report send --due", startedAt: sentAt)
    try test.database.write { tx in
      try RunStore(tx).start(run)
      try RunStore(tx).finish(run.id, at: sentAt, exitStatus: 0, errorCode: nil, summary: nil)
    }
    let after = try text("2026-10-30T12:00:00Z")
    #expect(after.contains("podctl_reports_overdue\(tenant) 0\n"))
    #expect(after.contains("podctl_report_last_sent_timestamp_seconds\(tenant) \(sentAt.seconds)\n"))
    #expect(after.contains("command=\"report send\"} \(sentAt.seconds)\n"), "\(after)")
  }
}
