import PodctlCore
import Testing

@Suite("schedules of reports") struct ReportScheduleTests {
  private static func schedule(
    _ weekday: Int, _ hour: Int, _ zone: String, firstWeek: String = "2026-10-05"
  ) throws -> ReportSchedule {
    ReportSchedule(
      id: Identifier(high: 0, low: 1), campaign: Identifier(high: 0, low: 2), weekday: weekday, hour: hour,
      zone: try Zone(zone), needsReview: false, deadlineHours: 72, firstWeek: try #require(Day(firstWeek)),
      recipients: [], createdAt: Instant(seconds: 0))
  }

  @Test(
    "a week's report is due in the week after, at an hour by the clock whatever the clocks did",
    arguments: [
      (1, 9, "America/New_York", "2026-10-12", "2026-10-19T13:00:00Z"),
      // On Sunday 25 October 2026 Berlin's clocks go back at 3: nine by the clock is ten hours after midnight.
      (7, 9, "Europe/Berlin", "2026-10-12", "2026-10-25T08:00:00Z"),
      (1, 9, "Europe/Berlin", "2026-10-19", "2026-10-26T08:00:00Z"),
      (3, 0, "Asia/Kolkata", "2026-10-12", "2026-10-20T18:30:00Z"),
    ])
  func due(_ weekday: Int, _ hour: Int, _ zone: String, _ monday: String, _ due: String) throws {
    let schedule = try Self.schedule(weekday, hour, zone)
    let occurrence = schedule.occurrence(of: try #require(Day(monday)), in: .utc)
    #expect(occurrence.dueAt.description == due)
    #expect(occurrence.week.start.description == monday)
    #expect(occurrence.deadline == occurrence.dueAt.advanced(seconds: 72 * 3600))
  }

  @Test("the newest week whose hour has come is due, and none before the first")
  func newest() throws {
    let schedule = try Self.schedule(2, 8, "UTC")
    func newest(_ now: String) throws -> String? {
      schedule.newestDue(at: try #require(Instant(now)), in: .utc)?.week.weekName
    }
    #expect(try newest("2026-10-13T07:59:59Z") == nil)
    #expect(try newest("2026-10-13T08:00:00Z") == "2026-W41")
    #expect(try newest("2026-10-20T07:59:59Z") == "2026-W41")
    #expect(try newest("2026-12-01T08:00:00Z") == "2026-W48")
    let next = schedule.next(after: try #require(Instant("2026-10-13T08:00:00Z")), in: .utc)
    #expect(next.week.weekName == "2026-W42")
  }

  @Test(
    "what is a mail address is one, with its domain in small letters",
    arguments: [
      ("ads@Kettle.Example", "ads@kettle.example"), ("a.b+c@x-y.co.uk", "a.b+c@x-y.co.uk"), ("Ads@x.de", "Ads@x.de"),
    ])
  func addresses(_ typed: String, _ kept: String) throws { #expect(MailAddress(typed)?.text == kept) }

  @Test(
    "what is none is refused",
    arguments: [
      "", "ads", "ads@", "@x.de", "a@b", "a b@x.de", "a@x..de", ".a@x.de", "a.@x.de", "a..b@x.de", "a@-x.de",
      "a@x.de\n", "a@x.de,b@y.de", "\"a\"@x.de", "a@[192.0.2.1]", "ä@x.de", "a@b@x.de",
    ])
  func noAddresses(_ typed: String) { #expect(MailAddress(typed) == nil) }
}
