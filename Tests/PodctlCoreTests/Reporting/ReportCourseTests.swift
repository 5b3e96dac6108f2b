import PodctlCore
import Testing

@Suite("which weeks of a campaign's life are reported") struct ReportCourseTests {
  private static func schedule(_ weekday: Int, firstWeek: String = "2026-08-03") throws -> ReportSchedule {
    ReportSchedule(
      id: Identifier(high: 0, low: 1), campaign: Identifier(high: 0, low: 2), weekday: weekday, hour: 9, zone: .utc,
      needsReview: false, deadlineHours: 72, firstWeek: try #require(Day(firstWeek)), recipients: [],
      createdAt: Instant(seconds: 0))
  }

  private static func course(
    _ status: Campaign.Status = .active, from first: String = "2026-09-01", to last: String = "2026-09-12",
    window: Int = 30
  ) throws -> ReportCourse {
    let (first, last): (Day, Day) = (try #require(Day(first)), try #require(Day(last)))
    return ReportCourse(status: status, firstDay: first, lastDay: last, windowDays: window)
  }

  @Test(
    "the final report is due on the first schedule day after the last flight day and the attribution window",
    arguments: [
      // 30 days after 12 September is Monday 12 October, which is in the window still.
      (1, "2026-09-12", 30, "2026-10-19"), (1, "2026-09-11", 30, "2026-10-12"), (1, "2026-09-06", 30, "2026-10-12"),
      (1, "2026-09-05", 30, "2026-10-12"), (1, "2026-09-04", 30, "2026-10-05"),
      // 15 October is a Thursday, 16 October a Friday.
      (5, "2026-09-15", 30, "2026-10-16"), (5, "2026-09-16", 30, "2026-10-23"), (7, "2026-09-11", 30, "2026-10-18"),
      (7, "2026-09-10", 30, "2026-10-11"), (3, "2026-09-12", 7, "2026-09-23"),
    ])
  func final(_ weekday: Int, _ last: String, _ window: Int, _ due: String) throws {
    let schedule = try Self.schedule(weekday)
    let final = try #require(schedule.finalWeek(of: Self.course(to: last, window: window)))
    #expect(final == final.monday)
    #expect(Zone.utc.day(of: schedule.occurrence(of: final, in: .utc).dueAt).description == due)
  }

  @Test("after the final week it stays the newest, and a schedule that was made later has its first week for it")
  func afterwards() throws {
    let course = try Self.course()
    let now = try #require(Instant("2026-12-24T12:00:00Z"))
    let schedule = try Self.schedule(1)
    #expect(schedule.newestDue(at: now, in: .utc, of: course)?.week.weekName == "2026-W42")
    #expect(schedule.next(after: now, in: .utc, of: course) == nil)
    let later = try Self.schedule(1, firstWeek: "2026-11-16")
    #expect(later.newestDue(at: now, in: .utc, of: course)?.week.weekName == "2026-W47")
    let made = try #require(Instant("2026-11-18T12:00:00Z"))
    #expect(later.newestDue(at: made, in: .utc, of: course) == nil)
    #expect(later.next(after: made, in: .utc, of: course)?.week.weekName == "2026-W47")
  }

  @Test(
    "a week is reported if the campaign has begun by its Sunday",
    arguments: [
      ("2026-09-06", "2026-W36"), ("2026-09-07", nil), ("2026-08-20", "2026-W36"),
    ] as [(String, String?)])
  func begun(_ first: String, _ newest: String?) throws {
    let now = try #require(Instant("2026-09-07T09:00:00Z"))
    let schedule = try Self.schedule(1)
    let course = try Self.course(from: first, to: "2026-10-31")
    #expect(schedule.newestDue(at: now, in: .utc, of: course)?.week.weekName == newest)
    #expect(schedule.next(after: now, in: .utc, of: course)?.week.weekName == "2026-W37")
  }

  @Test("the next report of a campaign that is to begin later is that of the week in which it begins")
  func toBegin() throws {
    let now = try #require(Instant("2026-09-07T09:00:00Z"))
    let course = try Self.course(from: "2026-10-14", to: "2026-10-31")
    #expect(try Self.schedule(1).next(after: now, in: .utc, of: course)?.week.weekName == "2026-W42")
  }

  @Test(
    "a draft, a cancelled campaign and one without flights have none", arguments: [Campaign.Status.draft, .cancelled])
  func silent(_ status: Campaign.Status) throws {
    let now = try #require(Instant("2026-09-14T09:00:00Z"))
    let schedule = try Self.schedule(1)
    #expect(try schedule.newestDue(at: now, in: .utc, of: Self.course(.active)) != nil)
    for course in [try Self.course(status), ReportCourse(status: .active, firstDay: nil, lastDay: nil, windowDays: 30)]
    {
      #expect(schedule.newestDue(at: now, in: .utc, of: course) == nil)
      #expect(schedule.next(after: now, in: .utc, of: course) == nil)
      #expect(schedule.finalWeek(of: course) == nil)
    }
  }

  @Test("a campaign that was completed before its flights' end ends on that day")
  func completedEarly() throws {
    func last(_ status: Campaign.Status, changed: String) throws -> String? {
      let campaign = Campaign(
        id: Identifier(high: 0, low: 2), sponsor: Identifier(high: 0, low: 3), slug: try Slug("autumn"), name: "Autumn",
        status: status, currency: .usd, notes: nil, createdAt: Instant(seconds: 0),
        updatedAt: try #require(Instant(changed)))
      let flights = try #require(Day("2026-09-01"))...(try #require(Day("2026-09-30")))
      return ReportCourse(of: campaign, flights: flights, window: .standard, in: try Zone("America/New_York"))
        .lastDay?.description
    }
    // In New York it is still the 15th.
    #expect(try last(.completed, changed: "2026-09-16T03:00:00Z") == "2026-09-15")
    #expect(try last(.completed, changed: "2026-10-16T03:00:00Z") == "2026-09-30")
    #expect(try last(.active, changed: "2026-09-16T03:00:00Z") == "2026-09-30")
  }

  @Test("addresses that differ in the case of letters alone are one")
  func oneAddress() throws {
    let typed = try ["Ads@Kettle.Example", "ADS@kettle.example", "ads@KETTLE.example"].map {
      try MailAddress(typed: $0)
    }
    #expect(Set(typed).count == 1 && typed[0] == typed[1] && typed[0].text == "Ads@kettle.example")
    #expect(typed[0] != (try MailAddress(typed: "ad@kettle.example")))
    #expect(try !(typed[0] < typed[1]) && typed[0] < MailAddress(typed: "Adt@kettle.example"))
  }
}
