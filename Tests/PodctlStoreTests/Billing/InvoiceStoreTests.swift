import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Invoices in the store")
struct InvoiceStoreTests {
  private func content(
    _ world: BillingWorld, _ month: String, amount: Int64, units: Int64, revision: Int = 1
  ) throws -> InvoiceContent {
    let period = try world.month(month)
    let line = InvoiceLine(
      flight: world.base.id(10), description: "Host read, mid-roll – “été”", priceModel: .cpm, provenance: .counted,
      rateMinor: 2500, units: units, amountMinor: amount, deliveredUnits: units, billedMinor: amount,
      evidence: BillEvidence(
        basis: .downloads, firstDay: period.start, lastDay: period.last, limit: 9_000,
        spots: [.init(spot: world.base.id(110), episode: "a/b \"c\"", airsOn: period.start, units: nil)],
        source: nil, imports: []))
    return InvoiceContent(
      number: "N-\(month)-\(revision)", revision: revision, order: world.base.id(4), campaign: world.base.id(4),
      firstDay: period.start, lastDay: period.last, billTo: "Brightleaf Inc.\nAccounts", poNumber: nil, termsDays: 45,
      currency: .usd, lines: [line])
  }

  private func insert(_ world: BillingWorld, _ number: UInt64, _ content: InvoiceContent) throws {
    try world.database.write(for: world.tenant.id) { tx in
      try InvoiceStore(tx).insert(
        Invoice(id: world.base.id(number), status: .draft, createdAt: FixedTime.now, content: content))
    }
  }

  @Test("an invoice comes back as it was stored, evidence and all", arguments: TestDatabase.kinds)
  func roundTrip(kind: TestDatabase.Kind) throws {
    let world = try BillingWorld(TestDatabase(kind))
    let content = try content(world, "2026-10", amount: 2_500, units: 1_000)
    try insert(world, 500, content)
    try world.database.read(for: world.tenant.id) { tx in
      let found = try #require(try InvoiceStore(tx).find(content.number))
      #expect(found.content == content)
      #expect(found.id == world.base.id(500) && found.status == .draft && found.createdAt == FixedTime.now)
      #expect(try InvoiceStore(tx).find("n-2026-10-1") == nil)
      #expect(try InvoiceStore(tx).numbers() == [content.number])
    }
  }

  @Test("what was billed before a day counts drafts and not void ones", arguments: TestDatabase.kinds)
  func billed(kind: TestDatabase.Kind) throws {
    let world = try BillingWorld(TestDatabase(kind))
    try insert(world, 500, content(world, "2026-09", amount: 100, units: 40))
    try insert(world, 501, content(world, "2026-10", amount: 200, units: 80))
    try world.database.write(for: world.tenant.id) { tx in
      let store = InvoiceStore(tx)
      func billed(_ month: String) throws -> Rating.Billed? {
        try store.billed(before: world.month(month).start)[world.base.id(10)]?.billed
      }
      #expect(try billed("2026-09") == nil)
      #expect(try billed("2026-10") == .init(units: 40, minor: 100))
      #expect(try billed("2026-11") == .init(units: 120, minor: 300))
      #expect(
        try store.billed(before: world.month("2026-11").start)[world.base.id(10)]?.through.description == "2026-10-31")
      #expect(try store.laterInvoices(than: world.month("2026-08").last) == [world.base.id(4): "N-2026-09-1"])
      try store.makeVoid(world.base.id(500))
      #expect(try billed("2026-11") == .init(units: 80, minor: 200))
      #expect(try store.laterInvoices(than: world.month("2026-08").last) == [world.base.id(4): "N-2026-10-1"])
      #expect(try store.laterInvoices(than: world.month("2026-10").last).isEmpty)
    }
  }

  @Test("a replaced draft keeps its id and has the new lines alone", arguments: TestDatabase.kinds)
  func replaces(kind: TestDatabase.Kind) throws {
    let world = try BillingWorld(TestDatabase(kind))
    try insert(world, 500, content(world, "2026-10", amount: 200, units: 80))
    let newer = try content(world, "2026-10", amount: 300, units: 120)
    try world.database.write(for: world.tenant.id) { tx in try InvoiceStore(tx).replace(world.base.id(500), with: newer)
    }
    let (found, totals) = try world.database.read(for: world.tenant.id) { tx in
      (try InvoiceStore(tx).find(newer.number), try InvoiceStore(tx).summaries().map(\.total.minor))
    }
    #expect(found?.content == newer)
    #expect(totals == [300])
  }

  @Test("a list is limited by month and status", arguments: TestDatabase.kinds)
  func lists(kind: TestDatabase.Kind) throws {
    let world = try BillingWorld(TestDatabase(kind))
    try insert(world, 500, content(world, "2026-10", amount: 200, units: 80))
    try insert(world, 501, content(world, "2026-09", amount: 100, units: 40))
    try world.database.write(for: world.tenant.id) { tx in
      let store = InvoiceStore(tx)
      #expect(try store.summaries().map(\.number) == ["N-2026-09-1", "N-2026-10-1"])
      #expect(try store.summaries(period: world.month("2026-10")).map(\.number) == ["N-2026-10-1"])
      try store.makeVoid(world.base.id(501))
      #expect(try store.summaries(status: .draft).map(\.number) == ["N-2026-10-1"])
      #expect(try store.summaries(period: world.month("2026-10"), status: .void).isEmpty)
      let summary = try #require(try store.summaries(status: .void).first)
      #expect(summary.campaign.text == "autumn" && summary.sponsor == "Kettle" && summary.lines == 1)
    }
  }

  @Test("one order cannot have two invoices of one period and revision", arguments: TestDatabase.kinds)
  func unique(kind: TestDatabase.Kind) throws {
    let world = try BillingWorld(TestDatabase(kind))
    try insert(world, 500, content(world, "2026-10", amount: 200, units: 80))
    var twin = try content(world, "2026-10", amount: 200, units: 80)
    twin.number = "OTHER"
    let second = twin
    let error = #expect(throws: PodctlError.self) { try insert(world, 501, second) }
    #expect(error?.code == .statementConflict)
  }
}
