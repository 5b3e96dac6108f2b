import PodctlCore

/// A credit note as it stands at Stripe. Amounts are minor units.
public struct StripeCreditNote: Sendable, Hashable {
  public var id: String
  public var invoice: String
  public var isVoid: Bool
  public var currency: String?
  public var createdAt: Instant
  /// Against what was owed, and against what was paid.
  public var beforePayment: Int64
  public var afterPayment: Int64
  /// What went back outside Stripe of what was paid.
  public var outside: Int64
  /// The refunds that it gave the money back by.
  public var refunds: [String]
  /// The name of the effect that made it; nil where somebody made it at the Dashboard.
  public var effect: String?

  /// Nil for an object that is no credit note.
  init?(_ note: StripeObject) {
    guard note.kind == "credit_note", let id = note.id, let invoice = note.reference("invoice"),
      let amount = note.integer("amount")
    else { return nil }
    self.id = id
    self.invoice = invoice
    isVoid = note.text("status") == "void"
    currency = note.text("currency")
    createdAt = Instant(seconds: note.integer("created") ?? 0)
    let isBefore = note.text("type") == "pre_payment"
    beforePayment = note.integer("pre_payment_amount") ?? (isBefore ? amount : 0)
    afterPayment = note.integer("post_payment_amount") ?? (isBefore ? 0 : amount)
    outside = note.integer("out_of_band_amount") ?? 0
    refunds =
      (note.list("refunds") ?? []).compactMap { $0.reference("refund") } + [note.reference("refund")].compactMap { $0 }
    effect = note.metadata(StripeMark.credit)
  }
}

extension StripeGateway {
  /// The credit notes of an invoice, or all, oldest first. Throws `service_unreachable` or `gateway_refused`.
  public func creditNotes(of invoice: String? = nil) throws(PodctlError) -> [StripeCreditNote] {
    let query = invoice.map { [FormField("invoice", .text($0))] } ?? []
    return try list(StripePath.creditNotes, query).compactMap(StripeCreditNote.init)
      .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
  }

  /// Every invoice that bears a tenant's mark, oldest first, drafts among them.
  public func invoices(of tenant: Slug) throws(PodctlError) -> [StripeInvoice] {
    try list(StripePath.invoices, []).compactMap(StripeInvoice.init).filter { $0.tenant == tenant.text }
      .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
  }

  func list(_ path: String, _ query: [FormField]) throws(PodctlError) -> [StripeObject] {
    do {
      return try client.all(path, query)
    } catch {
      throw StripeGateway.unread(path, error)
    }
  }
}
