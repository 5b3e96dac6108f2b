import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("a schedule minds the life of its campaign") struct ReportCalendarTests {
  enum Life: String, CaseIterable, Sendable { case draft, cancelled, notBegun, withoutFlights }

  private static func lay(_ life: Life, _ world: MailingWorld) throws {
    switch life {
    case .draft: try world.become(.draft)
    case .cancelled: try world.become(.cancelled)
    case .notBegun: try world.run(from: "2026-10-26", to: "2026-11-30")
    case .withoutFlights:
      try world.database.write(for: world.tenant.id) { tx in
        try tx.run("DELETE FROM flights WHERE tenant_id = \(tx.tenant)")
      }
    }
  }

  @Test(
    "of what is a draft, cancelled, not begun or without flights no mail goes, and none is missed",
    arguments: TestDatabase.kinds, Life.allCases)
  func silent(_ kind: TestDatabase.Kind, _ life: Life) throws {
    let world = try MailingWorld(kind)
    try Self.lay(life, world)
    for now in [MailingWorld.due, "2026-10-30T10:00:00Z"] {
      try world.set(now)
      #expect(try world.send() == [])
      #expect(try world.alarms().isEmpty && world.forecast().isEmpty)
    }
    #expect(try world.mails().isEmpty)
    guard life == .draft else { return }
    try world.become(.active)
    #expect(try world.alarms().map(\.isOverdue) == [true])
    #expect(try world.send() == [.sent])
  }

  @Test("the week in which it begins is reported", arguments: TestDatabase.kinds)
  func begins(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try world.run(from: "2026-10-25", to: "2026-11-30")
    #expect(try world.send() == [.sent])
  }

  @Test("a paused one is held with the reason and is no miss; a person's yes lets it go", arguments: TestDatabase.kinds)
  func paused(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try world.become(.paused)
    #expect(try world.send() == [.held])
    try world.set("2026-10-30T10:00:00Z")
    #expect(try world.send() == [.held])
    let standing = try #require(try world.alarms().first)
    #expect(standing.state == .held && standing.reason == "the campaign is paused" && !standing.isOverdue)
    #expect(
      try world.forecast().map { [$0.reason ?? "", "\($0.isOverdue)"] } == [["the campaign is paused", "false"]])
    #expect(try world.mails().isEmpty)
    let week = try Period(week: "2026-W43", zone: world.tenant.zone)
    _ = try ReportReviewing.decide(
      .approved, on: week, of: "autumn", tenant: world.tenant, in: world.database, now: FixedTime.now)
    #expect(try world.send() == [.sent])
  }

  @Test("a finished one gets one final report and then rests, whether cron ran or not", arguments: TestDatabase.kinds)
  func final(_ kind: TestDatabase.Kind) throws {
    let mondays = [
      "10-26", "11-02", "11-09", "11-16", "11-23", "11-30", "12-07", "12-14", "12-21",
    ].map { "2026-\($0)T09:30:00Z" }
    for status in [Campaign.Status.active, .completed] {
      let world = try MailingWorld(kind)
      // The window ends on Thursday 19 November.
      try world.run(from: "2026-10-01", to: "2026-10-20")
      try world.say(.log, through: "2026-12-31")
      try world.become(status)
      var weeks: [Int] = []
      for now in mondays {
        try world.set(now)
        weeks.append(try world.send(window: 0)?.count { $0 == .sent } ?? -1)
      }
      #expect(weeks == [1, 1, 1, 1, 1, 0, 0, 0, 0], "\(status)")
      #expect(try world.send() == [] && world.alarms().isEmpty)
      #expect(try world.mails().count == 10)
    }
    let asleep = try MailingWorld(kind)
    try asleep.run(from: "2026-10-01", to: "2026-10-20")
    try asleep.say(.log, through: "2026-12-31")
    try asleep.set("2026-12-21T09:30:00Z")
    #expect(try asleep.alarms().map(\.isOverdue) == [true])
    #expect(try asleep.send(window: 0) == [.sent])
    #expect(try asleep.mails().allSatisfy { $0.chain == "report/autumn/2026-W47" })
    #expect(try asleep.send() == [] && asleep.alarms().isEmpty)
  }

  @Test("where an earlier version went on after the end, nothing more goes", arguments: TestDatabase.kinds)
  func wentOn(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try world.run(from: "2026-10-01", to: "2026-10-20")
    try world.say(.log, through: "2026-12-31")
    try world.set("2026-12-21T09:30:00Z")
    try world.database.write(for: world.tenant.id) { tx in
      let schedule = try #require(try ReportScheduleStore(tx).all().first).schedule
      let week = try world.attribution.day("2026-12-07")
      let due = schedule.occurrence(of: week, in: world.tenant.zone)
      try ReportOccurrenceStore(tx).save(
        ReportOccurrence(
          schedule: schedule.id, week: week, state: .sent, reason: nil, report: nil, dueAt: due.dueAt,
          deadline: due.deadline), now: FixedTime.now)
    }
    #expect(try world.send() == [] && world.alarms().isEmpty)
    #expect(try world.mails().isEmpty)
  }

  @Test(
    "the final report waits for all that was delivered, the weeks before it for their own",
    arguments: TestDatabase.kinds)
  func finalSources(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try world.say(.log, through: "2026-12-31")
    try world.attribution.addFlight(6, "ads", from: "2026-10-01", to: "2026-10-20", insertion: .dynamic)
    try world.run(from: "2026-10-01", to: "2026-10-20")
    try world.deliver([10, 10, 10], of: 6, from: "2026-10-17")
    try world.set("2026-11-16T09:30:00Z")
    #expect(try world.send(window: 0) == [.sent])
    try world.set("2026-11-23T09:30:00Z")
    #expect(try world.send(window: 0) == [.held])
    #expect(try world.alarms().first?.reason == "the delivery of others is complete through 2026-10-19")
    try world.deliver([10], of: 6, from: "2026-10-20")
    #expect(try world.send(window: 0) == [.sent])
    #expect(try world.send() == [])
  }

  @Test("a mail of the final report that a person wants tried again goes all the same", arguments: TestDatabase.kinds)
  func retried(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try world.run(from: "2026-10-01", to: "2026-10-20")
    try world.say(.log, through: "2026-12-31")
    try world.set("2026-11-23T09:30:00Z")
    let ann = try MailAddress(typed: "ann@kettle.example")
    world.checkpoint = { if $0 == .beforePost { throw MailingWorld.Stopped() } }
    #expect(try world.send(window: 0) == nil)
    world.checkpoint = { _ in }
    try world.database.write(for: world.tenant.id) { tx in
      try SuppressionStore(tx).add(.init(address: ann, reason: "asked", since: FixedTime.now))
    }
    #expect(try world.send(window: 0) == [.unknown])
    try world.database.write(for: world.tenant.id) { tx in
      for var mail in try OutboxStore(tx).all(in: [.unknown]) {
        _ = mail.resolve(.retry, at: FixedTime.now)
        try OutboxStore(tx).save(mail)
      }
    }
    #expect(try world.send(window: 0) == [.sent])
    #expect(world.reached == ["bob@kettle.example"])
    #expect(try world.send(window: 0) == [])
    try world.database.write(for: world.tenant.id) { tx in
      _ = try SuppressionStore(tx).remove(ann)
      for var mail in try OutboxStore(tx).all(in: [.withheld]) {
        _ = mail.resolve(.retry, at: FixedTime.now)
        try OutboxStore(tx).save(mail)
      }
    }
    #expect(try world.send(window: 0)?.contains(.sent) == true)
    #expect(world.reached == MailingWorld.people)
  }
}
