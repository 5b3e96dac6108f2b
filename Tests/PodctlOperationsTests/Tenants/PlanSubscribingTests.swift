import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("A plan with a price has one subscription")
struct PlanSubscribingTests {
  struct Stop: Error {}

  @Test("made, changed to another price, ended with its period, and taken up again", arguments: TestDatabase.kinds)
  func plain(kind: TestDatabase.Kind) throws {
    let world = try SubscribedWorld(kind)
    #expect(try world.set(.starter, "price_a")?.done == ["subscribe"])
    #expect(world.isSubscribedOnce("price_a"))
    let made = try #require(try world.standing())
    #expect(made.status == "active" && made.remoteID == world.fake.subscriptionIDs.first && made.revision == 1)
    let posts = world.fake.log.count { $0.hasPrefix("POST") }
    #expect(try world.set(.starter, "price_a")?.ending == .standing)
    #expect(world.fake.log.count { $0.hasPrefix("POST") } == posts)
    #expect(try world.set(.pro, "price_b")?.done == ["change"])
    #expect(world.isSubscribedOnce("price_b"))
    #expect(try world.set(.free, nil)?.done == ["end"])
    #expect(try world.standing()?.endsAt != nil)
    #expect(try world.set(.starter, "price_a")?.done == ["change"])
    #expect(world.isSubscribedOnce("price_a"))
    #expect(try world.standing()?.endsAt == nil)
    #expect(try world.differences() == [])
    #expect(try world.effects().allSatisfy { $0.state == .done })
  }

  @Test("a plan without a price asks nobody", arguments: TestDatabase.kinds)
  func free(kind: TestDatabase.Kind) throws {
    let world = try SubscribedWorld(kind)
    #expect(try world.set(.free, nil)?.ending == PlanSubscribing.Result.Ending.none)
    #expect(world.fake.log.isEmpty)
  }

  @Test("stopped dead at any checkpoint, run again at once and a day later: one", arguments: TestDatabase.kinds)
  func kills(kind: TestDatabase.Kind) throws {
    for gap in [0, 25 * 3600] as [Int64] {
      var place = 1
      while true {
        let world = try SubscribedWorld(kind)
        var count = 0
        world.checkpoint = { _, _ in
          count += 1
          if count == place { throw Stop() }
        }
        let isOver = (try? world.set(.starter, "price_a", holder: "killed")) != nil
        world.checkpoint = { _, _ in }
        world.pass(seconds: max(gap, Lease.seconds))
        #expect(try world.set(.starter, "price_a")?.ending == .standing, "checkpoint \(place), \(gap) s later")
        #expect(world.isSubscribedOnce("price_a"), "checkpoint \(place), \(gap) s later: \(world.fake.log)")
        if isOver { break }
        place += 1
      }
      #expect(place > 10)
      if kind == .postgres { break }
    }
  }

  @Test("a change or an end that is stopped anywhere is made once", arguments: ["price_b", nil])
  func killedChange(price: String?) throws {
    for gap in [0, 25 * 3600] as [Int64] {
      var place = 1
      while true {
        let world = try SubscribedWorld(.sqlite)
        try world.set(.starter, "price_a")
        var count = 0
        world.checkpoint = { _, _ in
          count += 1
          if count == place { throw Stop() }
        }
        let isOver = (try? world.set(.pro, price, holder: "killed")) != nil
        world.checkpoint = { _, _ in }
        world.pass(seconds: max(gap, Lease.seconds))
        #expect(try world.set(.pro, price)?.ending == .standing, "checkpoint \(place)")
        #expect(world.isSubscribedOnce(price ?? "price_a") && world.fake.changes.map(\.value) == [1])
        #expect(try world.differences() == [])
        if isOver { break }
        place += 1
      }
      #expect(place > 5)
    }
  }

  @Test("two faults at any two requests: one subscription, or it is said that it is not settled")
  func faults() throws {
    var count = 0
    for first in 1...7 {
      for (index, loss) in FakeTransport.Loss.allCases.enumerated() {
        // Each pair of kinds at some two places, and each place with each kind.
        let fault = FakeStripe.Fault.allCases[(index + first) % FakeStripe.Fault.allCases.count]
        count += 1
        let world = try SubscribedWorld(.sqlite)
        var requests = 0
        world.transport.loss = { _ in
          requests += 1
          return requests == first ? loss : nil
        }
        var works = 0
        world.fake.fault = { _ in
          works += 1
          return works == 1 + index % 2 ? fault : nil
        }
        var runs = 0
        var ending: PlanSubscribing.Result.Ending?
        while ending != .standing, runs < 6 {
          do { ending = try world.set(.starter, "price_a")?.ending } catch let error as PodctlError {
            #expect(error.code == .serviceUnreachable, "\(error)")
          }
          runs += 1
          world.pass(seconds: runs == 1 ? 90 : 26 * 3600)
          world.transport.deliverLate()
        }
        #expect(ending == .standing, "\(loss) at \(first), \(fault): \(ending.debugDescription)")
        #expect(world.isSubscribedOnce("price_a"), "\(loss) at \(first), \(fault): \(world.fake.log)")
      }
    }
    #expect(count == 70)
  }

