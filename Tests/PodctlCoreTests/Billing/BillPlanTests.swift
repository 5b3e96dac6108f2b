import Foundation
import PodctlCore
import Testing

@Suite("The plan of a month's bills")
struct BillPlanTests {
  static func order(_ status: Campaign.Status = .active, number: String = "IO-1042") throws -> BilledOrder {
    BilledOrder(
      id: Identifier(high: 4, low: 1), number: number, billTo: "Brightleaf Inc.", poNumber: "PO-7", termsDays: 30,
      campaign: Identifier(high: 2, low: 1), campaignSlug: try Slug("fall-push"), campaignName: "Fall push",
      campaignStatus: status, sponsor: Identifier(high: 5, low: 1), sponsorSlug: try Slug("brightleaf"),
      sponsorName: "Brightleaf", currency: .usd)
  }

  static func counted(_ units: Int64) -> FlightAccount.Delivered {
    FlightAccount.Delivered(
      provenance: .counted, units: units,
      spots: [.init(spot: Identifier(high: 6, low: 1), episode: "Ep 1", airsOn: Day(number: 20_727), units: units)],
      source: nil, imports: [])
  }

  static func account(
    _ flight: Flight, _ delivered: FlightAccount.Delivered?, conversions: FlightAccount.Conversions? = nil,
    billed: Rating.Billed = .nothing, through: Day? = nil
  ) -> FlightAccount {
    FlightAccount(
      flight: flight, delivered: delivered, conversions: conversions, billed: billed, billedThrough: through)
  }

  static func plan(
    _ flights: [FlightAccount], _ order: BilledOrder? = nil, month: String = "2026-10", standing: Invoice? = nil,
    voids: Int = 0, later: String? = nil, taken: Set<String> = []
  ) throws -> BillPlan {
    try BillPlan(
      tenant: Slug("acme"), period: Period(month: month, zone: Zone("America/New_York")),
      accounts: [
        OrderAccount(
          order: order ?? Self.order(), flights: flights, standing: standing, lastRevision: voids,
          laterInvoice: later)
      ], taken: taken)
  }

  @Test("an order has one invoice, its lines by the flights' slugs")
  func lines() throws {
    let plan = try Self.plan([
      Self.account(.sample(.flat, rate: 90_000, slug: "host-read", number: 2), Self.counted(10)),
      Self.account(.sample(slug: "a-cpm"), Self.counted(41_230)),
    ])
    let content = try #require(plan.entries.first?.content)
    #expect(plan.entries.count == 1)
    #expect(content.number == "ACME-2026-10-IO-1042")
    #expect(content.lines.map(\.amountMinor) == [103_075, 90_000])
    #expect(content.lines.map(\.units) == [41_230, 1])
    #expect(content.total == .usd(193_075))
    #expect(content.billTo == "Brightleaf Inc." && content.poNumber == "PO-7" && content.termsDays == 30)
    #expect(plan.zone == "America/New_York")
    #expect(plan.total(in: .usd) == .usd(193_075))
    #expect(plan.notes.isEmpty)
  }

  @Test("nothing delivered gives no line, and no line gives no invoice")
  func nothing() throws {
    let plan = try Self.plan([Self.account(.sample(), Self.counted(0))])
    #expect(plan.entries.isEmpty)
    #expect(plan.currencies.isEmpty)
  }

  @Test("a dynamic flight without an import is not rated, whatever its price", arguments: Flight.PriceModel.allCases)
  func notImported(model: Flight.PriceModel) throws {
    let conversions = FlightAccount.Conversions(byCode: 3, byLastTouch: 0, windowDays: 30, unattributed: 0)
    let plan = try Self.plan([Self.account(.sample(model, insertion: .dynamic), nil, conversions: conversions)])
    #expect(plan.entries.isEmpty)
    #expect(plan.notes.map(\.kind) == [.notImported])
    #expect(plan.notes.first?.text == "—, not rated: no delivery imported")
  }

