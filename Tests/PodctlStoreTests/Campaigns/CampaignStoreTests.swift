import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Sponsors, campaigns, orders and flights go in and come back")
struct CampaignStoreTests {
  private func world(_ kind: TestDatabase.Kind) throws -> AttributionWorld { try AttributionWorld(TestDatabase(kind)) }

  private func order(_ world: AttributionWorld, number: String, revision: Int = 1) throws -> InsertionOrder {
    InsertionOrder(
      id: world.id(50), campaign: world.id(4), number: number, revision: revision, billTo: "Kettle Ltd",
      poNumber: "PO-1", termsDays: 45, signedOn: try world.day("2026-09-20"), createdAt: FixedTime.now)
  }

  private func flight(_ world: AttributionWorld, _ slug: String, id: UInt64 = 60) throws -> Flight {
    Flight(
      id: world.id(id), campaign: world.id(4), order: world.id(4), slug: try Slug(slug), name: "Flight \(slug)",
      startsOn: try world.day("2026-10-01"), endsOn: try world.day("2026-10-31"), position: .preRoll,
      insertion: .dynamic, goal: 5000, priceModel: .cpa, rateMinor: 1800, cap: 6000, promoCode: "TEA",
      vanityURL: "kettle.example/tea", windowDays: 45, deliverySource: nil, createdAt: FixedTime.now,
      updatedAt: FixedTime.now)
  }

  @Test("what is stored is what is read", arguments: TestDatabase.kinds)
  func roundTrip(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.database.write(for: world.tenant.id) { tx throws in
      let order = try order(world, number: "IO-9")
      try OrderStore(tx).insert(order)
      #expect(try OrderStore(tx).find(order.id) == order)
      let flight = try flight(world, "tea")
      try FlightStore(tx).insert(flight)
      #expect(try FlightStore(tx).find(flight.id) == flight)
      let sponsor = try SponsorStore(tx).find("kettle")
      #expect(try SponsorStore(tx).all() == [sponsor])
      #expect(try SponsorStore(tx).find(sponsor.id) == sponsor)
      let campaign = try CampaignStore(tx).find("autumn")
      #expect(try CampaignStore(tx).all([.active]) == [campaign])
      #expect(try CampaignStore(tx).all([.draft]) == [])
      let entry = try #require(try CampaignStore(tx).entries().first)
      #expect(entry.flights == 1 && entry.goal == 5000 && entry.startsOn == flight.startsOn)
      #expect(entry.endsOn == flight.endsOn && entry.sponsorSlug == sponsor.slug)
    }
  }

  @Test("a name that is taken is refused with its own word", arguments: TestDatabase.kinds)
  func taken(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.database.write(for: world.tenant.id) { tx throws in
      func code(_ body: () throws -> Void) -> ErrorCode? { #expect(throws: PodctlError.self, performing: body)?.code }
      let flight = try flight(world, "tea")
      try FlightStore(tx).insert(flight)
      try OrderStore(tx).insert(try order(world, number: "IO-9"))
      var again = flight
      again.id = world.id(61)
      var paper = try order(world, number: "IO-9")
      paper.id = world.id(51)
      let sponsor = try SponsorStore(tx).find("kettle")
      let campaign = try CampaignStore(tx).find("autumn")
      var otherCampaign = campaign
      otherCampaign.id = world.id(70)
      var otherSponsor = sponsor
      otherSponsor.id = world.id(71)
      #expect(code { try FlightStore(tx).insert(again) } == .flightExists)
      #expect(code { try OrderStore(tx).insert(paper) } == .orderExists)
      #expect(code { try CampaignStore(tx).insert(otherCampaign) } == .campaignExists)
      #expect(code { try SponsorStore(tx).insert(otherSponsor) } == .sponsorExists)
      paper.revision = 2
      try OrderStore(tx).insert(paper)
      #expect(try OrderStore(tx).all(of: world.id(4)).count == 3)
    }
  }

  @Test("an unknown name gets the nearest one", arguments: TestDatabase.kinds)
  func suggestions(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(5, "tide-tables")
    try world.database.read(for: world.tenant.id) { tx throws in
      let campaign = try CampaignStore(tx).find("autumn")
      let errors = [
        #expect(throws: PodctlError.self) { try CampaignStore(tx).find("autum") },
        #expect(throws: PodctlError.self) { try SponsorStore(tx).find("ketle") },
        #expect(throws: PodctlError.self) { try FlightStore(tx).find("tide-tabels", of: campaign) },
      ]
      #expect(
        errors.map(\.?.hint) == [
          "did you mean \"autumn\"?", "did you mean \"kettle\"?", "did you mean \"tide-tables\"?",
        ])
      #expect(errors.map(\.?.exit) == [.notFound, .notFound, .notFound])
    }
  }

  @Test("a status is changed only from the one that was read", arguments: TestDatabase.kinds)
  func compareAndSet(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.database.write(for: world.tenant.id) { tx throws in
      let read = try CampaignStore(tx).find("autumn")
      try CampaignStore(tx).change(read, to: .paused, now: FixedTime.now)
      #expect(try CampaignStore(tx).find("autumn").status == .paused)
      let error = #expect(throws: PodctlError.self) {
        try CampaignStore(tx).change(read, to: .completed, now: FixedTime.now)
      }
      #expect(error?.code == .transitionRefused)
    }
  }

  @Test(
    "promo codes of overlapping flights are found, those of cancelled campaigns are not", arguments: TestDatabase.kinds)
  func promoCodes(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(5, "october", code: "TEA")
    try world.addCampaign(6, "dropped", of: world.sponsor, status: .cancelled)
    try world.addFlight(7, "dropped", campaign: 6, code: "OLD")
    try world.database.read(for: world.tenant.id) { tx throws in
      let store = FlightStore(tx)
      #expect(
        try store.promoCodes(from: world.day("2026-10-31"), through: world.day("2026-12-31")).map(\.code) == ["TEA"])
      #expect(try store.promoCodes(from: world.day("2026-11-01"), through: world.day("2026-12-31")) == [])
    }
  }

  @Test("two tenants with the same names never see each other's", arguments: TestDatabase.kinds)
  func isolation(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let first = try AttributionWorld(test, salt: 1)
    let second = try AttributionWorld(test, salt: 2)
    try first.addFlight(5, "october", code: "TEA")
    try first.addEpisode(8)
    try first.addSpot(9, flight: 5, episode: 8, airs: "2026-10-05")
    try first.addDaily(episode: 8, from: "2026-10-05", [10])
    try test.database.write(for: second.tenant.id) { tx throws in
      #expect(try FlightStore(tx).find(first.id(5)) == nil)
      #expect(try FlightStore(tx).all(slug: "october") == [])
      #expect(try FlightStore(tx).promoCodes(from: first.day("2026-10-01"), through: first.day("2026-10-31")) == [])
      #expect(try SpotStore(tx).all(of: first.id(5)) == [])
      #expect(try SpotStore(tx).episodes(guid: "guid-8", podcast: nil) == [])
      #expect(try DeliveryStore(tx).counted(flights: [first.id(5)], through: first.day("2026-12-31")).isEmpty)
      #expect(try CampaignStore(tx).entries().map(\.campaign.id) == [second.id(4)])
      try FlightStore(tx).setDeliverySource("gam", of: first.id(5), now: FixedTime.now)
    }
    try test.database.read(for: first.tenant.id) { tx throws in
      #expect(try FlightStore(tx).find(first.id(5))?.deliverySource == nil)
    }
  }
}
