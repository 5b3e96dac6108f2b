import Foundation
import PodctlCore
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("commission and tax on an invoice") struct InvoiceTermsTests {
  private static let vat = Payer.Tax(name: "VAT", rate: Percent(thousandths: 20_000))

  /// The invoice of flights with flat fees of such amounts.
  private static func content(
    _ amounts: [Int64], commission: Int64? = nil, isNet: Bool = true, payer: Payer? = nil
  ) throws -> InvoiceContent {
    var order = try BillPlanTests.order()
    order.commission = commission.map { Percent(thousandths: $0) }
    order.isNet = isNet
    order.payer = payer
    let flights = try amounts.enumerated().map { index, amount in
      // An earlier bill of more than is due gives a line that gives back.
      BillPlanTests.account(
        try .sample(.flat, rate: max(amount, 0), slug: "f\(1000 + index)", number: UInt64(index + 1)),
        BillPlanTests.counted(1), billed: .init(units: 0, minor: max(-amount, 0)))
    }
    return try #require(BillPlanTests.plan(flights, order).entries.first).content
  }

  @Test("without commission, tax or an agency an invoice bears nothing and is encoded as it always was")
  func plain() throws {
    let content = try Self.content([100])
    #expect(content.terms == nil)
    let text = String(decoding: try JSONEncoder().encode(content), as: UTF8.self)
    for name in ["terms", "commissionMinor", "taxMinor", "tiers", "raisedToMinor", "loweredToMinor", "owedUnits"] {
      #expect(!text.contains("\"\(name)\":"), "\(name)")
    }
  }

  @Test("tax is rounded line by line: twice 0.33 at 20 % bears 0.14, and not 0.13")
  func taxByLine() throws {
    let content = try Self.content([33, 33], payer: Payer(name: "Brightleaf Inc.", tax: Self.vat))
    #expect(content.lines.map(\.taxMinor) == [7, 7])
    #expect(content.total == .usd(80) && content.charges.map(\.amountMinor) == [33, 33, 14])
  }

  @Test("an agency's commission is taken off before tax, and a gross invoice only tells of it")
  func netAndGross() throws {
    let agency = Payer(name: "Brightleaf Inc.", kind: .agency, tax: Self.vat)
    let net = try Self.content([100_000], commission: 15_000, payer: agency)
    #expect(net.subtotal == .usd(100_000) && net.commission == .usd(-15_000) && net.taxes == .usd(17_000))
    #expect(net.total == .usd(102_000) && net.terms?.payer == .agency)
    let accounts = JournalRules.issued(net, payer: "p").flatMap { [$0.debit.path, $0.credit.path] }
    #expect(Set(accounts).isSuperset(of: ["income:commission", "liabilities:tax:vat", "income:advertising:flat"]))
    let gross = try Self.content([100_000], commission: 15_000, isNet: false, payer: agency)
    #expect(gross.commission == .usd(0) && gross.total == .usd(120_000) && gross.terms?.commission != nil)
    #expect(gross.charges.count == 2)
  }

  @Test("charges sum to the total, the commission to one rounding, each tax to its line's own")
  func sums() throws {
    let seed: UInt64 = 55_125
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    for _ in 0..<600 {
      let amounts = (0..<Int.random(in: 1...9, using: &random)).map { _ -> Int64 in
        let amount = Int64.random(in: -500...2000, using: &random)
        return amount == 0 ? 1 : amount
      }
      let commission = Int64.random(in: 0...40_000, using: &random)
      let tax = Int64.random(in: 0...27_000, using: &random)
      let payer = Payer(name: "Brightleaf Inc.", tax: .init(name: "VAT", rate: Percent(thousandths: tax)))
      let content = try Self.content(amounts, commission: commission, payer: payer)
      #expect(content.lines.map(\.amountMinor) == amounts)
      #expect(content.charges.reduce(0) { $0 + $1.amountMinor } == content.total.minor)
      #expect(content.commission.minor == -Percent(thousandths: commission).of(amounts.reduce(0, +)))
      let owed = JournalRules.issued(content, payer: "p").reduce(Int64(0)) { sum, transfer in
        sum + (transfer.debit == .receivable("p") ? transfer.amount.minor : -transfer.amount.minor)
      }
      #expect(owed == content.total.minor)
      for line in content.lines {
        #expect(line.taxMinor ?? 0 == Percent(thousandths: tax).of(line.netMinor))
      }
    }
  }

  @Test("commission and tax count as lines where lines are bounded")
  func bounds() throws {
    let amounts = [Int64](repeating: 100, count: 249)
    let payer = Payer(name: "Brightleaf Inc.", tax: Self.vat)
    func findings(_ commission: Int64?) throws -> [BillBounds.Finding] {
      let content = try Self.content(amounts, commission: commission, payer: payer)
      return BillBounds.findings(
        content, previousMinor: nil, isEarly: false, email: "a@b.example", review: BillReview(today: content))
    }
    #expect(try findings(nil).isEmpty)
    #expect(try findings(15_000) == [.tooManyLines])
  }
}
