import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("Events of Stripe are hints: taken once, in any order")
struct StripeEventTests {
  private func issued(_ kind: TestDatabase.Kind) throws -> IssuingWorld {
    let world = try IssuingWorld(kind)
    try world.issue()
    return world
  }

  @Test("paid and finalized in every order, and twice, end the same", arguments: TestDatabase.kinds)
  func orders(kind: TestDatabase.Kind) throws {
    for isReversed in [false, true] {
      let world = try issued(kind)
      world.fake.dashboardCredits(world.remoteID, 300)
      world.fake.payerPays(world.remoteID)
      world.fake.dashboardCredits(world.remoteID, 200, back: "refund_amount")
      var events = try (0..<world.fake.events.count).map { try StripeEvent(body: Array(world.fake.event($0).utf8)) }
      events = events.filter { StripeEvent.types.contains($0.type) }
      if isReversed { events.reverse() }
      let outcomes = try events.map { try world.apply($0).outcome }
      #expect(events.count == 4 && outcomes == [.applied, .unchanged, .unchanged, .unchanged])
      #expect(try events.map { try world.apply($0).outcome } == [.known, .known, .known, .known])
      #expect(
        try world.balances() == [
          "assets:stripe": 8_000, "income:credits": 300, "income:refunds": 200, "income:advertising:cpm": -8_500,
        ])
      #expect(try world.standing().issue.status == .paid && world.entries().count == 4)
    }
  }

  @Test(
    "what was told by webhook is known to the pull, and the pull goes on from where it was",
    arguments: TestDatabase.kinds)
  func pulling(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    world.fake.payerPays(world.remoteID)
    let paid = try StripeEvent(body: Array(world.fake.event(0).utf8))
    #expect(try world.apply(paid).outcome == .applied)
    #expect(try world.pull().results.map(\.outcome) == [.unchanged, .known])
    world.pass(seconds: 7_200)
    world.fake.dashboardCredits(world.remoteID, 100, back: "out_of_band_amount")
    let next = try world.pull()
    // An hour of what was read is read again.
    #expect(next.results.map(\.outcome) == [.known, .known, .applied] && !next.hasGap)
    #expect(try world.standing().credits.map(\.source) == [.outside])
    world.pass(seconds: 31 * 86_400)
    #expect(try world.pull().hasGap)
  }

  @Test(
    "an event of the other mode, of another tenant, and of an invoice that is not here", arguments: TestDatabase.kinds)
  func strangers(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    var event = try StripeEvent(body: Array(world.fake.event(0).utf8))
    event.isLive = true
    let error = #expect(throws: PodctlError.self) { try world.apply(event) }
    #expect(error?.code == .eventInvalid)
    event.isLive = false
    event.tenant = "somebody"
    #expect(try world.apply(event).outcome == .foreign)
    #expect(try world.apply(event).outcome == .known)
    event.tenant = nil
    event.id = "evt_zzz"
    event.invoice = world.fake.addStranger(["podctl_tenant": "\(world.tenant.slug)", "podctl_invoice": "NO-SUCH"])
    #expect(try world.apply(event).outcome == .missing)
    let taken = try world.database.read(for: world.tenant.id) { tx in
      (try StripeEventStore(tx).all(limit: 10), try StripeEventStore(tx).all(outcome: .missing, limit: 10))
    }
    #expect(taken.0.map(\.event.outcome) == [.missing, .foreign] && taken.1.map(\.event.id) == ["evt_zzz"])
    #expect(taken.0.last?.number == IssuingWorld.number)
  }

  @Test("a failure to read leaves the event to be told again", arguments: TestDatabase.kinds)
  func failure(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    world.fake.payerPays(world.remoteID)
    let event = try StripeEvent(body: Array(world.fake.event(0).utf8))
    world.transport.loss = { _ in .garbage }
    #expect(throws: PodctlError.self) { try world.apply(event) }
    world.transport.loss = { _ in nil }
    #expect(try world.apply(event).outcome == .applied)
  }

  @Test("what somebody marks as paid at the Dashboard is no money of Stripe's", arguments: TestDatabase.kinds)
  func marked(kind: TestDatabase.Kind) throws {
    let world = try issued(kind)
    world.fake.dashboard("pay", world.remoteID, ["paid_out_of_band": "true"])
    try world.pull()
    #expect(try world.balances() == ["assets:bank:wire": 8_500, "income:advertising:cpm": -8_500])
    #expect(try world.tell().map(\.reason) == ["it is paid there"] && world.tell().count == 1)
    #expect(try world.isReconciled)
  }
}