  @Test("an import is named behind the line, and its figures are said to be imported")
  func imported() throws {
    let delivered = FlightAccount.Delivered(
      provenance: .imported, units: 8_000, spots: [], source: "megaphone", imports: ["import-1"])
    let line = try #require(
      Self.plan([Self.account(.sample(insertion: .dynamic), delivered)]).entries.first?.content.lines.first)
    #expect(line.provenance == .imported)
    #expect(line.evidence.basis == .imported)
    #expect(line.evidence.source == "megaphone")
    #expect(line.evidence.imports == ["import-1"])
  }

  @Test("estimates are never billed")
  func modelled() throws {
    var delivered = Self.counted(8_000)
    delivered.provenance = .modelled
    #expect(try Self.plan([Self.account(.sample(), delivered)]).entries.isEmpty)
  }

  @Test("CPA bills by code and by last touch, each conversion whole")
  func cpa() throws {
    let conversions = FlightAccount.Conversions(byCode: 8, byLastTouch: 4, windowDays: 30, unattributed: 2)
    let plan = try Self.plan([Self.account(.sample(.cpa, rate: 1500), Self.counted(9), conversions: conversions)])
    let line = try #require(plan.entries.first?.content.lines.first)
    #expect(line.units == 12)
    #expect(line.amountMinor == 18_000)
    #expect(line.evidence.byCode == 8 && line.evidence.byLastTouch == 4 && line.evidence.windowDays == 30)
    #expect(plan.notes.map(\.kind) == [.attributionBehind])
  }

  @Test("CPA without an attribution run is noted and not rated")
  func notAttributed() throws {
    let plan = try Self.plan([Self.account(.sample(.cpa), Self.counted(9))])
    #expect(plan.entries.isEmpty)
    #expect(plan.notes.map(\.kind) == [.notAttributed])
  }

  @Test("the days behind a line start after the last billed one")
  func days() throws {
    let flight = try Flight.sample(from: "2026-08-10", to: "2026-12-31")
    let first = try Self.plan([Self.account(flight, Self.counted(900))])
    #expect(first.entries.first?.content.lines.first?.evidence.firstDay.description == "2026-08-10")
    let billed = Self.account(
      flight, Self.counted(900), billed: .init(units: 100, minor: 250), through: try .end(of: "2026-09"))
    let line = try #require(Self.plan([billed]).entries.first?.content.lines.first)
    #expect("\(line.evidence.firstDay)" == "2026-10-01" && "\(line.evidence.lastDay)" == "2026-10-31")
    #expect(line.units == 800 && line.amountMinor == 2_000 && line.billedMinor == 2_250 && line.deliveredUnits == 900)
  }

  @Test("a flat fee is not billed for a flight that never ran, nor by itself for a cancelled campaign")
  func fees() throws {
    let flight = try Flight.sample(.flat, rate: 90_000)
    let silent = FlightAccount.Delivered(provenance: .counted, units: 0, spots: [], source: nil, imports: [])
    let neverRan = try Self.plan([Self.account(flight, silent)])
    #expect(neverRan.entries.isEmpty && neverRan.notes.map(\.kind) == [.neverRan])
    let cancelled = try Self.plan([Self.account(flight, Self.counted(5))], Self.order(.cancelled))
    #expect(cancelled.entries.isEmpty && cancelled.notes.map(\.kind) == [.feeOfCancelled])
  }

  @Test("a cancelled campaign's CPM is billed for what was delivered, a draft's is not")
  func statuses() throws {
    let flight = Self.account(try .sample(), Self.counted(1000))
    #expect(try Self.plan([flight], Self.order(.cancelled)).entries.count == 1)
    let draft = try Self.plan([flight], Self.order(.draft))
    #expect(draft.entries.isEmpty && draft.notes.map(\.kind) == [.notLaunched])
  }

  @Test("delivery beyond the limit is said and not billed")
  func limit() throws {
    let plan = try Self.plan([Self.account(.sample(goal: 1000), Self.counted(1200))])
    #expect(plan.entries.first?.content.total == .usd(2500))
    #expect(plan.entries.first?.content.lines.first?.deliveredUnits == 1200)
    #expect(plan.notes.map(\.kind) == [.limitReached])
  }

  static func invoice(_ plan: BillPlan) throws -> Invoice {
    Invoice(
      id: Identifier(high: 9, low: 9), status: .draft, createdAt: Instant(seconds: 1),
      content: try #require(plan.entries.first?.content))
  }

  @Test("a draft with the same figures is unchanged, with others replaced under its number, with none withdrawn")
  func changes() throws {
    let flight = try Flight.sample()
    let first = try Self.plan([Self.account(flight, Self.counted(1000))])
    #expect(first.entries.map(\.change) == [.new])
    let standing = try Self.invoice(first)
    let again = try Self.plan([Self.account(flight, Self.counted(1000))], standing: standing)
    #expect(again.entries.map(\.change) == [.unchanged])
    let more = try Self.plan(
      [Self.account(flight, Self.counted(1001))], standing: standing, taken: [standing.content.number])
    #expect(more.entries.map(\.change) == [.replaced])
    #expect(more.entries.first?.content.number == standing.content.number)
    let none = try Self.plan([Self.account(flight, Self.counted(0))], standing: standing)
    #expect(none.entries.map(\.change) == [.withdrawn])
    #expect(none.total(in: .usd) == .usd(0))
  }

  @Test("after a void invoice the next one is a revision with a number of its own")
  func revisions() throws {
    let plan = try Self.plan([Self.account(.sample(), Self.counted(1000))], voids: 1)
    #expect(plan.entries.first?.content.revision == 2)
    #expect(plan.entries.first?.content.number == "ACME-2026-10-IO-1042-R2")
  }

  @Test("a month before a drafted one is closed: its invoice stands, and nothing is billed twice")
  func closed() throws {
    let flight = try Flight.sample(from: "2026-10-01", to: "2026-11-30")
    let standing = try Self.invoice(Self.plan([Self.account(flight, Self.counted(1000))]))
    let changed = try Self.plan(
      [Self.account(flight, Self.counted(2000))], standing: standing, later: "ACME-2026-11-IO-1042")
    #expect(changed.entries.map(\.change) == [.closed])
    #expect(changed.entries.first?.content == standing.content)
    #expect(changed.notes.map(\.kind) == [.billedLater])
    let missing = try Self.plan([Self.account(flight, Self.counted(2000))], later: "ACME-2026-11-IO-1042")
    #expect(missing.entries.isEmpty && missing.notes.map(\.kind) == [.billedLater])
  }

  @Test("a plan is the same after JSON")
  func codes() throws {
    let plan = try Self.plan([
      Self.account(.sample(), Self.counted(1000)), Self.account(.sample(slug: "b", insertion: .dynamic), nil),
    ])
    #expect(try JSONDecoder().decode(BillPlan.self, from: JSONEncoder().encode(plan)) == plan)
  }
}
