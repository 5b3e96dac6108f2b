import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("how far a tenant's figures are complete") struct ReadinessSurveyTests {
  private static func world(_ test: TestDatabase, lastAt: String) throws -> AttributionWorld {
    let world = try AttributionWorld(test, zone: "UTC")
    try world.addFlight(5, "mid")
    try world.addEpisode(10)
    try world.database.write(for: world.tenant.id) { tx in
      try IngestedFileStore(tx).insert(
        IngestedFile(
          id: world.id(70), path: "a.log", bytes: 1, modified: 1, inode: 1, sha256: "a", format: "cloudfront", lines: 1,
          firstAt: try world.instant("2026-10-12T00:00:00Z"), lastAt: try world.instant(lastAt),
          rules: "iab-2.3/calendar", listVersion: "built-in 1", zone: "UTC", ingestedAt: FixedTime.now), reasons: [])
    }
    return world
  }

  private static func readiness(_ world: AttributionWorld) throws -> [String] {
    try world.database.read(for: world.tenant.id) { tx in
      let campaign = try CampaignStore(tx).find("autumn")
      let week = try Period(week: "2026-W43", zone: world.tenant.zone)
      return try ReadinessSurvey(world.tenant, in: tx).readiness(of: campaign.id, week).obstacles.map(\.description)
    }
  }

  @Test("a log that ends on Saturday holds the week's report until the rest is in", arguments: TestDatabase.kinds)
  func late(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try Self.world(test, lastAt: "2026-10-25T12:00:00Z")
    #expect(try Self.readiness(world) == ["the log is complete through 2026-10-24"])
    try world.database.write(for: world.tenant.id) { tx in
      try DataSourceStore(tx).say(
        .log, through: try #require(Day("2026-10-25")), isFinal: false, now: FixedTime.now)
    }
    #expect(try Self.readiness(world).isEmpty)
    let isForgotten = try world.database.write(for: world.tenant.id) { tx in try DataSourceStore(tx).forget(.log) }
    #expect(isForgotten)
    #expect(try Self.readiness(world) == ["the log is complete through 2026-10-24"])
  }

  @Test("conversions hold a report only once it was said how far they are complete", arguments: TestDatabase.kinds)
  func conversions(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try Self.world(test, lastAt: "2026-10-25T23:00:00Z")
    #expect(try Self.readiness(world).isEmpty)
    try world.database.write(for: world.tenant.id) { tx in
      try DataSourceStore(tx).say(
        .conversions, through: try #require(Day("2026-10-20")), isFinal: false, now: FixedTime.now)
    }
    #expect(try Self.readiness(world) == ["the conversions are complete through 2026-10-20"])
  }

  @Test("a dynamic flight whose figures reach its end holds no later day's report", arguments: TestDatabase.kinds)
  func ended(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try Self.world(test, lastAt: "2026-10-25T23:00:00Z")
    try world.addFlight(6, "inserted", to: "2026-10-21", insertion: .dynamic)
    #expect(try Self.readiness(world) == ["the delivery of others is not there yet"])
    func deliver(_ day: String) throws {
      try world.database.write(for: world.tenant.id) { tx in
        try FlightStore(tx).setDeliverySource("host", of: world.id(6), now: FixedTime.now)
        let key = DeliveryFigure.Key(day: try world.day(day), flight: world.id(6), episode: nil)
        try DeliveryStore(tx).supersede([key: 5], source: "host", importID: world.id(77), now: FixedTime.now)
      }
    }
    try deliver("2026-10-20")
    #expect(try Self.readiness(world) == ["the delivery of others is complete through 2026-10-20"])
    try deliver("2026-10-21")
    #expect(try Self.readiness(world).isEmpty)
  }
}
