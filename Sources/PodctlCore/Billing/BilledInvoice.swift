/// What the books do not say of an issued invoice: how it is called, who pays it, and until when.
public struct BilledInvoice: Sendable, Hashable {
  public var number: String
  /// The pseudonymous name of `InvoiceIssue.payer`.
  public var payer: String
  public var billTo: String
  public var termsDays: Int

  public init(number: String, payer: String, billTo: String, termsDays: Int) {
    self.number = number
    self.payer = payer
    self.billTo = billTo
    self.termsDays = termsDays
  }
}

extension JournalAccount {
  /// Whether what stands on it is between us and this payer: what is owed to us, or by us.
  func isBetweenUs(and payer: String) -> Bool { self == .receivable(payer) || self == .owed(to: payer) }
}
