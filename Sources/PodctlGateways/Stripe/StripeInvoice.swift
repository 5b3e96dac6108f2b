import PodctlCore

/// An invoice as it stands at Stripe.
public struct StripeInvoice: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    /// The invoice item (`ii_…`) behind the line; a line's own id (`il_…`) is another one.
    public var item: String?
    public var amount: Int64?
    public var currency: String?
  }

  public var id: String
  public var status: String
  public var customer: String?
  public var currency: String?
  public var total: Int64?
  public var number: String?
  public var hostedURL: String?
  /// Our own number and hash, from the metadata.
  public var reference: String?
  public var contentHash: String?
  public var advancesByItself: Bool?
  public var collectionMethod: String?
  /// All that came for it, by Stripe or told to Stripe.
  public var amountPaid: Int64?
  /// Credit notes before and after it was paid.
  public var creditedBefore: Int64?
  public var creditedAfter: Int64?
  public var paidAt: Instant?
  public var tenant: String?
  public var createdAt: Instant

  /// Nil for an object that is no invoice.
  init?(_ object: StripeObject) {
    guard let id = object.id, let status = object.text("status") else { return nil }
    self.id = id
    self.status = status
    customer = object.reference("customer")
    currency = object.text("currency")
    total = object.integer("total")
    number = object.text("number")
    hostedURL = object.text("hosted_invoice_url")
    reference = object.metadata(StripeMark.invoice)
    contentHash = object.metadata(StripeMark.content)
    tenant = object.metadata(StripeMark.tenant)
    createdAt = Instant(seconds: object.integer("created") ?? 0)
    advancesByItself = object.flag("auto_advance")
    collectionMethod = object.text("collection_method")
    amountPaid = object.integer("amount_paid")
    creditedBefore = object.integer("pre_payment_credit_notes_amount")
    creditedAfter = object.integer("post_payment_credit_notes_amount")
    paidAt = object.object("status_transitions")?.integer("paid_at").map { Instant(seconds: $0) }
  }
}

extension StripeGateway {
  /// Reads an invoice back. Throws `service_unreachable` or `gateway_refused`; nil where there is none of that id.
  public func invoice(_ id: String) throws(PodctlError) -> StripeInvoice? {
    let object: StripeObject
    do {
      object = try client.get("/v1/invoices/\(id)").found("invoice", isLive: client.isLive)
    } catch {
      if case .absent = error { return nil }
      throw StripeGateway.unread(id, error)
    }
    guard let invoice = StripeInvoice(object) else {
      throw StripeGateway.unread(id, .unclear("an invoice without a status"))
    }
    return invoice
  }

  /// The lines of an invoice, all pages of them.
  public func lines(of id: String) throws(PodctlError) -> [StripeInvoice.Line] {
    do {
      return try client.all("/v1/invoices/\(id)/lines", []).map { line in
        StripeInvoice.Line(
          item: line.object("parent")?.object("invoice_item_details")?.reference("invoice_item"),
          amount: line.integer("amount"), currency: line.text("currency"))
      }
    } catch {
      throw StripeGateway.unread(id, error)
    }
  }

  static func unread(_ what: String, _ miss: StripeMiss) -> PodctlError {
    switch miss {
    case .barred(let reason): PodctlError(.gatewayRefused, "Stripe does not let us read \(what): \(reason)")
    case .absent(let reason), .unclear(let reason):
      PodctlError(.serviceUnreachable, "Stripe's \(what) cannot be read: \(reason)", hint: "run it again later")
    }
  }
}
