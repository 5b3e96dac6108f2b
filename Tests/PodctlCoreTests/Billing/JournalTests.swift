import PodctlCore
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("The journal")
struct JournalTests {
  private let payer = "kettle-1"

  private func content(_ amounts: [(Flight.PriceModel, Int64)]) throws -> InvoiceContent {
    let day = try #require(Day("2026-10-01"))
    let lines = amounts.map { model, minor in
      InvoiceLine(
        flight: Identifier(high: 1, low: 1), description: "", priceModel: model, provenance: .counted, rateMinor: 1,
        units: 1, amountMinor: minor, deliveredUnits: 1, billedMinor: minor,
        evidence: BillEvidence(
          basis: .downloads, firstDay: day, lastDay: day, limit: nil, spots: [], source: nil, imports: []))
    }
    return InvoiceContent(
      number: "N", revision: 1, order: Identifier(high: 1, low: 2), campaign: Identifier(high: 1, low: 3),
      firstDay: day, lastDay: day, billTo: "Kettle", poNumber: nil, termsDays: 30, currency: .usd, lines: lines)
  }

  private func entry(_ kind: JournalEntry.Kind, _ transfers: [JournalTransfer]) throws -> JournalEntry {
    JournalEntry(
      id: Identifier(high: 0, low: 0), name: "n", kind: kind, invoice: Identifier(high: 0, low: 1), isLive: false,
      day: try #require(Day("2026-10-01")), description: "", recordedAt: Instant(seconds: 0), transfers: transfers)
  }

  @Test("each price model earns on its own account, and a line that gives back goes the other way")
  func issued() throws {
    let content = try content([(.cpm, 700), (.flat, 300), (.cpm, -900), (.cpa, 0)])
    let postings = try entry(.issued, JournalRules.issued(content, payer: payer)).postings
    #expect(
      postings.map { "\($0.account) \($0.amount.minor)" } == [
        "assets:receivable:kettle-1 100", "income:advertising:cpm 200", "income:advertising:flat -300",
      ])
  }

  @Test("a transfer over nothing is none, and a negative one is the positive one the other way")
  func transfers() {
    let none = JournalTransfer(debit: .credits, credit: .badDebt, .zero(.usd))
    #expect(none == nil)
    let negative = JournalTransfer(debit: .credits, credit: .badDebt, Money(minor: -5, .usd))
    #expect(negative == JournalTransfer(debit: .badDebt, credit: .credits, Money(minor: 5, .usd)))
    #expect(negative?.reversed.debit == .credits)
  }

  @Test("whatever happens to an invoice, every entry sums to zero and the receivable is what is left")
  func property() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SplitMix(seed: seed)
    for _ in 1...300 {
      let total = Int64.random(in: 1...1_000_000, using: &random)
      let part = Int64.random(in: 0..<total, using: &random)
      var entries = [
        try entry(.issued, JournalRules.issued(content([(.cpm, total - part), (.flat, part)]), payer: payer))
      ]
      var payments: [InvoicePayment] = []
      var credits: [InvoiceCredit] = []
      var isWrittenOff = false
      func balance() -> InvoiceBalance {
        InvoiceBalance(
          Money(minor: total, .usd), payments: payments, credits: credits, isWrittenOff: isWrittenOff)
      }
      for step in 1...8 {
        let amount = Money(minor: Int64.random(in: 1...total, using: &random), .usd)
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
          let method = InvoicePayment.Method.allCases[Int.random(in: 0..<4, using: &random)]
          entries.append(try entry(.payment, JournalRules.payment(amount, method, balance(), payer: payer)))
          payments.append(
            InvoicePayment(
              id: Identifier(high: 1, low: UInt64(step)), invoice: Identifier(high: 0, low: 1), name: "\(step)",
              method: method, reference: "", amount: amount, receivedOn: try #require(Day("2026-10-02")),
              recordedAt: Instant(seconds: 0)))
        case 1 where amount.minor <= balance().creditable:
          entries.append(try entry(.credit, JournalRules.credit(amount, balance(), payer: payer)))
          credits.append(credit(.credit, step, amount))
        case 2 where balance().left == 0 && amount.minor <= balance().refundable(to: .stripe):
          entries.append(try entry(.refund, JournalRules.refund(amount, from: .stripe, after: entries, payer: payer)))
          credits.append(credit(.refund, step, amount))
        case 3 where !isWrittenOff && balance().left > 0:
          entries.append(try entry(.uncollectible, JournalRules.uncollectible(balance(), payer: payer)))
          isWrittenOff = true
        default: break
        }
      }
      for entry in entries {
        #expect(entry.postings.reduce(0) { $0 + $1.amount.minor } == 0, "seed \(seed)")
      }
      let debt = sum(entries, isWrittenOff ? .badDebt : .receivable(payer))
      #expect(debt == balance().left, "seed \(seed)")
      #expect(sum(entries, .receivable(payer)) == (isWrittenOff ? 0 : balance().left), "seed \(seed)")
      // What came in and has not gone out is earned, or owed back; nothing is owed back twice.
      let money = entries.flatMap(\.postings).filter { $0.account.path.hasPrefix("assets:") }
        .filter { $0.account != .receivable(payer) }.reduce(0) { $0 + $1.amount.minor }
      #expect(money == balance().paidInAll - balance().refundedInAll, "seed \(seed)")
      #expect(sum(entries, .owed(to: payer)) <= 0, "seed \(seed)")
      entries.append(try entry(.void, JournalRules.void(after: entries, payer: payer)))
      for account in [JournalAccount.receivable(payer), .badDebt, .credits, .income(.cpm), .income(.flat)] {
        #expect(sum(entries, account) == 0, "seed \(seed) \(account)")
      }
    }
  }

  @Test("what comes when nothing is left is owed back, even where earlier money was given back out of what was earned")
  func lateMoney() throws {
    let hundred = Money(minor: 100, .usd)
    var balance = InvoiceBalance(hundred)
    var entries = [
      try entry(.issued, JournalRules.issued(content([(.cpm, 100)]), payer: payer)),
      try entry(.payment, JournalRules.payment(hundred, .stripe, balance, payer: payer)),
    ]
    balance.paid = [.stripe: 100]
    let thirty = Money(minor: 30, .usd)
    entries.append(try entry(.refund, JournalRules.refund(thirty, from: .stripe, after: entries, payer: payer)))
    #expect(sum(entries, .refunds) == 30)
    entries.append(try entry(.payment, JournalRules.payment(thirty, .stripe, balance, payer: payer)))
    #expect(sum(entries, .owed(to: payer)) == -30)
    let forty = Money(minor: 40, .usd)
    entries.append(try entry(.refund, JournalRules.refund(forty, from: .stripe, after: entries, payer: payer)))
    #expect(sum(entries, .owed(to: payer)) == 0)
    #expect(sum(entries, .refunds) == 40)
  }

  private func credit(_ kind: InvoiceCredit.Kind, _ step: Int, _ amount: Money) -> InvoiceCredit {
    var credit = InvoiceCredit(
      id: Identifier(high: 2, low: UInt64(step)), invoice: Identifier(high: 0, low: 1), kind: kind,
      reference: "\(step)", source: kind == .refund ? .stripe : nil, amount: amount, reason: nil, memo: nil,
      plannedAt: Instant(seconds: 0))
    credit.status = .done
    return credit
  }

  private func sum(_ entries: [JournalEntry], _ account: JournalAccount) -> Int64 {
    entries.flatMap(\.postings).filter { $0.account == account }.reduce(0) { $0 + $1.amount.minor }
  }
}
