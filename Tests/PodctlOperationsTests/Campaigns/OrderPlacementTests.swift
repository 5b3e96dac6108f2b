import Foundation
import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("An order is made whole or not at all")
struct OrderPlacementTests {
  private let ids = CountingIdentifiers()

  private func file(
    _ slug: String = "winter", code: String? = "TEA", starts: String = "2026-10-01", ends: String = "2026-10-31",
    cpm: String = "25.00", episode: String = "guid-8", sponsor: String = "marram", aired: Bool = true
  ) -> OrderFile {
    OrderFile(
      sponsor: .init(slug: sponsor, name: sponsor == "marram" ? "Marram" : nil),
      campaign: .init(slug: slug, name: "Winter", currency: "EUR"),
      orders: [
        .init(
          number: "IO-\(slug)", poNumber: "PO-1", termsDays: 45, signedOn: "2026-09-01",
          flights: [
            .init(
              slug: "mid", startsOn: starts, endsOn: ends, goal: 9000, cpm: cpm, promoCode: code,
              spots: [.init(episode: episode, airsOn: "2026-10-05", aired: aired)])
          ])
      ])
  }

  private func place(_ file: OrderFile, _ world: AttributionWorld) throws {
    try world.database.write(for: world.tenant.id) { tx throws in
      let plan = try OrderPlacement.plan(file, tenant: world.tenant, in: tx, now: FixedTime.now, ids: ids)
      try OrderPlacement.apply(plan, in: tx)
    }
  }

  private func world(_ kind: TestDatabase.Kind) throws -> AttributionWorld {
    let world = try AttributionWorld(TestDatabase(kind))
    try world.addEpisode(8)
    return world
  }

  @Test("sponsor, campaign, paper, flight and spot are there afterwards", arguments: TestDatabase.kinds)
  func whole(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try place(file(), world)
    try world.database.read(for: world.tenant.id) { tx throws in
      #expect(try SponsorStore(tx).find("marram").name == "Marram")
      let campaign = try CampaignStore(tx).find("winter")
      #expect(campaign.status == .draft && campaign.currency.code == "EUR")
      let order = try OrderStore(tx).find(number: nil, of: campaign)
      #expect(order.number == "IO-winter" && order.billTo == "Marram" && order.termsDays == 45)
      let flight = try FlightStore(tx).find("mid", of: campaign)
      #expect(flight.rateMinor == 2500 && flight.priceModel == .cpm && flight.windowDays == 30)
      let spots = try SpotStore(tx).all(of: flight.id)
      #expect(spots.map(\.status) == [.aired] && spots[0].airedAt == FixedTime.now)
    }
  }

  @Test(
    "each thing that is wrong has its word, and leaves nothing behind",
    arguments: [
      ("ends", ErrorCode.flightDatesInvalid), ("rate", .rateInvalid), ("amount", .rateInvalid),
      ("episode", .episodeNotFound), ("sponsor", .sponsorNotFound), ("date", .invalidDate),
      ("outside", .flightDatesInvalid),
    ])
  func wrong(what: String, code: ErrorCode) throws {
    let world = try world(.sqlite)
    let broken =
      switch what {
      case "ends": file(ends: "2026-09-30")
      case "rate": file(cpm: "-1.00")
      case "amount": file(cpm: "25,00")
      case "episode": file(episode: "guid-7")
      case "sponsor": file(sponsor: "maram")
      case "date": file(starts: "1.10.2026")
      default: file(starts: "2026-10-06")
      }
    let error = #expect(throws: PodctlError.self) { try place(broken, world) }
    #expect(error?.code == code)
    try world.database.read(for: world.tenant.id) { tx throws in
      #expect(try CampaignStore(tx).first(slug: "winter") == nil)
      #expect(try SponsorStore(tx).first(slug: "marram") == nil)
    }
  }

