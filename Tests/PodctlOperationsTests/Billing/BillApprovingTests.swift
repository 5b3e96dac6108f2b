import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("What is approved is what the figures say") struct BillApprovingTests {
  private let ids = CountingIdentifiers()
  /// After October's days of grace.
  static let later = Instant(seconds: 1_794_398_400)  // 2026-11-11T12:00:00Z

  private func world(_ kind: TestDatabase.Kind) throws -> BillingWorld {
    let world = try BillingWorld(TestDatabase(kind))
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run("UPDATE sponsors SET contact_email = 'pay@kettle.example' WHERE tenant_id = \(tx.tenant)")
    }
    return world
  }

  @discardableResult
  private func draft(
    _ world: BillingWorld, _ month: String = "2026-10", at now: Instant = later, in database: Database? = nil
  ) throws -> BillPlan {
    try (database ?? world.database).write(for: world.tenant.id) { tx in
      try BillDrafting.draft(world.tenant, world.month(month), in: tx, ids: ids, now: now)
    }
  }

  private func approve(
    _ world: BillingWorld, month: String? = "2026-10", numbers: [String] = [],
    waived: Set<BillBounds.Finding> = [], at now: Instant = later
  ) throws -> [BillApproving.Decision] {
    try world.database.write(for: world.tenant.id) { tx in
      try BillApproving.approve(
        world.tenant, period: month.map { try world.month($0) }, numbers: numbers, waived: waived, graceDays: 3, in: tx,
        now: now)
    }
  }

  private func findings(_ world: BillingWorld) throws -> [[BillBounds.Finding]] { try approve(world).map(\.findings) }

  private func status(_ world: BillingWorld) throws -> [Invoice.Status] {
    try world.database.read(for: world.tenant.id) { tx in try InvoiceStore(tx).summaries().map(\.status) }
  }

  private func code<Result>(_ body: () throws -> Result) -> ErrorCode? {
    do {
      _ = try body()
      return nil
    } catch { return (error as? PodctlError)?.code }
  }

  @Test("a draft whose figures fell since is parked, whichever way it is named", arguments: TestDatabase.kinds)
  func fell(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "fall", rate: 1000)
    try world.complete()
    try world.setDownloads(10, "2026-10-02", 9_000)
    let number = try #require(draft(world).entries.first?.content.number)
    try world.setDownloads(10, "2026-10-02", 8_000)
    for (month, numbers) in [("2026-10", []), (nil, [number]), ("2026-10", [number])] as [(String?, [String])] {
      let decisions = try approve(world, month: month, numbers: numbers)
      #expect(decisions.map(\.findings) == [[.stale]])
      #expect(decisions.map(\.reasons) == [["drafted at USD 90.00, today's figures make USD 80.00 of it"]])
    }
    #expect(try status(world) == [.draft])
    #expect(try draft(world).entries.map(\.change) == [.replaced])
    let decisions = try approve(world)
    #expect(decisions.map(\.word) == ["approved"] && decisions.map(\.content.total.minor) == [8_000])
    #expect(try approve(world).isEmpty && status(world) == [.approved])
  }

  @Test("a stale draft stands as it was drafted where a person lets it pass", arguments: TestDatabase.kinds)
  func waived(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "fall", rate: 1000)
    try world.complete()
    try world.setDownloads(10, "2026-10-02", 9_000)
    try draft(world)
    try world.setDownloads(10, "2026-10-02", 0)
    let parked = try approve(world)
    #expect(parked.map(\.findings) == [[.stale]])
    #expect(parked.map(\.reasons) == [["drafted at USD 90.00, today's figures leave nothing to bill"]])
    #expect(try approve(world, waived: [.stale, .negative]).map(\.word) == ["approved"])
    #expect(try status(world) == [.approved])
  }

  @Test("a month before a drafted one is stale too where its figures fell since", arguments: TestDatabase.kinds)
  func closed(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "fall", rate: 1000)
    try world.complete(through: "2026-11-30")
    try world.setDownloads(10, "2026-10-02", 9_000)
    try world.setDownloads(10, "2026-11-02", 1_000)
    let december = try #require(Instant("2026-12-10T12:00:00Z"))
    try draft(world)
    let next = try #require(draft(world, "2026-11", at: december).entries.first?.content.number)
    try world.setDownloads(10, "2026-10-02", 8_000)
    #expect(try draft(world).entries.map(\.change) == [.closed])
    #expect(
      try approve(world, at: december).map(\.reasons) == [
        [
          "drafted at USD 90.00, today's figures make USD 80.00 of it; \(next) of a later month bills the difference"
        ]
      ])
    try world.setDownloads(10, "2026-10-02", 9_000)
    #expect(try approve(world, at: december).map(\.word) == ["approved"])
    #expect(try approve(world, month: "2026-11", at: december).map(\.word) == ["approved"])
  }

  @Test("a draft over nothing is looked at once its figures are something", arguments: TestDatabase.kinds)
  func zero(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "up", rate: 1000)
    try world.addFlight(11, "down", rate: 1000)
    try world.complete(through: "2026-11-30")
    try world.setDownloads(10, "2026-10-02", 1_000)
    try world.setDownloads(11, "2026-10-02", 1_000)
    try draft(world)
    try world.setDownloads(10, "2026-10-02", 2_000)
    try world.setDownloads(11, "2026-10-02", 0)
    let december = try #require(Instant("2026-12-10T12:00:00Z"))
    try draft(world, "2026-11", at: december)
    #expect(try approve(world, month: "2026-11", at: december).map(\.word) == ["skipped"])
    try world.setDownloads(10, "2026-10-02", 3_000)
    #expect(try approve(world, month: "2026-11", at: december).map(\.word) == ["parked"])
  }

  @Test("conversions that attribution has not seen make a draft stale", arguments: TestDatabase.kinds)
  func unattributed(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "coded", .cpa, rate: 1_500, code: "FALL")
    try world.base.addConversion(300, order: "A", at: "2026-10-03T12:00:00Z", code: "fall")
    func attribute(at now: Instant) throws {
      _ = try AttributionRunner.run(
        sponsor: world.base.sponsor.id, window: .standard, days: nil, tenant: world.tenant.id,
        database: world.database, now: now)
    }
    try attribute(at: FixedTime.now)
    try draft(world)
    try world.database.write(for: world.tenant.id) { tx in
      try ImportStore(tx).insert(
        ImportRecord(
          id: world.base.id(1), kind: .conversions, source: "shop", fileName: "o.csv", sha256: "a", inserted: 1,
          updated: 0, unchanged: 0, rejected: 0, importedAt: FixedTime.now.advanced(seconds: 60)))
    }
    #expect(try approve(world).map(\.reasons) == [["1 conversions came in after attribution was run"]])
    try attribute(at: Self.later)
    #expect(try approve(world).map(\.word) == ["approved"])
  }

  @Test("a month that goes on is not approved, one that has not begun not drafted", arguments: TestDatabase.kinds)
  func open(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "fall")
    try world.complete()
    try world.setDownloads(10, "2026-10-02", 9_000)
    // The last second of October in New York is in November in UTC.
    let eve = try #require(Instant("2026-11-01T03:59:59Z"))
    let number = try #require(draft(world, at: eve).entries.first?.content.number)
    #expect(code { try approve(world, at: eve) } == .periodNotOver)
    #expect(code { try approve(world, month: nil, numbers: [number], waived: [.early], at: eve) } == .periodNotOver)
    #expect(code { try draft(world, "2026-11", at: eve) } == .periodNotBegun)
    #expect(code { try approve(world, month: "2026-11", at: eve) } == .periodNotBegun)
    #expect(ErrorCode.periodNotOver.exit == .temporary && ErrorCode.periodNotBegun.exit == .usage)
    #expect(try status(world) == [.draft])
    let midnight = eve.advanced(seconds: 1)
    #expect(code { try draft(world, "2026-11", at: midnight) } == nil)
    #expect(try approve(world, waived: [.early], at: midnight).map(\.word) == ["approved"])
    // What is approved is approved, whatever the clock says now.
    #expect(try approve(world, month: nil, numbers: [number], at: eve).isEmpty)
  }

  @Test("drafting while another approves waits, and what was approved stays what it was", arguments: TestDatabase.kinds)
  func together(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run("UPDATE sponsors SET contact_email = 'pay@kettle.example' WHERE tenant_id = \(tx.tenant)")
    }
    try world.addFlight(10, "fall", rate: 1000)
    try world.complete()
    try world.setDownloads(10, "2026-10-02", 9_000)
    let number = try #require(draft(world).entries.first?.content.number)
    let (url, tenant, period) = (try test.url, world.tenant, try world.month("2026-10"))
    let flag = Flag()
    let day = try world.base.day("2026-10-02")
    let episode = world.base.id(210, Episode.self)
    let outcome = Threads.run(2) { thread in
      let database = try Database.open(url, for: .work, now: { FixedTime.now })
      if thread == 0 {
        try database.write(for: tenant.id) { tx in
          _ = try BillApproving.approve(
            tenant, period: period, numbers: [], waived: [], graceDays: 3, in: tx, now: Self.later)
          flag.raise()
          pauseBriefly()
        }
      } else {
        flag.wait()
        try database.write(for: tenant.id) { tx in
          try tx.run(
            """
            UPDATE daily_downloads SET downloads = 8000
            WHERE tenant_id = \(tx.tenant) AND day = \(day) AND episode_id = \(episode)
            """)
        }
        try database.write(for: tenant.id) { tx in
          _ = try BillDrafting.draft(tenant, period, in: tx, ids: CountingIdentifiers(from: 900), now: Self.later)
        }
      }
    }
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    try world.database.read(for: world.tenant.id) { tx in
      let invoice = try #require(try InvoiceStore(tx).find(number))
      let issue = try #require(try IssueStore(tx).find(invoice.id))
      #expect(invoice.status == .approved && invoice.content.total.minor == 9_000)
      #expect(try InvoiceHash.of(invoice.content) == issue.contentHash)
      // What fell meanwhile is a further revision's.
      #expect(try InvoiceStore(tx).summaries().map(\.total.minor) == [9_000, -1_000])
    }
  }

  @Test("of two who approve at once one does it", arguments: TestDatabase.kinds)
  func twice(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run("UPDATE sponsors SET contact_email = 'pay@kettle.example' WHERE tenant_id = \(tx.tenant)")
    }
    try world.addFlight(10, "fall", rate: 1000)
    try world.complete()
    try world.setDownloads(10, "2026-10-02", 9_000)
    try draft(world)
    let (url, tenant, period) = (try test.url, world.tenant, try world.month("2026-10"))
    let approved = Flag()
    let outcome = Threads.run(4) { _ in
      let database = try Database.open(url, for: .work, now: { FixedTime.now })
      try database.write(for: tenant.id) { tx in
        let decisions = try BillApproving.approve(
          tenant, period: period, numbers: [], waived: [], graceDays: 3, in: tx, now: Self.later)
        for decision in decisions where !decision.isParked { approved.raise() }
        pauseBriefly()
      }
    }
    #expect(outcome.errors.isEmpty && approved.raised == 1, "\(outcome.errors) \(approved.raised)")
    #expect(try status(world) == [.approved])
  }

  @Test("a draft that is approved while another would withdraw it stays approved", arguments: TestDatabase.kinds)
  func withdrawn(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try world.addFlight(10, "fall", rate: 1000)
    try world.complete()
    try world.setDownloads(10, "2026-10-02", 9_000)
    let number = try #require(draft(world).entries.first?.content.number)
    let (invoice, standing, _) = try world.database.read(for: world.tenant.id) { tx in
      try BillVoiding.survey(number, world.tenant, in: tx)
    }
    #expect(try approve(world).map(\.word) == ["approved"])
    let refused = code {
      try world.database.write(for: world.tenant.id) { tx in
        try BillVoiding.withdraw(invoice, standing, in: tx, now: Self.later)
      }
    }
    #expect(refused == .transitionRefused)
    #expect(try status(world) == [.approved])
  }
}
