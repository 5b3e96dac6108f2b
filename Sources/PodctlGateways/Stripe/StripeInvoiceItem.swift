import PodctlCore

/// One charge of an invoice as it stands at Stripe, with the mark that podctl gave it.
public struct StripeInvoiceItem: Sendable, Hashable {
  public var id: String
  public var invoice: String
  /// Which line of which invoice it is (`NUMBER/LINE`); nil where somebody else added it.
  public var mark: String?
  public var amount: Int64?
  public var currency: String?
  public var description: String?

  /// Nil for what is no item of an invoice.
  init?(_ object: StripeObject) {
    guard object.kind == "invoiceitem", let id = object.id, let invoice = object.reference("invoice") else {
      return nil
    }
    self.id = id
    self.invoice = invoice
    mark = object.metadata(StripeMark.line)
    amount = object.integer("amount")
    currency = object.text("currency")
    description = object.text("description")
  }

  /// The charge of an invoice as podctl asks for it; `number` counts from 1.
  public init(_ number: Int, of content: InvoiceContent, invoice: String) {
    let charge = content.charges[number - 1]
    id = ""
    self.invoice = invoice
    mark = StripeBody.mark(number, of: content)
    amount = charge.amountMinor
    currency = content.currency.code.lowercased()
    description = StripeBody.description(of: charge, content.currency)
  }
}

extension StripeGateway {
  /// An account has far more items than invoices.
  private static let mostItemPages = 1000

  /// The items of every invoice of the account, oldest first. Throws `service_unreachable` or `gateway_refused`.
  public func items() throws(PodctlError) -> [StripeInvoiceItem] {
    do {
      return try client.all(StripePath.lines, [], mostPages: StripeGateway.mostItemPages)
        .compactMap(StripeInvoiceItem.init).reversed()
    } catch {
      throw StripeGateway.unread(StripePath.lines, error)
    }
  }
}
