/// What became of an approved invoice. Its lines are fixed: what changes later goes on a new revision.
public struct InvoiceIssue: Sendable, Hashable {
  public var invoice: Identifier<Invoice>
  public var status: Invoice.Status
  /// SHA-256 of the content that was approved.
  public var contentHash: String
  /// Who pays, as the service's metadata names them; nothing personal.
  public var payer: String
  public var payerEmail: String
  public var approvedAt: Instant
  /// Whether it goes out with a live key; nil before it was first tried.
  public var isLive: Bool?
  public var remoteID: String?
  public var remoteNumber: String?
  public var hostedURL: String?
  public var issuedAt: Instant?
  public var updatedAt: Instant

  public init(
    invoice: Identifier<Invoice>, status: Invoice.Status = .approved, contentHash: String, payer: String,
    payerEmail: String, approvedAt: Instant
  ) {
    self.invoice = invoice
    self.status = status
    self.contentHash = contentHash
    self.payer = payer
    self.payerEmail = payerEmail
    self.approvedAt = approvedAt
    updatedAt = approvedAt
  }
}
