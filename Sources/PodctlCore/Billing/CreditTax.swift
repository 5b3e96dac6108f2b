/// How much of the credit notes and refunds of an invoice is tax: each is of the invoice's tax what its amount is of the
/// total. What all of them come to is rounded once, half away from zero, so that together they never give back another
/// tax than that of their sum, and a whole invoice's is exactly its own.
public struct CreditTax: Sendable, Hashable {
  /// The invoice's total and its tax.
  private let total: Int64
  private let tax: Int64
  private let account: JournalAccount
  private let payer: String
  /// What earlier ones gave back of what was earned and taxed, and the tax within it.
  private var credited: Int64 = 0
  private var taxed: Int64 = 0
  /// What the payer is owed, and goes back first: nothing was earned with it.
  private var owed: Int64 = 0

  /// `entries` are the invoice's in the journal; `planned` the credit notes and refunds that are on their way.
  public init(_ content: InvoiceContent, payer: String, entries: [JournalEntry], planned: [InvoiceCredit]) {
    total = content.total.minor
    tax = content.taxes.minor
    account = .tax(content.terms?.tax?.name ?? "")
    self.payer = payer
    for entry in entries {
      for posting in entry.postings {
        if posting.account == .owed(to: payer) { owed -= posting.amount.minor }
        guard entry.kind == .credit || entry.kind == .refund else { continue }
        let isTax = posting.account == account
        if isTax { taxed += posting.amount.minor }
        if isTax || posting.account == .credits || posting.account == .refunds { credited += posting.amount.minor }
      }
    }
    for credit in planned where credit.status == .planned {
      let part = take(credit.amount.minor, credit.kind)
      credited += part
      taxed += credit.taxMinor ?? 0
    }
  }

  /// The tax within one more.
  public func share(of minor: Int64, _ kind: InvoiceCredit.Kind) -> Int64 {
    guard total > 0, tax > 0 else { return 0 }
    var copy = self
    let part = copy.take(minor, kind)
    let whole = Money.divideRounding(Int128(tax) * Int128(credited + part), by: Int128(total))
    return max(0, min(whole - taxed, part, tax - taxed))
  }

  /// As much of it as is not only money that was owed back.
  private mutating func take(_ minor: Int64, _ kind: InvoiceCredit.Kind) -> Int64 {
    guard kind == .refund else { return minor }
    let first = min(minor, max(0, owed))
    owed -= first
    return minor - first
  }
}
