import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import Testing

/// A tenant in New York to whom campaigns are given, one by one.
private struct PlannedTenant {
  let world: AttributionWorld
  private let ids = CountingIdentifiers()

  init(_ test: TestDatabase) throws { world = try AttributionWorld(test, zone: "America/New_York") }

  func set(_ change: PlanKeeping.Change, at now: Instant = FixedTime.now) throws -> Bool {
    try world.database.write(for: world.tenant.id) { tx in
      try PlanKeeping.set(change, of: world.tenant, in: tx, now: now).hasChanged
    }
  }

  func addCampaign(_ slug: String, at now: Instant = FixedTime.now) throws {
    let file = OrderFile(
      sponsor: .init(slug: "marram", name: "Marram"), campaign: .init(slug: slug, name: slug), orders: [])
    try world.database.write(for: world.tenant.id) { tx in
      let plan = try OrderPlacement.plan(file, tenant: world.tenant, in: tx, now: now, ids: ids)
      try OrderPlacement.apply(plan, in: tx)
    }
  }

  func schedule(_ campaign: String, at now: Instant = FixedTime.now) throws {
    _ = try ReportScheduling.add(
      .init(
        weekday: nil, hour: nil, zone: nil, needsReview: nil, deadlineHours: nil,
        recipients: [.init(address: try #require(MailAddress("ads@marram.example")), format: .html)]),
      to: campaign, of: world.tenant, in: world.database, ids: ids, now: now)
  }

  func usage(_ quota: PlanQuota, at now: Instant = FixedTime.now) throws -> PlanUsage? {
    try world.database.read(for: world.tenant.id) { tx in
      try PlanKeeping.standing(of: world.tenant, in: tx, now: now).usage.first { $0.quota == quota }
    }
  }
}

@Suite("a plan limits what is made, and nothing that is owed") struct PlanKeepingTests {
  private func code(_ work: () throws -> Void) -> ErrorCode? {
    do { try work() } catch { return (error as? PodctlError)?.code }
    return nil
  }

  @Test("a tenant without a plan is limited in nothing", arguments: TestDatabase.kinds)
  func without(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let planned = try PlannedTenant(test)
    for number in 1...6 { try planned.addCampaign("c\(number)") }
    #expect(try planned.usage(.campaigns)?.limit == nil)
    #expect(code { _ = try planned.set(.init(limits: [(.campaigns, 3)])) } == .usage)
  }

  @Test("the campaign over the limit is refused whole; a larger plan keeps what is used", arguments: TestDatabase.kinds)
  func limit(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let planned = try PlannedTenant(test)
    let before = try #require(try planned.usage(.campaigns)?.used)
    #expect(try planned.set(.init(tier: .free, limits: [(.campaigns, before + 1)])))
    try planned.addCampaign("one")
    #expect(code { try planned.addCampaign("two") } == .quotaReached)
    try planned.world.database.read(for: planned.world.tenant.id) { tx throws in
      #expect(try CampaignStore(tx).first(slug: "two") == nil)
      #expect(try SponsorStore(tx).first(slug: "marram") != nil)
    }
    #expect(try planned.set(.init(tier: .starter)))
    #expect(try planned.usage(.campaigns) == PlanUsage(.campaigns, used: before + 1, limit: 50))
    try planned.addCampaign("two")
    #expect(try planned.set(.init(tier: .enterprise)))
    #expect(try planned.usage(.campaigns)?.limit == nil)
    #expect(try !planned.set(.init(tier: .enterprise)))
  }

  @Test("of many who want the last place at once one gets it", arguments: TestDatabase.kinds)
  func crowd(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let planned = try PlannedTenant(test)
    let used = try #require(try planned.usage(.campaigns)?.used)
    _ = try planned.set(.init(tier: .free, limits: [(.campaigns, used + 1)]))
    let (tenant, sponsor) = (planned.world.tenant, planned.world.sponsor.slug.text)
    let url = try test.url
    let outcome = Threads.run(6) { number in
      let database = try Database.open(url, for: .work, now: { FixedTime.now })
      let file = OrderFile(sponsor: .init(slug: sponsor), campaign: .init(slug: "c\(number)", name: "C"), orders: [])
      let ids = CountingIdentifiers(from: UInt64(number + 1) * 1000)
      try database.write(for: tenant.id) { tx in
        let plan = try OrderPlacement.plan(file, tenant: tenant, in: tx, now: FixedTime.now, ids: ids)
        try OrderPlacement.apply(plan, in: tx)
      }
    }
    #expect(outcome.errors.count == 5 && outcome.errors.allSatisfy { $0.contains("quotaReached") }, "\(outcome.errors)")
    #expect(try planned.usage(.campaigns)?.used == used + 1)
  }

  @Test("the months of the tenant's zone begin anew, to the second", arguments: TestDatabase.kinds)
  func months(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let planned = try PlannedTenant(test)
    let zone = planned.world.tenant.zone
    let december = zone.start(of: try #require(Day("2026-12-01")))
    let lastSecond = december.advanced(seconds: -1)
    _ = try planned.set(.init(tier: .free, limits: [(.campaigns, 1)]))
    let used = try #require(try planned.usage(.campaigns, at: lastSecond)?.used)
    if used == 0 { try planned.addCampaign("november", at: lastSecond) }
    #expect(code { try planned.addCampaign("late", at: lastSecond) } == .quotaReached)
    #expect(try planned.usage(.campaigns, at: december)?.used == 0)
    try planned.addCampaign("december", at: december)
    #expect(code { try planned.addCampaign("second", at: december) } == .quotaReached)
  }

  @Test(
    "at the limit of reports no schedule is added, and the one there is can be changed", arguments: TestDatabase.kinds)
  func schedules(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let planned = try PlannedTenant(test)
    try planned.addCampaign("kept")
    try planned.addCampaign("refused")
    try planned.schedule("kept")
    _ = try planned.set(.init(tier: .pro, limits: [(.reports, 0)]))
    try planned.schedule("kept")
    #expect(code { try planned.schedule("refused") } == .quotaReached)
  }

  @Test("the month's bill is drafted for a tenant that is over every limit", arguments: TestDatabase.kinds)
  func owed(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    try world.addFlight(5, "mid")
    try world.setDownloads(5, "2026-10-05", 4000)
    try world.database.write(for: world.tenant.id) { tx in
      let change = PlanKeeping.Change(tier: .free, limits: PlanQuota.allCases.map { ($0, 0) })
      _ = try PlanKeeping.set(change, of: world.tenant, in: tx, now: FixedTime.now)
      let plan = try BillDrafting.draft(
        world.tenant, world.month("2026-10"), in: tx, ids: CountingIdentifiers(), now: FixedTime.now)
      #expect(plan.entries.map(\.content.total.minor) == [10_000])
    }
  }

  @Test("a plan is kept whole and goes with its tenant", arguments: TestDatabase.kinds)
  func kept(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let tenant = try TenantFixture.stored("harbour", in: test.database, ids: CountingIdentifiers())
    let plan = TenantPlan(
      .pro, limits: PlanLimits(podcasts: nil, campaigns: 7, reports: 0), stripeSubscription: "sub_1")
    try test.database.write(for: tenant.id) { tx throws in
      try PlanStore(tx).save(plan, now: FixedTime.now)
      #expect(try PlanStore(tx).find() == plan)
      try PlanStore(tx).save(TenantPlan(.free), now: FixedTime.now)
      #expect(try PlanStore(tx).find() == TenantPlan(.free))
      try TenantStore.erase(tx)
    }
    #expect(try test.database.read(for: tenant.id) { tx in try PlanStore(tx).find() } == nil)
  }

  @Test(
    "a show over the limit is refused with all its episodes; a known one is still synced", arguments: TestDatabase.kinds
  )
  func shows(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let ids = CountingIdentifiers()
    let tenant = try TenantFixture.stored("harbour", in: test.database, ids: ids)
    let folder = try TemporaryFolder()
    let feed = { (title: String) in
      let item = "<item><title>T</title><guid>\(title)</guid><enclosure url=\"https://a.example/\(title).mp3\"/></item>"
      return Array("<rss><channel><title>\(title)</title>\(item)</channel></rss>".utf8)
    }
    let first = try FeedLocation(typed: folder.write(feed("tides"), to: "tides.xml"), workingDirectory: "/")
    let second = try FeedLocation(typed: folder.write(feed("ferry"), to: "ferry.xml"), workingDirectory: "/")
    let sync = try FeedSync(test.database, tenant: tenant, now: FixedTime.now, ids: ids) {
      () throws(PodctlError) in StubTransport()
    }
    try test.database.write(for: tenant.id) { tx in
      _ = try PlanKeeping.set(.init(tier: .free), of: tenant, in: tx, now: FixedTime.now)
    }
    _ = try sync.add(Slug("tides"), first, ifMissing: false)
    #expect(code { _ = try sync.add(Slug("ferry"), second, ifMissing: false) } == .quotaReached)
    #expect(try sync.add(Slug("tides"), first, ifMissing: true).unchanged == 1)
    #expect(try test.database.read(for: tenant.id) { tx in try PodcastStore(tx).all() }.map(\.slug.text) == ["tides"])
  }
}
