import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("events of mails have their effect once") struct MailEventApplyingTests {
  private struct Scene {
    let world: AttributionWorld
    let effect: Effect
    static let ids = CountingIdentifiers()

    init(_ test: TestDatabase) throws {
      world = try AttributionWorld(test, zone: "UTC")
      effect = Effect(
        id: Self.ids.next(Effect.self), name: "report/autumn/2026-W43/0123456789ab", chain: "report/autumn/2026-W43",
        kind: .mail, isLive: false, request: EffectRequest.post("/v3/mail/send", Array("{}".utf8)), keyStem: "k",
        plannedAt: FixedTime.now, progress: Effect.Progress(looksFirst: false))
      let effect = effect
      try world.database.write(for: world.tenant.id) { tx in _ = try OutboxStore(tx).plan(effect) }
    }

    func event(_ id: String, _ kind: MailEvent.Kind, mark: Identifier<Effect>? = nil) throws -> MailEvent {
      MailEvent(
        id: id, kind: kind, effect: mark ?? effect.id, message: "message-1",
        address: try MailAddress(typed: "ann@x.de"),
        reason: nil, occurredAt: FixedTime.now)
    }

    func apply(_ events: [MailEvent]) throws -> MailEventApplying.Tally {
      try MailEventApplying.apply(events, of: world.tenant, in: world.database, now: FixedTime.now)
    }

    /// The effect after a request whose answer never came.
    func lose() throws {
      try world.database.write(for: world.tenant.id) { tx in
        var lost = effect
        lost.begin(at: FixedTime.now)
        lost.record(.lost(reason: "cut"), at: FixedTime.now)
        try OutboxStore(tx).save(lost)
      }
    }

    func stored() throws -> Effect? {
      try world.database.read(for: world.tenant.id) { tx in try OutboxStore(tx).find(effect.id) }
    }
  }

  @Test("an event told 46 times is one row, and settles an unknown mail as sent", arguments: TestDatabase.kinds)
  func once(_ kind: TestDatabase.Kind) throws {
    let scene = try Scene(try TestDatabase(kind))
    try scene.lose()
    #expect(try scene.stored()?.state == .unknown)
    let delivered = try scene.event("e1", .delivered)
    let first = try scene.apply(Array(repeating: delivered, count: 46))
    #expect(first.new == 1 && first.known == 45 && first.settled == 1 && first.suppressed == 0)
    let stored = try scene.stored()
    #expect(stored?.state == .done && stored?.remoteID == "message-1" && stored?.isAdopted == true)
    let again = try scene.apply([delivered])
    #expect(again.new == 0 && again.settled == 0)
  }

  @Test(
    "a bounce suppresses the address as the schedule spells it, and a replay after its removal does not",
    arguments: TestDatabase.kinds)
  func bounce(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let scene = try Scene(test)
    _ = try ReportScheduling.add(
      .init(
        weekday: nil, hour: nil, zone: nil, needsReview: nil, deadlineHours: nil,
        recipients: [.init(address: try MailAddress(typed: "Ann@x.de"), format: .html)]),
      to: "autumn", of: scene.world.tenant, in: test.database, ids: Scene.ids, now: FixedTime.now)
    func suppressed() throws -> [String] {
      try test.database.read(for: scene.world.tenant.id) { tx in
        try SuppressionStore(tx).all().map { "\($0.address) \($0.reason)" }
      }
    }
    let bounce = try scene.event("e2", .bounced)
    #expect(try scene.apply([bounce]).suppressed == 1)
    #expect(try suppressed() == ["Ann@x.de bounced"])
    try test.database.write(for: scene.world.tenant.id) { tx in
      let isRemoved = try SuppressionStore(tx).remove(MailAddress(typed: "Ann@x.de"))
      #expect(isRemoved)
    }
    #expect(try scene.apply([bounce]).known == 1)
    #expect(try suppressed().isEmpty)
  }

  @Test("another tenant's mail, and one of nobody, are left alone", arguments: TestDatabase.kinds)
  func foreign(_ kind: TestDatabase.Kind) throws {
    let scene = try Scene(try TestDatabase(kind))
    var nameless = try scene.event("e4", .bounced)
    nameless.effect = nil
    nameless.message = "message-9"
    let other = try scene.event("e3", .spamReport, mark: Scene.ids.next(Effect.self))
    let tally = try scene.apply([other, nameless])
    #expect(tally.foreign == 2 && tally.new == 0 && tally.suppressed == 0)
  }
}
