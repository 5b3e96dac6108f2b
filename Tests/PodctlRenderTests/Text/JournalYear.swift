import PodctlCore
import PodctlRender
import PodctlTestSupport
import SeededNumbers
import Testing

/// A year of books that follows from a seed.
enum JournalYear {
  /// A year of invoices in three currencies to ten payers, with all that may happen to them.
  static func lines(seed: UInt64) throws -> [JournalLine] {
    var random = SplitMix(seed: seed)
    let start = try #require(Day("2026-01-01"))
    var lines: [JournalLine] = []
    for number in 0..<240 {
      let currency: Currency = try [.usd, Currency("EUR"), Currency("JPY")][Int.random(in: 0..<3, using: &random)]
      let payer = "payer-\(Int.random(in: 0..<10, using: &random))"
      let net = Int64.random(in: 1...5_000_000, using: &random)
      let content = try content("N-\(number)", net, currency, start, isTaxed: number % 3 == 0)
      let total = content.total.minor
      var day = start.advanced(by: Int.random(in: 0..<330, using: &random))
      var entries: [JournalEntry] = []
      var balance = InvoiceBalance(Money(minor: total, currency))
      func enter(_ kind: JournalEntry.Kind, _ transfers: [JournalTransfer]) {
        guard !transfers.isEmpty else { return }
        entries.append(
          JournalEntry(
            id: Identifier(high: 1, low: UInt64(lines.count + entries.count)), name: "\(number)/\(entries.count)",
            kind: kind, invoice: Identifier(high: 2, low: UInt64(number)), isLive: number % 7 == 0, day: day,
            description: "\(kind.rawValue); of (N|\(number))", recordedAt: Instant(seconds: 0), transfers: transfers))
        day = day.advanced(by: 3)
      }
      enter(.issued, JournalRules.issued(content, payer: payer))
      for _ in 0..<Int.random(in: 0..<5, using: &random) {
        let amount = Money(minor: Int64.random(in: 1...total, using: &random), currency)
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
          let method = InvoicePayment.Method.allCases[Int.random(in: 0..<4, using: &random)]
          enter(.payment, JournalRules.payment(amount, method, balance, payer: payer))
          balance.paid[method, default: 0] += amount.minor
        case 1 where amount.minor <= balance.creditable:
          let tax = CreditTax(content, payer: payer, entries: entries, planned: []).share(of: amount.minor, .credit)
          enter(.credit, JournalRules.credit(amount, tax: (.tax("VAT"), tax), balance, payer: payer))
          balance.credited += amount.minor
          balance.creditedForGood += amount.minor
        case 2 where amount.minor <= balance.refundable(to: .stripe):
          let tax = CreditTax(content, payer: payer, entries: entries, planned: []).share(of: amount.minor, .refund)
          enter(
            .refund,
            JournalRules.refund(amount, tax: (.tax("VAT"), tax), from: .stripe, after: entries, payer: payer))
          balance.refunded[.stripe, default: 0] += amount.minor
        case 3 where !balance.isWrittenOff && balance.left > 0:
          enter(.uncollectible, JournalRules.uncollectible(balance, payer: payer))
          balance.isWrittenOff = true
        default: break
        }
      }
      if number % 20 == 0 { enter(.void, JournalRules.void(after: entries, payer: payer)) }
      lines += entries.map { JournalLine(number: "N-\(number)", entry: $0) }
    }
    return lines.sorted { $0.entry.day < $1.entry.day }
  }

  private static func content(
    _ number: String, _ total: Int64, _ currency: Currency, _ day: Day, isTaxed: Bool
  ) throws -> InvoiceContent {
    let rate = Percent(thousandths: 20_000)
    let parts = Money.apportion(total, by: [3, 2, 1])
    let lines = zip(Flight.PriceModel.allCases, parts).map { model, minor in
      var line = InvoiceLine(
        flight: Identifier(high: 1, low: 1), description: "", priceModel: model, provenance: .counted, rateMinor: 1,
        units: 1, amountMinor: minor, deliveredUnits: 1, billedMinor: minor,
        evidence: BillEvidence(
          basis: .downloads, firstDay: day, lastDay: day, limit: nil, spots: [], source: nil, imports: []))
      if isTaxed { line.taxMinor = rate.of(minor) }
      return line
    }
    var content = InvoiceContent(
      number: number, revision: 1, order: Identifier(high: 1, low: 2), campaign: Identifier(high: 1, low: 3),
      firstDay: day, lastDay: day, billTo: "Kettle", poNumber: nil, termsDays: 30, currency: currency, lines: lines)
    if isTaxed {
      content.terms = InvoiceTerms(payer: .brand, commission: nil, isNet: true, tax: .init(name: "VAT", rate: rate))
    }
    return content
  }

  /// What stands in each account, by its path, for each currency's code.
  static func balances(_ lines: [JournalLine]) -> [String: [String: Money]] {
    var sums: [String: [String: Money]] = [:]
    for posting in lines.flatMap(\.entry.postings) {
      let currency = posting.amount.currency
      let before = sums[posting.account.path]?[currency.code]?.minor ?? 0
      sums[posting.account.path, default: [:]][currency.code] = Money(minor: before + posting.amount.minor, currency)
    }
    return sums
  }
}
