import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("The books hold what was billed, whatever became of the campaign") struct CampaignReportsTests {
  private static let later = BillApprovingTests.later

  /// October of "autumn": 1,000 downloads at 10.00, a fee that falls due with the flight's end, and a makegood.
  private func world(_ kind: TestDatabase.Kind) throws -> BillingWorld {
    let world = try BillingWorld(TestDatabase(kind))
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run("UPDATE sponsors SET contact_email = 'pay@kettle.example' WHERE tenant_id = \(tx.tenant)")
      try IngestedFileStore(tx).insert(
        IngestedFile(
          id: world.base.id(70), path: "a.log", bytes: 1, modified: 1, inode: 1, sha256: "a", format: "cloudfront",
          lines: 1, firstAt: try world.base.instant("2026-10-01T04:00:00Z"),
          lastAt: try world.base.instant("2026-11-01T03:59:00Z"), rules: "iab-2.3/calendar",
          listVersion: "built-in 1", zone: "America/New_York", ingestedAt: FixedTime.now), reasons: [])
    }
    try world.addFlight(10, "plain", rate: 1000, to: "2026-10-31")
    try world.addFlight(11, "fee", .flat, rate: 40_000, to: "2026-10-31")
    try world.addFlight(
      12, "makegood", rate: 1000, goal: 5_000, to: "2026-10-31", terms: FlightTerms(shortfall: .makegood))
    for flight in [10, 11, 12] as [UInt64] { try world.setDownloads(flight, "2026-10-02", 1_000) }
    return world
  }

  private func set(_ world: BillingWorld, _ status: Campaign.Status, at now: Instant = later) throws {
    try world.database.write(for: world.tenant.id) { tx in
      try tx.run("UPDATE campaigns SET status = \(status), updated_at = \(now) WHERE tenant_id = \(tx.tenant)")
    }
  }

  private func finance(_ world: BillingWorld, _ month: String = "2026-10") throws -> [FinanceReport.Line] {
    try world.database.read(for: world.tenant.id) { tx in
      try CampaignReports.finance(of: world.tenant, world.month(month), now: Self.later, in: tx).lines
    }
  }

  private func draftAndApprove(_ world: BillingWorld) throws {
    try world.database.write(for: world.tenant.id) { tx in
      let period = try world.month("2026-10")
      _ = try BillDrafting.draft(world.tenant, period, in: tx, ids: CountingIdentifiers(), now: Self.later)
      let decisions = try BillApproving.approve(
        world.tenant, period: period, numbers: [], waived: [], graceDays: 3, in: tx, now: Self.later)
      #expect(decisions.map(\.word) == ["approved"], "\(decisions.map(\.reasons))")
    }
  }

  @Test("what was billed stays in the books in every state of the campaign", arguments: TestDatabase.kinds)
  func billed(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try draftAndApprove(world)
    for status in Campaign.Status.allCases {
      try set(world, status)
      let line = try #require(finance(world).first, "\(status)")
      #expect(line.billed == 46_000, "\(status)")
    }
  }

  @Test("a cancelled campaign that was never billed owes what it delivered", arguments: TestDatabase.kinds)
  func cancelled(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    #expect(try finance(world).map(\.delivered) == [46_000])
    try set(world, .cancelled)
    let line = try #require(finance(world).first)
    #expect(line.delivered == 2_000 && line.billed == 0 && line.unbilled == 2_000)
    let plan = try world.database.read(for: world.tenant.id) { tx in
      try BillPlanning(world.tenant, world.month("2026-10"), in: tx).plan()
    }
    #expect(plan.total(in: .usd).minor == 2_000)
  }

  @Test("a draft campaign, and one that was cancelled before it began, owe nothing", arguments: TestDatabase.kinds)
  func never(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try set(world, .draft)
    #expect(try finance(world).isEmpty)
    try set(world, .cancelled, at: try world.base.instant("2026-10-01T03:59:59Z"))
    #expect(try finance(world).isEmpty)
    try set(world, .cancelled, at: try world.base.instant("2026-10-01T04:00:00Z"))
    #expect(try finance(world).count == 1)
    // It begins in October.
    #expect(try finance(world, "2026-09").isEmpty)
  }

  @Test(
    "the portfolio counts what a cancelled campaign delivered, and asks nobody to look at its pace",
    arguments: TestDatabase.kinds)
  func portfolio(kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    try set(world, .cancelled)
    let month = try world.month("2026-10")
    let (owing, running) = try world.database.read(for: world.tenant.id) { tx in
      (
        try CampaignReports.owing(of: world.tenant, month, now: Self.later, in: tx),
        try CampaignReports.all(of: world.tenant, month, now: Self.later, in: tx)
      )
    }
    #expect(running.isEmpty)
    let digest = TenantDigest(tenant: world.tenant, period: month, reports: owing)
    #expect(digest.offPace.isEmpty)
    let line = try #require(PortfolioReport(digest).lines.first)
    #expect(line.spendMinor == 2_000 && line.campaigns == 1 && line.offPace == 0)
  }
}
