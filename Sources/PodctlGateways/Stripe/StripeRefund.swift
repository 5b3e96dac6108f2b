import PodctlCore

/// Money that went back at Stripe, without a credit note that says so. Amounts are minor units.
public struct StripeRefund: Sendable, Hashable {
  public var id: String
  public var invoice: String
  public var amount: Int64
  public var createdAt: Instant
}

extension StripeGateway {
  /// The refunds of the account that no credit note names and whose payment was an invoice's, oldest first; nil where the
  /// key may not read them. Throws `service_unreachable`, and `gateway_refused` for what it must read.
  public func refunds(beside notes: [StripeCreditNote]) throws(PodctlError) -> [StripeRefund]? {
    guard let all = try stray([], beside: notes) else { return nil }
    var invoices: [String: String] = [:]
    var refunds: [StripeRefund] = []
    for object in all {
      guard let payment = object.reference("payment_intent") else { continue }
      if invoices[payment] == nil { invoices[payment] = try invoice(ofPayment: payment) }
      if let invoice = invoices[payment], let refund = StripeRefund(object, of: invoice) { refunds.append(refund) }
    }
    return refunds
  }

  /// The same of one invoice; none is asked for where Stripe never had money of it.
  public func refunds(of invoice: StripeInvoice, beside notes: [StripeCreditNote]) throws(PodctlError)
    -> [StripeRefund]?
  {
    guard (invoice.amountPaid ?? 0) > (invoice.paidOutside ?? 0) else { return [] }
    var refunds: [StripeRefund] = []
    for payment in try list(StripePath.payments, [FormField("invoice", .text(invoice.id))]) {
      guard let intent = payment.object("payment")?.reference("payment_intent") else { continue }
      guard let all = try stray([FormField("payment_intent", .text(intent))], beside: notes) else { return nil }
      refunds += all.compactMap { StripeRefund($0, of: invoice.id) }
    }
    return refunds
  }

  /// The invoice that a payment was for; nil where it was for none.
  public func invoice(ofPayment intent: String) throws(PodctlError) -> String? {
    let payment = FormField(
      "payment",
      .object([FormField("type", .text("payment_intent")), FormField("payment_intent", .text(intent))]))
    return try list(StripePath.payments, [payment]).first?.reference("invoice")
  }

  private func stray(_ query: [FormField], beside notes: [StripeCreditNote]) throws(PodctlError) -> [StripeObject]? {
    let named = Set(notes.flatMap(\.refunds))
    do {
      return try client.all(StripePath.refunds, query).reversed().filter { refund in
        refund.id.map { !named.contains($0) } ?? false
          && !["failed", "canceled"].contains(refund.text("status") ?? "")
      }
    } catch {
      if case .barred = error { return nil }
      throw StripeGateway.unread(StripePath.refunds, error)
    }
  }
}

extension StripeRefund {
  init?(_ object: StripeObject, of invoice: String) {
    guard let id = object.id, let amount = object.integer("amount") else { return nil }
    self.init(
      id: id, invoice: invoice, amount: amount, createdAt: Instant(seconds: object.integer("created") ?? 0))
  }
}