  @Test("a database brought back from before it was made adopts what is there", arguments: TestDatabase.kinds)
  func backup(kind: TestDatabase.Kind) throws {
    let world = try SubscribedWorld(kind)
    try world.set(.starter, "price_a")
    world.pass(seconds: 40 * 3600)
    try world.forgetEverything()
    world.fake.log = []
    #expect(try world.set(.starter, "price_a")?.ending == .standing)
    #expect(world.isSubscribedOnce("price_a") && !world.fake.log.contains { $0.hasPrefix("POST") })
    try world.forgetEverything()
    #expect(try world.set(.pro, "price_b")?.done == ["change"])
    #expect(world.isSubscribedOnce("price_b"))
  }

  @Test("what is ended at Stripe is told, and made anew where it is wanted anew", arguments: TestDatabase.kinds)
  func dashboard(kind: TestDatabase.Kind) throws {
    let world = try SubscribedWorld(kind)
    try world.set(.starter, "price_a")
    let id = world.fake.subscriptionIDs[0]
    world.fake.dashboardPrices(id, "price_z")
    #expect(try world.differences() == [.price])
    #expect(try world.set(.starter, "price_a")?.done == ["change"])
    #expect(try world.differences() == [])
    world.fake.dashboardSets("status", "past_due", ofSubscription: id)
    #expect(try world.differences() == [.status])
    world.fake.dashboardCancels(id)
    #expect(try world.differences() == [.missingThere])
    #expect(try world.set(.starter, "price_a")?.done == ["subscribe"])
    #expect(world.fake.subscriptions.count == 2 && world.fake.alivePrices == ["price_a"])
    #expect(try world.differences() == [])
    world.fake.duplicateSubscription()
    #expect(try world.differences() == [.duplicate, .duplicate])
    let refused = try world.set(.pro, "price_b")
    #expect(refused?.ending == .failed && refused?.reason?.contains(world.fake.subscriptionIDs[0]) == true)
  }

  @Test("a price that Stripe does not have is refused, and another plan goes on", arguments: TestDatabase.kinds)
  func refused(kind: TestDatabase.Kind) throws {
    let world = try SubscribedWorld(kind)
    #expect(try world.set(.starter, "price_missing")?.ending == .failed)
    #expect(world.fake.subscriptions.isEmpty)
    #expect(try world.set(.starter, "price_a")?.ending == .standing)
    #expect(world.isSubscribedOnce("price_a"))
  }

  @Test("without a card Stripe sends invoices; with one it charges, and a charge that fails makes nothing")
  func collection() throws {
    let world = try SubscribedWorld(.sqlite)
    try world.set(.starter, "price_a")
    #expect(world.fake.subscriptions[0]["collection_method"] as? String == "send_invoice")
    world.fake.dashboardCancels(world.fake.subscriptionIDs[0])
    world.fake.dashboardAddsCard("pm_declined")
    #expect(try world.set(.starter, "price_a")?.ending == .failed)
    #expect(world.fake.subscriptions.count == 1)
    world.fake.dashboardAddsCard()
    #expect(try world.set(.starter, "price_b")?.ending == .standing)
    #expect(world.fake.subscriptions[0]["collection_method"] as? String == "charge_automatically")
  }

  @Test("what never left and is wanted no more is given up", arguments: TestDatabase.kinds)
  func givenUp(kind: TestDatabase.Kind) throws {
    let world = try SubscribedWorld(kind)
    world.checkpoint = { checkpoint, name in
      if checkpoint == .afterIntent, name.hasSuffix("subscribe") { throw Stop() }
    }
    #expect(throws: Stop.self) { try world.set(.starter, "price_a", holder: "killed") }
    world.checkpoint = { _, _ in }
    world.pass(seconds: Lease.seconds)
    #expect(try world.set(.free, nil)?.ending == PlanSubscribing.Result.Ending.none)
    #expect(world.fake.subscriptions.isEmpty && world.fake.customers.count == 1)
  }
}
