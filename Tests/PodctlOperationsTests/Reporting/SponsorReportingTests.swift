import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("sponsor reports from the database") struct SponsorReportingTests {
  private static let now = Instant("2026-10-27T09:00:00Z") ?? Instant(seconds: 0)

  /// A flight with one aired spot in week 42 and one in week 43, and a log that covers both.
  private static func world(_ kind: TestDatabase.Kind) throws -> AttributionWorld {
    let world = try AttributionWorld(try TestDatabase(kind), zone: "America/New_York")
    try world.addFlight(5, "mid")
    try world.addEpisode(10)
    try world.addEpisode(11)
    try world.addSpot(20, flight: 5, episode: 10, airs: "2026-10-13")
    try world.addSpot(21, flight: 5, episode: 11, airs: "2026-10-20")
    try world.addDaily(episode: 10, from: "2026-10-13", [900, 300, 100, 50, 40, 30, 20, 10])
    try world.addDaily(episode: 11, from: "2026-10-20", [1000, 400, 200])
    for (listener, episode, at) in [
      (1, 10, "2026-10-20T12:00:00Z"), (1, 11, "2026-10-21T12:00:00Z"), (2, 11, "2026-10-22T12:00:00Z"),
      (3, 10, "2026-10-14T12:00:00Z"),
    ] as [(UInt8, UInt64, String)] {
      try world.addDownload([listener], episode: episode, at: at)
    }
    try world.database.write(for: world.tenant.id) { tx in
      try IngestedFileStore(tx).insert(
        IngestedFile(
          id: world.id(70), path: "a.log", bytes: 1, modified: 1, inode: 1, sha256: "a", format: "cloudfront", lines: 1,
          firstAt: try world.instant("2026-10-12T00:00:00Z"), lastAt: try world.instant("2026-10-26T03:00:00Z"),
          rules: "iab-2.3/calendar", listVersion: "built-in 1", zone: "America/New_York", ingestedAt: now), reasons: [])
    }
    return world
  }

  private static func make(_ world: AttributionWorld, ids: any IdentifierSource) throws -> (
    SponsorReport, ReportRevision
  ) {
    try world.database.write(for: world.tenant.id) { tx in
      let campaign = try CampaignStore(tx).find("autumn")
      let week = try Period(week: "2026-W43", zone: world.tenant.zone)
      let report = try SponsorReporting(world.tenant, window: .standard, now: now, in: tx).report(campaign, week)
      let plan = try ReportKeeping.plan(report, campaign: campaign, in: tx, ids: ids, now: now)
      try ReportKeeping.apply(plan, in: tx)
      return (report, plan.revision)
    }
  }

  @Test("a week's figures come from the ledger, and reach counts a listener once", arguments: TestDatabase.kinds)
  func figures(_ kind: TestDatabase.Kind) throws {
    let (report, _) = try Self.make(try Self.world(kind), ids: CountingIdentifiers())
    #expect(report.isComplete)
    #expect(report.groups.first?.delivered == 3050)
    #expect(report.groups.first?.inPeriod == ReportFigure(1630, before: 1420))
    #expect(report.summary.reach.value == 2)
    #expect(report.summary.spendMinor.value == 4075)
    #expect(report.summary.conversionsHundredths.value == nil)
    #expect(report.spots.compactMap(\.airing?.episode) == ["Episode 10", "Episode 11"])
  }

  @Test("the same figures keep id and revision, a late log makes the next", arguments: TestDatabase.kinds)
  func revisions(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(kind)
    let ids = CountingIdentifiers()
    let first = try Self.make(world, ids: ids).1
    let again = try Self.make(world, ids: ids).1
    #expect(first.number == 1 && again == first)
    try world.addDaily(episode: 11, from: "2026-10-23", [60])
    let second = try Self.make(world, ids: ids).1
    #expect(second.number == 2 && second.id != first.id)
    #expect(second.restated.contains(Restatement(figure: .inPeriod, from: 1630, to: 1690)))
    #expect(second.restatesReportOf != nil)
    #expect(try Self.make(world, ids: ids).1 == second)
  }

  @Test("over a purged day there is no reach; a purged day before takes none away", arguments: TestDatabase.kinds)
  func purged(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(kind)
    func purge(_ day: String) throws {
      try world.database.write(for: world.tenant.id) { tx in
        try tx.run(
          """
          INSERT INTO counted_days (tenant_id, day, first_ingested_at, closed_at, purged_at)
          VALUES (\(tx.tenant), \(try world.day(day)), \(Self.now), \(Self.now), \(Self.now))
          """)
      }
    }
    // The week is 19 to 25 October, and the first spot's downloads count on each of its days.
    let ids = CountingIdentifiers()
    try purge("2026-10-18")
    #expect(try Self.make(world, ids: ids).0.summary.reach.value == 2)
    try purge("2026-10-19")
    #expect(try Self.make(world, ids: ids).0.summary.reach.value == nil)
  }

  @Test("a CPA flight costs its conversions by code and those by last touch, each once", arguments: TestDatabase.kinds)
  func paidByConversion(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(kind)
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run(
        """
        UPDATE flights SET price_model = \(Flight.PriceModel.cpa), promo_code = \("TIDES" as String)
        WHERE tenant_id = \(tx.tenant) AND flight_id = \(world.id(5, Flight.self))
        """)
    }
    // In the week: one by its last touch, one by code, one by both. In the week before: one by its last touch.
    try world.addConversion(100, order: "touch", at: "2026-10-22T12:00:00Z", household: [1])
    try world.addConversion(101, order: "code", at: "2026-10-23T12:00:00Z", code: "TIDES")
    try world.addConversion(102, order: "both", at: "2026-10-23T13:00:00Z", code: "TIDES", household: [2])
    try world.addConversion(103, order: "earlier", at: "2026-10-16T12:00:00Z", household: [3])
    try AttributionRunnerTests.run(world)
    #expect(try Self.make(world, ids: CountingIdentifiers()).0.summary.spendMinor.value == 3 * 2500)
  }

  @Test("another tenant's figures stay out", arguments: TestDatabase.kinds)
  func tenants(_ kind: TestDatabase.Kind) throws {
    let world = try Self.world(kind)
    let id: Identifier<Tenant> = Identifier(high: 99, low: 99)
    let newest = try world.database.read(for: id) { tx in
      (
        try ReportStore(tx).newest(
          of: world.id(4), period: try world.day("2026-10-19")...(try world.day("2026-10-25")), limit: 9),
        try ReachStore(tx).listeners(
          [.init(days: try world.day("2026-10-01")...(try world.day("2026-10-31")), episodes: [world.id(10)])],
          allAreCounted: false)
      )
    }
    #expect(newest.0.isEmpty && newest.1 == 0)
  }
}
