/// How much of an invoice is left, from its total and what came after. Amounts are minor units of its currency.
public struct InvoiceBalance: Sendable, Hashable {
  public var total: Money
  /// Credit notes against what was owed, the planned ones too.
  public var credited: Int64
  /// The credit notes that are done alone.
  public var creditedForGood: Int64
  public var paid: [InvoicePayment.Method: Int64]
  /// Refunds by where they go back to, the planned ones too.
  public var refunded: [InvoiceCredit.Source: Int64]
  public var isWrittenOff: Bool

  public init(
    _ total: Money, payments: [InvoicePayment] = [], credits: [InvoiceCredit] = [], isWrittenOff: Bool = false
  ) {
    self.total = total
    self.isWrittenOff = isWrittenOff
    let credits = credits.filter { $0.status != .failed }
    credited = credits.filter { $0.kind == .credit }.reduce(0) { $0 + $1.amount.minor }
    creditedForGood = credits.filter { $0.kind == .credit && $0.status == .done }.reduce(0) { $0 + $1.amount.minor }
    paid = payments.reduce(into: [:]) { $0[$1.method, default: 0] += $1.amount.minor }
    refunded = credits.reduce(into: [:]) { sums, credit in
      if let source = credit.source { sums[source, default: 0] += credit.amount.minor }
    }
  }

  public var paidInAll: Int64 { paid.values.reduce(0, +) }
  public var paidByStripe: Int64 { paid[.stripe] ?? 0 }
  public var paidOutside: Int64 { paidInAll - paidByStripe }
  public var refundedInAll: Int64 { refunded.values.reduce(0, +) }

  /// What the payer still owes.
  public var left: Int64 { max(0, total.minor - creditedForGood - paidInAll) }
  /// What may still be credited: planned credit notes are reserved.
  public var creditable: Int64 { max(0, total.minor - credited - paidInAll) }

  /// What may still go back to where it came from.
  public func refundable(to source: InvoiceCredit.Source) -> Int64 {
    max(0, (source == .stripe ? paidByStripe : paidOutside) - (refunded[source] ?? 0))
  }

  /// The account that a payment or a credit note pays off.
  func debt(of payer: String) -> JournalAccount { isWrittenOff ? .badDebt : .receivable(payer) }
}