  @Test("a code is free again after its flight, and for another tenant at any time", arguments: TestDatabase.kinds)
  func promoCode(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test)
    let other = try AttributionWorld(test, salt: 2)
    try world.addEpisode(8)
    try other.addEpisode(8)
    try place(file(), world)
    try place(file(), other)
    let taken = #expect(throws: PodctlError.self) { try place(file("second", code: "tea"), world) }
    #expect(taken?.code == .promoCodeTaken)
    var later = file("later", starts: "2026-11-01", ends: "2026-11-30")
    later.orders[0].flights[0].spots = []
    try place(later, world)
    var twice = file("twice", code: "OWN")
    twice.orders[0].flights.append(
      .init(slug: "post", startsOn: "2026-10-31", endsOn: "2026-11-05", cpm: "1", promoCode: "own"))
    #expect(throws: PodctlError.self) { try place(twice, world) }
  }

  @Test("only aired spots deliver, and marking twice changes nothing", arguments: TestDatabase.kinds)
  func airing(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addDaily(episode: 8, from: "2026-10-05", [40, 2])
    try place(file(aired: false), world)
    try world.database.write(for: world.tenant.id) { tx throws in
      let flight = try FlightStore(tx).find("mid", of: CampaignStore(tx).find("winter"))
      let through = try world.day("2026-10-31")
      #expect(try DeliveryLedger(tx).delivery(of: flight, through: through).units == 0)
      func mark(_ status: Spot.Status, on day: Day? = nil) throws -> SpotBooking.Aired {
        try SpotBooking.mark(
          SpotStore(tx).all(of: flight.id), status, on: day, note: nil, flight: flight, tenant: world.tenant, in: tx,
          now: FixedTime.now)
      }
      #expect(try mark(.aired).changed.count == 1)
      #expect(try mark(.aired).unchanged == 1)
      #expect(try DeliveryLedger(tx).delivery(of: flight, through: through).units == 42)
      #expect(try mark(.aired, on: world.day("2026-10-06")).changed.count == 1)
      #expect(try DeliveryLedger(tx).delivery(of: flight, through: through).units == 2)
      #expect(try mark(.missed).changed.count == 1)
      #expect(try DeliveryLedger(tx).delivery(of: flight, through: through).units == 0)
    }
  }

  @Test("a table gives the same order as its rows say, and names the line that does not fit")
  func table() throws {
    let text = """
      sponsor;sponsor_name;campaign;order;po;terms_days;flight;starts;ends;goal;cpm;promo_code;episode;airs_on;aired
      marram;Marram;winter;IO-1;PO-1;45;mid;2026-10-01;2026-10-31;9.000;25,50;TEA;guid-8;2026-10-05;yes
      ;;;;;;mid;;;;;;guid-9;2026-10-12;
      ;;;;;;post;2026-10-01;2026-10-31;;1.250,00;;;;
      """
    let order = try OrderTable.read(ImportFile(path: "o.csv", bytes: Array(text.utf8)))
    #expect(order.sponsor.name == "Marram" && order.campaign.slug == "winter" && order.orders.count == 1)
    let flights = order.orders[0].flights
    #expect(flights.map(\.slug) == ["mid", "post"])
    #expect(flights[0].goal == 9000 && flights[0].cpm == "25.50" && flights[1].cpm == "1250.00")
    #expect(
      flights[0].spots == [
        .init(episode: "guid-8", airsOn: "2026-10-05", aired: true), .init(episode: "guid-9", airsOn: "2026-10-12"),
      ])
    let changed = text.replacing(";;;;;;mid;;;;;;guid-9", with: ";;;;;;mid;2026-10-02;;;;;guid-9")
    let error = #expect(throws: PodctlError.self) {
      try OrderTable.read(ImportFile(path: "o.csv", bytes: Array(changed.utf8)))
    }
    #expect(error?.code == .orderFileInvalid && error?.message.contains("line 3") == true)
  }
}
