import PodctlCore
import PodctlOperations
import PodctlStore
import PodctlTestSupport
import StripeFake
import Testing

@Suite("contract terms from the flight to the payer") struct ContractBillingTests {
  private let ids = CountingIdentifiers()

  private func draft(_ world: BillingWorld, _ month: String = "2026-10") throws -> BillPlan {
    try world.database.write(for: world.tenant.id) { tx in
      try BillDrafting.draft(world.tenant, world.month(month), in: tx, ids: ids, now: FixedTime.now)
    }
  }

  /// Tiers, a price by the spot and a minimum, billed net of 15 % to an agency that is taxed with 20 %.
  private func lay(_ world: BillingWorld) throws {
    try world.addFlight(
      10, "tiered", to: "2026-10-31", terms: FlightTerms(tiers: [.init(after: 10_000, rateMinor: 2000)]))
    try world.setDownloads(10, "2026-10-02", 10_501)
    try world.addFlight(11, "spotted", .spot, rate: 25_000, to: "2026-10-31")
    try world.addFlight(12, "floored", rate: 1000, to: "2026-10-31", terms: FlightTerms(minimumMinor: 33_333))
    try world.setDownloads(12, "2026-10-02", 1_000)
    try world.setCommission(15_000)
    try world.setPayer(.agency, email: "accounts@north.example", tax: "20")
  }

  @Test("tiers, spots, a minimum, commission and tax come to the cent, and come back so", arguments: TestDatabase.kinds)
  func whole(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    try lay(world)
    let content = try #require(try draft(world).entries.first).content
    // By slug: floored, spotted, tiered. 1,000 at 10.00 is 10.00, raised to 333.33; one spot; 250.00 + 501 at 20.00.
    #expect(content.lines.map(\.amountMinor) == [33_333, 25_000, 26_002])
    #expect(content.lines.map(\.evidence.raisedToMinor) == [33_333, nil, nil])
    #expect(content.lines.map(\.priceModel) == [.cpm, .spot, .cpm])
    // 15 % of 843.35 is 126.5025; of the lines 49.9995, 37.50 and 39.003: the missing cent is the first line's.
    #expect(content.commission.minor == -12_650)
    #expect(content.lines.compactMap(\.commissionMinor) == [-5_000, -3_750, -3_900])
    #expect(content.lines.compactMap(\.taxMinor) == [5_667, 4_250, 4_420])
    #expect(content.total.minor == 84_335 - 12_650 + 14_337)
    let stored = try world.database.read(for: world.tenant.id) { tx in try InvoiceStore(tx).find(content.number) }
    #expect(stored?.content == content)
    #expect(try draft(world).entries.map(\.change) == [.unchanged])
  }

