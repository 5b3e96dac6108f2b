import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("keeping schedules of reports") struct ReportSchedulingTests {
  private static let now = Instant("2026-10-21T09:00:00Z") ?? Instant(seconds: 0)

  private static func wish(
    weekday: Int? = nil, hour: Int? = nil, to: [String] = [], review: Bool? = nil
  ) throws -> ReportScheduling.Wish {
    ReportScheduling.Wish(
      weekday: weekday, hour: hour, zone: nil, needsReview: review, deadlineHours: nil,
      windowMinutes: nil, recipients: try to.map { .init(address: try MailAddress(typed: $0), format: .html) })
  }

  @Test(
    "a new schedule begins with the running week; what a second call does not name stays",
    arguments: TestDatabase.kinds)
  func adding(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test, zone: "America/New_York")
    func add(_ wish: ReportScheduling.Wish) throws -> (ReportSchedule, Bool) {
      let added = try ReportScheduling.add(
        wish, to: "autumn", of: world.tenant, in: test.database, ids: CountingIdentifiers(), now: Self.now)
      return (added.schedule, added.isNew)
    }
    let (first, isNew) = try add(Self.wish(weekday: 2, to: ["b@x.de", "a@x.de"]))
    #expect(isNew && first.weekday == 2 && first.hour == 9 && first.zone.identifier == "America/New_York")
    #expect(first.firstWeek.description == "2026-10-19")
    #expect(first.recipients.map(\.address.text) == ["a@x.de", "b@x.de"])
    #expect(first.newestDue(at: Self.now, in: world.tenant.zone) == nil)

    let (second, isSecondNew) = try add(Self.wish(hour: 7, to: ["c@x.de"], review: true))
    #expect(!isSecondNew && second.id == first.id && second.weekday == 2 && second.hour == 7 && second.needsReview)
    #expect(second.recipients.count == 3)
  }

  @Test("a suppressed recipient stays on the schedule and gets nothing", arguments: TestDatabase.kinds)
  func suppressed(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test, zone: "UTC")
    let address = try MailAddress(typed: "a@x.de")
    try test.database.write(for: world.tenant.id) { tx in
      try SuppressionStore(tx).add(.init(address: address, reason: "bounced", since: Self.now))
      try SuppressionStore(tx).add(.init(address: address, reason: "asked", since: Self.now))
    }
    let added = try ReportScheduling.add(
      Self.wish(to: ["a@x.de", "b@x.de"]), to: "autumn", of: world.tenant, in: test.database,
      ids: CountingIdentifiers(), now: Self.now)
    #expect(added.schedule.recipients.map(\.suppression) == ["bounced", nil])
    #expect(added.schedule.reachable.map(\.address.text) == ["b@x.de"])
  }

  @Test("a recipient goes alone, and a schedule with all of them", arguments: TestDatabase.kinds)
  func removing(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test, zone: "UTC")
    _ = try ReportScheduling.add(
      Self.wish(to: ["a@x.de", "b@x.de"]), to: "autumn", of: world.tenant, in: test.database,
      ids: CountingIdentifiers(), now: Self.now)
    let one = try MailAddress(typed: "a@x.de")
    #expect(try ReportScheduling.remove(one, from: "autumn", of: world.tenant, in: test.database))
    #expect(try !ReportScheduling.remove(one, from: "autumn", of: world.tenant, in: test.database))
    #expect(try ReportScheduling.remove(nil, from: "autumn", of: world.tenant, in: test.database))
    #expect(try !ReportScheduling.remove(nil, from: "autumn", of: world.tenant, in: test.database))
    let left = try test.database.read(for: world.tenant.id) { tx in try ReportScheduleStore(tx).all().count }
    #expect(left == 0)
  }

  @Test("a schedule that nobody would get is refused", arguments: TestDatabase.kinds)
  func nobody(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test, zone: "UTC")
    #expect(throws: PodctlError.self) {
      try ReportScheduling.add(
        Self.wish(), to: "autumn", of: world.tenant, in: test.database, ids: CountingIdentifiers(),
        now: Self.now)
    }
  }
}
