/// Money that came for an invoice.
public struct InvoicePayment: Sendable, Hashable {
  public enum Method: String, Sendable, CaseIterable {
    case stripe, cheque, ach, wire
  }

  public var id: Identifier<InvoicePayment>
  public var invoice: Identifier<Invoice>
  /// Unique in its tenant: the same payment told of twice is one.
  public var name: String
  public var method: Method
  /// The cheque's number, the trace of the transfer, or Stripe's invoice.
  public var reference: String
  public var amount: Money
  public var receivedOn: Day
  public var recordedAt: Instant

  public init(
    id: Identifier<InvoicePayment>, invoice: Identifier<Invoice>, name: String, method: Method, reference: String,
    amount: Money, receivedOn: Day, recordedAt: Instant
  ) {
    self.id = id
    self.invoice = invoice
    self.name = name
    self.method = method
    self.reference = reference
    self.amount = amount
    self.receivedOn = receivedOn
    self.recordedAt = recordedAt
  }
}
