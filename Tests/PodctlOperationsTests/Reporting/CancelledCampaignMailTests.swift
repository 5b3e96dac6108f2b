import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("once a campaign is cancelled, no mail of it goes that had not gone") struct CancelledCampaignMailTests {
  @Test("mails that were written down are withheld, and the report counts as rejected", arguments: TestDatabase.kinds)
  func planned(_ kind: TestDatabase.Kind) throws {
    for window in [0, nil] as [Int?] {
      let world = try MailingWorld(kind)
      world.network.loss = { $0.address.text.hasSuffix("/v3/mail/send") ? .notSent : nil }
      #expect(try world.send(window: window) == [.delayed])
      world.network.loss = { _ in nil }
      try world.become(.cancelled)
      try world.set("2026-10-30T10:00:00Z")
      #expect(try world.send(window: window) == [.rejected])
      let standing = Effect.standing(try world.mails())
      #expect(standing.map(\.state) == [.withheld, .withheld])
      #expect(standing.allSatisfy { $0.reason == "the campaign was cancelled" })
      #expect(try world.send(window: window) == [] && world.alarms().isEmpty)
      world.pass(minutes: 90)
      #expect(world.reached.isEmpty)
    }
  }

  @Test("mails that wait at SendGrid are taken back, those in doubt among them", arguments: TestDatabase.kinds)
  func waiting(_ kind: TestDatabase.Kind) throws {
    for stop in [nil, OutboxCheckpoint.afterReply, .beforePost] {
      let world = try MailingWorld(kind)
      world.checkpoint = { if $0 == stop { throw MailingWorld.Stopped() } }
      _ = try world.send()
      world.checkpoint = { _ in }
      try world.become(.cancelled)
      world.pass(minutes: 5)
      #expect(try world.send() == [.rejected])
      #expect(try world.standing() == ["cancelled", "cancelled"])
      #expect(try world.mails().allSatisfy { $0.reason == "the campaign was cancelled" })
      #expect(try world.send() == [])
      world.pass(minutes: 90)
      #expect(try world.send() == [])
      #expect(world.reached.isEmpty, "\(String(describing: stop))")
    }
  }

  @Test("what has gone has gone", arguments: TestDatabase.kinds)
  func gone(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    #expect(try world.send() == [.sent])
    world.pass(minutes: 31)
    try world.become(.cancelled)
    #expect(try world.send() == [])
    #expect(try world.standing() == ["done", "done"] && world.reached == MailingWorld.people)
  }

  @Test("held and approved reports do not go, and neither a yes nor a schedule is taken", arguments: TestDatabase.kinds)
  func approved(_ kind: TestDatabase.Kind) throws {
    let world = try MailingWorld(kind)
    try world.say(.log, through: "2026-10-24")
    #expect(try world.send() == [.held])
    let week = try Period(week: "2026-W43", zone: world.tenant.zone)
    func approve() throws {
      _ = try ReportReviewing.decide(
        .approved, on: week, of: "autumn", tenant: world.tenant, in: world.database, now: FixedTime.now)
    }
    try approve()
    try world.become(.cancelled)
    #expect(try world.send() == [])
    #expect(try world.mails().isEmpty)
    #expect { try approve() } throws: { ($0 as? PodctlError)?.code == .transitionRefused }
    #expect {
      try ReportScheduling.add(
        .init(
          weekday: 2, hour: nil, zone: nil, needsReview: nil, deadlineHours: nil,
          recipients: [.init(address: try MailAddress(typed: "new@kettle.example"), format: .html)]),
        to: "autumn", of: world.tenant, in: world.database, ids: CountingIdentifiers(), now: FixedTime.now)
    } throws: { error in
      let error = error as? PodctlError
      return error?.code == .transitionRefused && error?.message.contains("cancelled") == true
    }
    let schedule = try world.database.read(for: world.tenant.id) { tx in try ReportScheduleStore(tx).all()[0].schedule }
    #expect(schedule.weekday == 1 && schedule.recipients.count == 2)
  }
}
