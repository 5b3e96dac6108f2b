import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("What stands behind a draft is looked at before it is approved") struct DraftSurveyTests {
  private let ids = CountingIdentifiers()

  private func world(_ kind: TestDatabase.Kind) throws -> BillingWorld {
    let world = try BillingWorld(TestDatabase(kind))
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run("UPDATE sponsors SET contact_email = 'pay@kettle.example' WHERE tenant_id = \(tx.tenant)")
    }
    return world
  }

  /// Drafts October and tries to approve it: what was found, and why.
  private func look(
    _ world: BillingWorld, waived: Set<BillBounds.Finding> = []
  ) throws -> ([BillBounds.Finding], [String]) {
    try world.database.write(for: world.tenant.id) { tx in
      let now = BillApprovingTests.later
      _ = try BillDrafting.draft(world.tenant, world.month("2026-10"), in: tx, ids: ids, now: now)
      let decisions = try BillApproving.approve(
        world.tenant, period: world.month("2026-10"), numbers: [], waived: waived, graceDays: 3, in: tx, now: now)
      let decision = try #require(decisions.first, "nothing was drafted")
      #expect(decisions.count == 1)
      return (decision.findings, decision.reasons)
    }
  }

  /// A log whose lines are of these moments.
  private func addLog(_ world: BillingWorld, from first: String, to last: String) throws {
    try world.database.write(for: world.tenant.id) { tx in
      try IngestedFileStore(tx).insert(
        IngestedFile(
          id: world.base.id(70), path: "a.log", bytes: 1, modified: 1, inode: 1, sha256: "a", format: "cloudfront",
          lines: 1, firstAt: try world.base.instant(first), lastAt: try world.base.instant(last),
          rules: "iab-2.3/calendar", listVersion: "built-in 1", zone: "America/New_York", ingestedAt: FixedTime.now),
        reasons: [])
    }
  }

  @Test("a log that ends before the month does parks its invoice until the rest is in", arguments: TestDatabase.kinds)
  func logs(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "fall")
    try world.setDownloads(10, "2026-10-02", 9_000)
    #expect(try look(world) == ([.incomplete], ["the log is not there yet"]))
    try addLog(world, from: "2026-10-01T04:00:00Z", to: "2026-10-26T02:30:00Z")
    #expect(try look(world) == ([.incomplete], ["the log is complete through 2026-10-25"]))
    try world.complete(through: "2026-10-30")
    #expect(try look(world) == ([.incomplete], ["the log is complete through 2026-10-30"]))
    try world.complete(through: "2026-10-31")
    #expect(try look(world) == ([], []))
  }

  @Test("an incomplete month passes where a person waives it by name", arguments: TestDatabase.kinds)
  func waived(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "fall")
    try world.setDownloads(10, "2026-10-02", 9_000)
    #expect(try look(world, waived: [.unusual, .early, .stale, .noData, .spike]).0 == [.incomplete])
    #expect(try look(world, waived: [.incomplete]).0.isEmpty)
  }

  @Test("an ad server's figures go to the month's end, or to the flight's", arguments: TestDatabase.kinds)
  func servers(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let ended = try world.addFlight(10, "ended", to: "2026-10-20", insertion: .dynamic, source: "host")
    let running = try world.addFlight(11, "running", insertion: .dynamic, source: "host")
    try world.importDelivery(ended, source: "host", as: 77, [("2026-10-20", 1_000)])
    try world.importDelivery(running, source: "host", as: 78, [("2026-10-30", 1_000)])
    #expect(try look(world) == ([.incomplete], ["the delivery of others is complete through 2026-10-30"]))
    // Another's figures do not complete those of the source that counts.
    try world.importDelivery(running, source: "other", as: 79, [("2026-10-31", 5)])
    #expect(try look(world).0 == [.incomplete])
    try world.importDelivery(running, source: "host", as: 80, [("2026-10-31", 0)])
    #expect(try look(world) == ([], []))
  }

  @Test("only the flights that are billed are asked for their sources", arguments: TestDatabase.kinds)
  func others(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let flight = try world.addFlight(10, "inserted", to: "2026-10-20", insertion: .dynamic, source: "host")
    try world.importDelivery(flight, source: "host", as: 77, [("2026-10-20", 1_000)])
    // Host-read on a show without logs: nothing of it is billed, and nothing of it holds the rest.
    try world.addFlight(11, "read")
    #expect(try look(world) == ([], []))
  }

  @Test("a price for each spot or conversion waits for no ad server", arguments: TestDatabase.kinds)
  func otherPrices(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let spotted = try world.addFlight(10, "spotted", .spot, rate: 7_000, insertion: .dynamic, source: "host")
    let coded = try world.addFlight(11, "coded", .cpa, rate: 1_500, insertion: .dynamic, code: "FALL", source: "host")
    for flight in [spotted, coded] {
      try world.importDelivery(flight, source: "host", as: 77, [("2026-10-05", 1)])
    }
    try world.addFlight(12, "read", .spot, rate: 5_000)
    try world.addFlight(13, "fee", .flat, rate: 90_000, to: "2026-10-31")
    try world.base.addConversion(300, order: "A", at: "2026-10-03T12:00:00Z", code: "fall")
    _ = try AttributionRunner.run(
      sponsor: world.base.sponsor.id, window: .standard, days: nil, tenant: world.tenant.id, database: world.database,
      now: FixedTime.now)
    // No log at all: an airing on record makes the fee due.
    #expect(try look(world) == ([], []))
  }

  @Test("fees and conversions wait for logs that lag, and for orders that are said to", arguments: TestDatabase.kinds)
  func lagging(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "coded", .cpa, rate: 1_500, code: "FALL")
    try world.addFlight(11, "fee", .flat, rate: 90_000, to: "2026-10-31")
    try world.base.addConversion(300, order: "A", at: "2026-10-03T12:00:00Z", code: "fall")
    _ = try AttributionRunner.run(
      sponsor: world.base.sponsor.id, window: .standard, days: nil, tenant: world.tenant.id, database: world.database,
      now: FixedTime.now)
    try addLog(world, from: "2026-10-01T04:00:00Z", to: "2026-10-26T02:30:00Z")
    #expect(try look(world) == ([.incomplete], ["the log is complete through 2026-10-25"]))
    try world.complete()
    try world.complete(.conversions, through: "2026-10-28")
    #expect(try look(world) == ([.incomplete], ["the conversions are complete through 2026-10-28"]))
    try world.complete(.conversions)
    #expect(try look(world) == ([], []))
  }

  @Test("what is billed as booked on a show without logs has no data behind it", arguments: TestDatabase.kinds)
  func noData(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "read", goal: 4_000, to: "2026-10-31", terms: FlightTerms(shortfall: .makegood))
    let reasons = ["the log is not there yet", "read is billed without a source"]
    #expect(try look(world) == ([.incomplete, .noData], reasons))
    #expect(try look(world, waived: [.incomplete]).0 == [.noData])
    // A log of earlier days says nothing of these.
    try addLog(world, from: "2026-08-01T04:00:00Z", to: "2026-09-30T03:59:00Z")
    #expect(try look(world, waived: [.incomplete]).0 == [.noData])
  }

  @Test("a complete log without a download is a zero that was measured", arguments: TestDatabase.kinds)
  func measured(kind: TestDatabase.Kind) throws {
    let read = try world(kind)
    try read.addFlight(10, "read", goal: 4_000, to: "2026-10-31", terms: FlightTerms(shortfall: .makegood))
    try addLog(read, from: "2026-10-01T04:00:00Z", to: "2026-11-01T03:30:00Z")
    #expect(try look(read) == ([], []))

    let said = try world(kind)
    try said.addFlight(10, "read", goal: 4_000, to: "2026-10-31", terms: FlightTerms(shortfall: .makegood))
    try said.complete()
    #expect(try look(said) == ([], []))

    let beside = try world(kind)
    try beside.addFlight(10, "read", goal: 4_000, to: "2026-10-31", terms: FlightTerms(shortfall: .makegood))
    try beside.base.addEpisode(500)
    try beside.setDownloads(300, "2026-10-09", 12)
    try beside.complete()
    #expect(try look(beside) == ([], []))
  }

  @Test("logs of other shows alone are no count of this one", arguments: TestDatabase.kinds)
  func otherShow(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "read", goal: 4_000, to: "2026-10-31", terms: FlightTerms(shortfall: .makegood))
    try world.complete()
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run(
        """
        INSERT INTO podcasts (tenant_id, podcast_id, slug, title, created_at, updated_at)
        VALUES (\(tx.tenant), \(world.base.id(900, Podcast.self)), 'other', 'Other', \(FixedTime.now), \(FixedTime.now))
        """)
      try tx.run(
        """
        INSERT INTO episodes (tenant_id, episode_id, podcast_id, guid, title, created_at, updated_at)
        VALUES (\(tx.tenant), \(world.base.id(500, Episode.self)), \(world.base.id(900, Podcast.self)), 'o', 'O',
          \(FixedTime.now), \(FixedTime.now))
        """)
    }
    try world.setDownloads(300, "2026-10-09", 12)
    #expect(try look(world) == ([.noData], ["read is billed without a source"]))
  }

  @Test(
    "an airing on record makes a minimum due without a log, and nothing on record leaves it in doubt",
    arguments: TestDatabase.kinds)
  func minima(kind: TestDatabase.Kind) throws {
    let aired = try world(kind)
    try aired.addFlight(10, "read", to: "2026-10-31", terms: FlightTerms(minimumMinor: 4_500))
    #expect(try look(aired, waived: [.incomplete]) == ([], []))

    let planned = try world(kind)
    try planned.addFlight(10, "read", to: "2026-10-31", terms: FlightTerms(minimumMinor: 4_500))
    try planned.database.write(for: planned.tenant.id) { tx in
      try tx.run("UPDATE spots SET status = \(Spot.Status.planned) WHERE tenant_id = \(tx.tenant)")
    }
    #expect(try look(planned, waived: [.incomplete]) == ([.noData], ["read is billed without a source"]))
  }

  @Test("a fee that is left out since nobody knows whether the flight ran is looked at", arguments: TestDatabase.kinds)
  func leftOut(kind: TestDatabase.Kind) throws {
    let reason = "never has ended with neither an airing nor a source: whether its price is due is not known"
    let world = try world(kind)
    let flight = try world.addFlight(10, "inserted", to: "2026-10-20", insertion: .dynamic, source: "host")
    try world.importDelivery(flight, source: "host", as: 77, [("2026-10-20", 1_000)])
    let never = try world.addFlight(11, "never", .flat, rate: 90_000, to: "2026-10-31", insertion: .dynamic)
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run(
        """
        UPDATE spots SET status = \(Spot.Status.missed) WHERE tenant_id = \(tx.tenant) AND flight_id = \(never.id)
        """)
    }
    #expect(try look(world) == ([.noData], [reason]))
    // It has not ended yet: nothing is due, and nothing is in doubt.
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run(
        """
        UPDATE flights SET ends_on = \(try world.base.day("2026-11-30"))
        WHERE tenant_id = \(tx.tenant) AND flight_id = \(never.id)
        """)
    }
    #expect(try look(world) == ([], []))
  }

  @Test("a day above the flight's goal, and three times the goal, are parked", arguments: TestDatabase.kinds)
  func spikes(kind: TestDatabase.Kind) throws {
    func look(_ days: [(String, Int64)], _ model: Flight.PriceModel = .cpm) throws -> ([BillBounds.Finding], [String]) {
      let world = try world(kind)
      let flight = try world.addFlight(
        10, "wrong", model, rate: 1000, goal: 50_000, to: "2026-10-31", insertion: .dynamic, source: "host")
      try world.importDelivery(flight, source: "host", as: 77, [("2026-10-31", 0)] + days)
      return try self.look(world)
    }
    #expect(
      try look([("2026-10-10", 900), ("2026-10-11", 999_999)]) == (
        [.spike], ["wrong has 999999 delivered on 2026-10-11, of a goal of 50000"]
      ))
    #expect(try look([("2026-10-11", 50_000)]) == ([], []))
    #expect(try look([("2026-10-11", 50_001)]).0 == [.spike])
    let much: [(String, Int64)] = (11...13).map { ("2026-10-\($0)", 50_000) }
    #expect(try look(much) == ([], []))
    #expect(
      try look(much + [("2026-10-14", 1)]) == ([.spike], ["wrong has 150001 delivered, of a goal of 50000"]))
    #expect(try look([("2026-10-11", 50_001)], .flat).0 == [.spike])
    #expect(try look([("2026-10-11", 50_001)], .spot).0.isEmpty)
  }

  @Test("a wrong day of a counted flight is parked too, and let pass by name", arguments: TestDatabase.kinds)
  func counted(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "fall", goal: 1_000)
    try world.setDownloads(10, "2026-10-02", 1_001)
    try world.complete()
    #expect(try look(world) == ([.spike], ["fall has 1001 delivered on 2026-10-02, of a goal of 1000"]))
    #expect(try look(world, waived: [.spike]).0.isEmpty)
  }
}
