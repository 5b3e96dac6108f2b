import PodctlCore
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("The tax within credit notes")
struct CreditTaxTests {
  private let payer = "kettle-1"

  private func content(_ net: Int64, tax: Int64) throws -> InvoiceContent {
    let day = try #require(Day("2026-10-01"))
    var line = InvoiceLine(
      flight: Identifier(high: 1, low: 1), description: "", priceModel: .cpm, provenance: .counted, rateMinor: 1,
      units: 1, amountMinor: net, deliveredUnits: 1, billedMinor: net,
      evidence: BillEvidence(basis: .downloads, firstDay: day, lastDay: day, limit: nil))
    line.taxMinor = tax
    var content = InvoiceContent(
      number: "N", revision: 1, order: Identifier(high: 1, low: 2), campaign: Identifier(high: 1, low: 3),
      firstDay: day, lastDay: day, billTo: "Kettle", poNumber: nil, termsDays: 30, currency: .usd, lines: [line])
    content.terms = InvoiceTerms(
      payer: .brand, commission: nil, isNet: true, tax: .init(name: "VAT", rate: Percent(thousandths: 20_000)))
    return content
  }

  private func entry(_ kind: JournalEntry.Kind, _ transfers: [JournalTransfer]) throws -> JournalEntry {
    JournalEntry(
      id: Identifier(high: 0, low: 0), name: "n", kind: kind, invoice: Identifier(high: 0, low: 1), isLive: false,
      day: try #require(Day("2026-10-01")), description: "", recordedAt: Instant(seconds: 0), transfers: transfers)
  }

  private func planned(_ minor: Int64, tax: Int64) -> InvoiceCredit {
    var credit = InvoiceCredit(
      id: Identifier(high: 2, low: 1), invoice: Identifier(high: 0, low: 1), kind: .credit, reference: "a",
      source: nil, amount: Money(minor: minor, .usd), reason: nil, memo: nil, plannedAt: Instant(seconds: 0))
    credit.taxMinor = tax
    return credit
  }

  @Test("two cents of three at 20 % and the third: what they sum to is rounded, not each")
  func cents() throws {
    // 0.05 with 0.01 tax makes 0.06: three credits of 0.02 hold 0.0033 tax each.
    let content = try content(5, tax: 1)
    var entries: [JournalEntry] = []
    var shares: [Int64] = []
    for _ in 1...3 {
      let share = CreditTax(content, payer: payer, entries: entries, planned: []).share(of: 2, .credit)
      shares.append(share)
      entries.append(
        try entry(
          .credit,
          JournalRules.credit(
            Money(minor: 2, .usd), tax: (.tax("VAT"), share), InvoiceBalance(content.total), payer: payer)))
    }
    #expect(shares == [0, 1, 0])
  }

  @Test("planned credit notes count, an untaxed invoice has none, and money that was owed back bears none")
  func bounds() throws {
    let content = try content(1_000, tax: 200)
    #expect(CreditTax(content, payer: payer, entries: [], planned: []).share(of: 600, .credit) == 100)
    #expect(CreditTax(content, payer: payer, entries: [], planned: []).share(of: 1_200, .credit) == 200)
    let one = planned(1_199, tax: 200)
    #expect(CreditTax(content, payer: payer, entries: [], planned: [one]).share(of: 1, .credit) == 0)
    #expect(
      try CreditTax(self.content(1_000, tax: 0), payer: payer, entries: [], planned: []).share(of: 9, .credit) == 0)
    let twice = try entry(
      .payment,
      JournalRules.payment(
        Money(minor: 2_400, .usd), .stripe, InvoiceBalance(content.total), payer: payer))
    let tax = CreditTax(content, payer: payer, entries: [twice], planned: [])
    #expect(tax.share(of: 1_200, .refund) == 0 && tax.share(of: 1_800, .refund) == 100)
  }

  @Test("whatever is credited, refunded and made void, the tax given back is that of the sum, and all of it at the end")
  func property() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    for _ in 1...300 {
      let net = Int64.random(in: 1...100_000, using: &random)
      let content = try content(net, tax: Percent(thousandths: Int64.random(in: 1...30_000, using: &random)).of(net))
      let (total, tax) = (content.total.minor, content.taxes.minor)
      let name = JournalAccount.tax("VAT")
      var entries = [try entry(.issued, JournalRules.issued(content, payer: payer))]
      var left = total
      while left > 0 {
        let minor = min(left, Int64.random(in: 1...max(1, total / 3), using: &random))
        let share = CreditTax(content, payer: payer, entries: entries, planned: []).share(of: minor, .credit)
        let made = try entry(
          .credit,
          JournalRules.credit(
            Money(minor: minor, .usd), tax: (name, share), InvoiceBalance(content.total), payer: payer))
        #expect(made.postings.reduce(0) { $0 + $1.amount.minor } == 0, "seed \(seed)")
        entries.append(made)
        if Int.random(in: 0..<4, using: &random) == 0 {
          entries.append(try entry(.credit, made.transfers.map(\.reversed)))
          continue
        }
        left -= minor
        let given = tax + sum(entries, name)
        #expect(given == Money.divideRounding(Int128(tax) * Int128(total - left), by: Int128(total)), "seed \(seed)")
      }
      #expect(sum(entries, name) == 0 && sum(entries, .receivable(payer)) == 0, "seed \(seed)")
      #expect(sum(entries, .credits) == net, "seed \(seed)")
    }
  }

  private func sum(_ entries: [JournalEntry], _ account: JournalAccount) -> Int64 {
    entries.flatMap(\.postings).filter { $0.account == account }.reduce(0) { $0 + $1.amount.minor }
  }
}
