import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("the attribution store")
struct AttributionStoreTests {
  static let home: [UInt8] = [1, 1]

  static func touches(
    _ world: AttributionWorld, from first: String = "2026-09-01T00:00:00Z", to last: String = "2026-12-31T00:00:00Z"
  ) throws -> [Touch] {
    try world.database.read(for: world.tenant.id) { tx in
      try AttributionStore(tx).touches(
        of: [home, [2, 2]], sponsor: world.sponsor.id, from: world.instant(first), to: world.instant(last))[home] ?? []
    }
  }

  @Test("a download is a touch from the spot's air date to the last day of its window", arguments: TestDatabase.kinds)
  func window(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test, zone: "America/New_York")
    try world.addEpisode(10)
    try world.addFlight(20, "mid", window: 7)
    try world.addSpot(30, flight: 20, episode: 10, airs: "2026-10-05")
    // New York's 5 October begins at 04:00 UTC; the seventh day ends as the 12th begins.
    for (listener, at) in [
      "2026-10-05T03:59:59Z", "2026-10-05T04:00:00Z", "2026-10-12T03:59:59Z", "2026-10-12T04:00:00Z",
    ].enumerated() {
      try world.addDownload(Self.home, episode: 10, at: at, listener: [UInt8(listener)])
    }
    #expect(try Self.touches(world).map(\.at.description) == ["2026-10-05T04:00:00Z", "2026-10-12T03:59:59Z"])
    #expect(try Self.touches(world, from: "2026-10-05T04:00:01Z").count == 1)
    #expect(try Self.touches(world, to: "2026-10-12T03:59:58Z").count == 1)
  }

  @Test(
    "where a day is furthest from UTC's, the first and the last instant are found", arguments: TestDatabase.kinds,
    ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
  func furthestZones(_ kind: TestDatabase.Kind, zone: String) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test, zone: zone)
    try world.addEpisode(10)
    try world.addFlight(20, "mid", window: 30)
    try world.addSpot(30, flight: 20, episode: 10, airs: "2026-09-28")
    let edges = ["2026-09-30T00:00:00Z", "2026-09-30T23:59:59Z"]
    for (listener, at) in edges.enumerated() {
      try world.addDownload(Self.home, episode: 10, at: at, listener: [UInt8(listener)])
    }
    #expect(try Self.touches(world, from: edges[0], to: edges[1]).map(\.at.description) == edges)
    for edge in edges { #expect(try Self.touches(world, from: edge, to: edge).map(\.at.description) == [edge]) }
  }

  @Test("only aired spots of the sponsor's own baked-in flights make touches", arguments: TestDatabase.kinds)
  func spots(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test)
    var rival = world.sponsor
    rival.id = world.id(70)
    rival.slug = try Slug("rival")
    try world.addSponsor(rival)
    try world.addCampaign(71, "rivals", of: rival)
    for number in [10, 11, 12, 13, 14] as [UInt64] { try world.addEpisode(number) }
    try world.addFlight(20, "mid")
    try world.addFlight(21, "inserted", insertion: .dynamic)
    try world.addFlight(22, "theirs", campaign: 71)
    try world.addSpot(30, flight: 20, episode: 10, airs: "2026-10-05")
    try world.addSpot(31, flight: 20, episode: 11, airs: "2026-10-05", status: .planned)
    try world.addSpot(32, flight: 20, episode: 12, airs: "2026-10-05", status: .missed)
    try world.addSpot(33, flight: 21, episode: 13, airs: "2026-10-05")
    try world.addSpot(34, flight: 22, episode: 14, airs: "2026-10-05")
    for number in [10, 11, 12, 13, 14] as [UInt64] {
      try world.addDownload(Self.home, episode: number, at: "2026-10-06T10:00:00Z")
    }
    try world.addDownload([9, 9], episode: 10, at: "2026-10-06T11:00:00Z")
    #expect(try Self.touches(world).map(\.spot) == [world.id(30)])
  }

  @Test("two spots of the sponsor in one episode make two touches of a download", arguments: TestDatabase.kinds)
  func twoSpots(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test)
    try world.addEpisode(10)
    try world.addFlight(20, "pre")
    try world.addFlight(21, "mid")
    try world.addSpot(31, flight: 20, episode: 10, airs: "2026-10-05")
    try world.addSpot(30, flight: 21, episode: 10, airs: "2026-10-05")
    try world.addDownload(Self.home, episode: 10, at: "2026-10-06T10:00:00Z")
    #expect(try Self.touches(world).map(\.flight) == [world.id(21), world.id(20)])
  }

  @Test("two tenants with the same episodes and households never see each other", arguments: TestDatabase.kinds)
  func isolation(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let first = try AttributionWorld(test, salt: 1)
    let second = try AttributionWorld(test, salt: 2)
    for world in [first, second] {
      try world.addEpisode(10)
      try world.addFlight(20, "mid", code: "TIDES")
      try world.addSpot(30, flight: 20, episode: 10, airs: "2026-10-05")
    }
    try first.addDownload(Self.home, episode: 10, at: "2026-10-06T10:00:00Z")
    let conversion = try first.addConversion(50, order: "A-1", at: "2026-10-07T10:00:00Z", household: Self.home)
    #expect(try Self.touches(first).count == 1)
    #expect(try Self.touches(second).isEmpty)
    try test.database.read(for: second.tenant.id) { tx throws in
      // Even with the other tenant's ids in hand.
      let store = AttributionStore(tx)
      #expect(try ConversionStore(tx).find("A-1", sponsor: first.sponsor.id) == nil)
      #expect(try ConversionStore(tx).page(sponsor: first.sponsor.id, days: nil, after: nil, limit: 9).isEmpty)
      #expect(try store.flights(sponsor: first.sponsor.id).isEmpty)
      #expect(!(try store.promoCodes(sponsor: first.sponsor.id)).isKnown("TIDES"))
      #expect(try store.credits(of: conversion, window: .standard).isEmpty)
    }
  }

  @Test("flights come with their spots, and those without any too", arguments: TestDatabase.kinds)
  func flights(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try AttributionWorld(test)
    try world.addEpisode(10)
    try world.addEpisode(11)
    try world.addFlight(20, "zeta", code: "TIDES")
    try world.addFlight(21, "alpha", from: "2026-10-02")
    try world.addSpot(31, flight: 20, episode: 11, airs: "2026-10-05")
    try world.addSpot(30, flight: 20, episode: 10, airs: "2026-10-12", status: .planned)
    let flights = try test.database.read(for: world.tenant.id) { tx in
      try AttributionStore(tx).flights(sponsor: world.sponsor.id)
    }
    #expect(flights.map(\.slug.text) == ["zeta", "alpha"])
    #expect(flights[0].airings.map(\.spot) == [world.id(31), world.id(30)])
    #expect(flights[0].airings.map(\.episodeTitle) == ["Episode 11", "Episode 10"])
    #expect(flights[0].promoCode == "TIDES")
    #expect(flights[1].airings.isEmpty)
  }
}
