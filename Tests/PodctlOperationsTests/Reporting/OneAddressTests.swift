import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("one address, one mail, whatever the case of its letters") struct OneAddressTests {
  private static func add(_ addresses: [String], _ world: MailingWorld, format: ReportSchedule.Format = .html) throws {
    _ = try ReportScheduling.add(
      .init(
        weekday: nil, hour: nil, zone: nil, needsReview: nil, deadlineHours: nil,
        recipients: try addresses.map { .init(address: try MailAddress(typed: $0), format: format) }),
      to: "autumn", of: world.tenant, in: world.database, ids: CountingIdentifiers(), now: FixedTime.now)
  }

  private static func recipients(_ world: MailingWorld) throws -> [ReportSchedule.Recipient] {
    try world.database.read(for: world.tenant.id) { tx in try ReportScheduleStore(tx).all()[0].schedule.recipients }
  }

  /// As an earlier version wrote it down.
  private static func addOld(_ address: String, _ world: MailingWorld) throws {
    try world.database.write(for: world.tenant.id) { tx in
      let schedule = try ReportScheduleStore(tx).all()[0].schedule.id
      try tx.run(
        """
        INSERT INTO report_recipients (tenant_id, schedule_id, address, format, added_at)
        VALUES (\(tx.tenant), \(schedule), \(address), \(ReportSchedule.Format.html), \(FixedTime.now))
        """)
    }
  }

  private static func suppress(_ address: String, _ reason: String, _ world: MailingWorld) throws -> Bool {
    let address = try MailAddress(typed: address)
    return try world.database.write(for: world.tenant.id) { tx in
      try SuppressionStore(tx).add(.init(address: address, reason: reason, since: FixedTime.now))
    }
  }

  @Test("a recipient is added once and taken off by any spelling; the first stays", arguments: TestDatabase.kinds)
  func recipients(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try Self.add(["ANN@kettle.example", "Cy@kettle.example", "cY@KETTLE.example"], world, format: .text)
    let all = try Self.recipients(world)
    #expect(all.map(\.address.text) == ["ann@kettle.example", "bob@kettle.example", "Cy@kettle.example"])
    #expect(all.map(\.format) == [.text, .html, .text])
    let gone = try ReportScheduling.remove(
      try MailAddress(typed: "cy@kettle.example"), from: "autumn", of: world.tenant, in: world.database)
    #expect(gone)
    #expect(try Self.recipients(world).count == 2)
  }

  @Test("who is on a schedule twice from before gets one mail, and goes whole", arguments: TestDatabase.kinds)
  func twice(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try Self.addOld("ANN@kettle.example", world)
    try Self.addOld("Ann@kettle.example", world)
    #expect(try Self.recipients(world).count == 2)
    #expect(try world.send(window: 0) == [.sent])
    #expect(world.reached.map { $0.lowercased() } == MailingWorld.people)
    #expect(
      try ReportScheduling.remove(
        try MailAddress(typed: "aNN@kettle.example"), from: "autumn", of: world.tenant, in: world.database))
    #expect(try Self.recipients(world).map(\.address.text) == ["bob@kettle.example"])
  }

  @Test("a suppression holds for every spelling, is one, and is lifted by any", arguments: TestDatabase.kinds)
  func suppression(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    #expect(try Self.suppress("ANN@Kettle.example", "bounced", world))
    #expect(try !Self.suppress("Ann@kettle.example", "asked", world))
    #expect(try Self.recipients(world).map(\.suppression) == ["bounced", nil])
    #expect(try world.send(window: 0) == [.sent])
    #expect(world.reached == ["bob@kettle.example"])
    // Another row of an earlier version, with a later reason.
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run(
        """
        INSERT INTO mail_suppressions (tenant_id, address, reason, since)
        VALUES (\(tx.tenant), \("ann@kettle.example" as String), \("later" as String),
          \(FixedTime.now.advanced(seconds: 60)))
        """)
    }
    let all = try world.database.read(for: world.tenant.id) { tx in try SuppressionStore(tx).all() }
    #expect(all.map(\.address.text) == ["ANN@kettle.example"] && all.map(\.reason) == ["bounced"])
    let ann = try MailAddress(typed: "aNn@kettle.example")
    #expect(try world.database.write(for: world.tenant.id) { tx in try SuppressionStore(tx).remove(ann) })
    #expect(try Self.recipients(world).allSatisfy { $0.suppression == nil })
  }

  @Test("a mail that was planned to another spelling is withheld", arguments: TestDatabase.kinds)
  func withheld(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    world.checkpoint = { if $0 == .beforePost { throw MailingWorld.Stopped() } }
    #expect(try world.send(window: 0) == nil)
    world.checkpoint = { _ in }
    #expect(try Self.suppress("BOB@kettle.example", "asked", world))
    _ = try world.send(window: 0)
    #expect(try world.standing().sorted() == ["unknown", "withheld"])
  }

  @Test("an event of SendGrid suppresses the address however schedules spell it", arguments: TestDatabase.kinds)
  func event(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try Self.add(["Cy@kettle.example"], world)
    #expect(try world.send(window: 0) == [.sent])
    let mail = try #require(try world.mails().first)
    let event = MailEvent(
      id: "e1", kind: .bounced, effect: mail.id, message: nil, address: try MailAddress(typed: "cy@kettle.example"),
      reason: nil, occurredAt: FixedTime.now)
    let tally = try MailEventApplying.apply([event], of: world.tenant, in: world.database, now: FixedTime.now)
    #expect(tally.suppressed == 1)
    #expect(try Self.recipients(world).map(\.suppression) == [nil, nil, "bounced"])
    let all = try world.database.read(for: world.tenant.id) { tx in try SuppressionStore(tx).all() }
    #expect(all.map(\.address.text) == ["Cy@kettle.example"])
  }

  @Test("a mail that an earlier version named by its spelling is not written anew", arguments: TestDatabase.kinds)
  func namedBefore(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try Self.add(["Cy@kettle.example"], world)
    #expect(try world.send() == [.sent])
    try world.cancel()
    // sha256 of "Cy@kettle.example" and of "cy@kettle.example".
    try world.database.write(for: world.tenant.id) { tx in
      let changed = try tx.run(
        """
        UPDATE outbox SET name = \("report/autumn/2026-W43/bbdb90f80f79" as String)
        WHERE tenant_id = \(tx.tenant) AND name = \("report/autumn/2026-W43/892f9816e256" as String)
        """)
      #expect(changed == 1)
    }
    let week = try Period(week: "2026-W43", zone: world.tenant.zone)
    _ = try ReportReviewing.decide(
      .approved, on: week, of: "autumn", tenant: world.tenant, in: world.database, now: FixedTime.now)
    #expect(try world.send() == [.sent])
    #expect(try world.mails().count == 6)
    #expect(try world.mails().contains { $0.name == "report/autumn/2026-W43/bbdb90f80f79/2" })
  }
}