  @Test("another tax is taken into a draft, and not into what is approved", arguments: TestDatabase.kinds)
  func changed(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    try lay(world)
    _ = try draft(world)
    try world.setPayer(.agency, email: "accounts@north.example", tax: "10")
    let again = try #require(try draft(world).entries.first)
    #expect(again.change == .replaced && again.content.taxes.minor == 7_168)
    try world.complete()
    let decisions = try world.database.write(for: world.tenant.id) { tx in
      try BillApproving.approve(
        world.tenant, period: world.month("2026-10"), numbers: [], waived: [.early], graceDays: 3, in: tx,
        now: FixedTime.now)
    }
    #expect(decisions.map(\.findings) == [[]])
    try world.setPayer(.brand)
    let fixed = try world.database.read(for: world.tenant.id) { tx in
      let invoice = try #require(try InvoiceStore(tx).find(again.content.number))
      return (invoice, try #require(try IssueStore(tx).find(invoice.id)))
    }
    #expect(fixed.0.content == again.content)
    #expect(fixed.1.payerEmail == "accounts@north.example" && fixed.1.payer.hasPrefix("agency-"))
    #expect(try InvoiceHash.of(fixed.0.content) == fixed.1.contentHash)
  }

  @Test(
    "late delivery is adjusted with its own commission and tax, and a makegood with it", arguments: TestDatabase.kinds)
  func adjusted(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    try world.addFlight(10, "short", goal: 4_000, to: "2026-10-31", terms: FlightTerms(shortfall: .makegood))
    try world.setDownloads(10, "2026-10-02", 3_000)
    try world.addFlight(11, "open", to: "2026-12-31")
    try world.setDownloads(11, "2026-10-02", 2_000)
    try world.setCommission(10_000)
    try world.setPayer(.brand, tax: "7.7")
    let plan = try draft(world)
    #expect(plan.notes.map(\.kind) == [.makegoodOwed])
    #expect(plan.entries.first?.content.lines.map(\.amountMinor) == [5_000, 10_000])
    #expect(plan.entries.first?.content.lines.map(\.evidence.owedUnits) == [nil, 1_000])
    try world.setDownloads(11, "2026-10-02", 1_500)
    let november = try #require(try draft(world, "2026-11").entries.first).content
    #expect(november.lines.map(\.amountMinor) == [-1_250])
    #expect(november.lines.compactMap(\.commissionMinor) == [125])
    #expect(november.lines.compactMap(\.taxMinor) == [-87])
    #expect(november.total.minor == -1_212)
  }

  @Test(
    "a payment service is told of commission and tax as charges, and its total is ours", arguments: TestDatabase.kinds)
  func issued(kind: TestDatabase.Kind) throws {
    let world = try IssuingWorld(kind) { billing in
      try billing.setCommission(15_000)
      try billing.setPayer(.agency, email: "accounts@north.example", tax: "20")
    }
    #expect(try world.issue().map(\.ending) == [.issued])
    #expect(try world.invoice()?.content.total.minor == 8_670)
    #expect(world.fake.totals == [8_670])
    let words = world.fake.items.compactMap { $0["description"] as? String }
    #expect(words.prefix(2) == ["VAT, 20 %", "Agency commission, 15 %"])
    #expect(world.fake.customers.compactMap { $0["email"] as? String } == ["accounts@north.example"])
    #expect(try world.issue().isEmpty)
  }

  @Test("what was billed is held against delivery without commission and tax", arguments: TestDatabase.kinds)
  func finance(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    try world.addFlight(10, "fall", to: "2026-10-31")
    try world.setDownloads(10, "2026-10-02", 4_000)
    try world.setCommission(15_000)
    try world.setPayer(.agency, tax: "20")
    _ = try draft(world)
    let report = try world.database.read(for: world.tenant.id) { tx in
      try CampaignReports.finance(of: world.tenant, world.month("2026-10"), now: FixedTime.now, in: tx)
    }
    let line = try #require(report.lines.first)
    #expect(line.drafted == 10_000, "\(line)")
  }

  @Test("a payer is set in part, taken back, and what cannot be is refused", arguments: TestDatabase.kinds)
  func payers(kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let world = try BillingWorld(test)
    func set(_ change: PayerKeeping.Change) throws -> PayerKeeping.Outcome {
      try world.database.write(for: world.tenant.id) { tx in
        try PayerKeeping.set("autumn", change, in: tx, now: FixedTime.now)
      }
    }
    let first = try set(.init(kind: .agency, tax: "8.875", taxName: "Sales tax"))
    #expect(first.hasChanged && first.isNamed)
    #expect(first.payer.tax == .init(name: "Sales tax", rate: Percent(thousandths: 8_875)))
    #expect(try set(.init(email: "a@b.example")).payer.tax == first.payer.tax)
    #expect(try !set(.init(kind: .agency)).hasChanged)
    #expect(try set(.init(tax: "0")).payer.tax == nil)
    for change in [PayerKeeping.Change(email: "nobody"), .init(tax: "101"), .init(tax: "x"), .init(taxName: "VAT")] {
      #expect(throws: PodctlError.self) { try set(change) }
    }
  }
}
