import PodctlCore

/// The bodies of requests, made of what was approved and nothing else: the same invoice gives the same bytes at any time.
public enum StripeBody {
  public static func customer(tenant: Slug, payer: String, name: String, email: String) -> [UInt8] {
    FormBody.encoded([
      FormField("name", .text(name)), FormField("email", .text(email)),
      FormField("metadata", marks([(StripeMark.tenant, tenant.text), (StripeMark.payer, payer)])),
    ])
  }

  /// A draft that stays one until it is finalized by name, and takes up nothing that lies about.
  public static func invoice(_ content: InvoiceContent, hash: String, tenant: Slug, customer: String) -> [UInt8] {
    var fields = [("Reference", content.number), ("Period", "\(content.firstDay) to \(content.lastDay)")]
    if let number = content.poNumber { fields.append(("PO", String(number.prefix(140)))) }
    return FormBody.encoded([
      FormField("customer", .text(customer)), FormField("currency", .text(content.currency.code.lowercased())),
      FormField("collection_method", .text("send_invoice")),
      FormField("days_until_due", .integer(Int64(content.termsDays))), FormField("auto_advance", .flag(false)),
      FormField("pending_invoice_items_behavior", .text("exclude")),
      FormField(
        "custom_fields",
        .list(
          fields.map { .object([FormField("name", .text($0.0)), FormField("value", .text($0.1))]) })),
      FormField(
        "metadata",
        marks([
          (StripeMark.tenant, tenant.text), (StripeMark.invoice, content.number),
          (StripeMark.revision, "\(content.revision)"), (StripeMark.content, hash),
        ])),
    ])
  }

  /// One charge, attached to its invoice by name; `number` counts from 1. Units, commission and tax stand in the words,
  /// the amount is ours.
  public static func line(
    _ number: Int, of content: InvoiceContent, tenant: Slug, customer: String, invoice: String
  ) -> [UInt8] {
    let charge = content.charges[number - 1]
    return FormBody.encoded([
      FormField("customer", .text(customer)), FormField("invoice", .text(invoice)),
      FormField("amount", .integer(charge.amountMinor)),
      FormField("currency", .text(content.currency.code.lowercased())),
      FormField("description", .text(description(of: charge, content.currency))),
      FormField("discountable", .flag(false)),
      FormField(
        "metadata", marks([(StripeMark.tenant, tenant.text), (StripeMark.line, "\(content.number)/\(number)")])),
    ])
  }

  private static func description(of charge: InvoiceCharge, _ currency: Currency) -> String {
    switch charge.kind {
    case .commission(let rate): "Agency commission, \(rate) %"
    case .tax(let tax): "\(tax.name), \(tax.rate) %"
    case .line(let line): "\(line.description): \(price(of: line, currency))"
    }
  }

  private static func price(of line: InvoiceLine, _ currency: Currency) -> String {
    let rate = Money(minor: line.rateMinor, currency)
    switch line.priceModel {
    case .cpm:
      let tiers = (line.evidence.tiers ?? []).map {
        ", after \($0.after) at \(Money(minor: $0.rateMinor, currency))"
      }
      return "\(line.units) at \(rate) per thousand\(tiers.joined())"
    case .cpa: return "\(line.units) at \(rate) each"
    case .spot: return "\(line.units) at \(rate) a spot"
    case .flat: return "flat fee"
    }
  }

  public static let finalize = FormBody.encoded([FormField("auto_advance", .flag(false))])

  /// Paid by cheque or transfer: Stripe charges nobody.
  public static let paidOutside = FormBody.encoded([FormField("paid_out_of_band", .flag(true))])

  /// A credit note. Against an open invoice it lowers what is owed; on a paid one the money goes back by Stripe, or
  /// outside it.
  public static func creditNote(_ credit: InvoiceCredit, of number: String, tenant: Slug, invoice: String) -> [UInt8] {
    var fields = [FormField("invoice", .text(invoice)), FormField("amount", .integer(credit.amount.minor))]
    switch credit.source {
    case .stripe?: fields.append(FormField("refund_amount", .integer(credit.amount.minor)))
    case .outside?: fields.append(FormField("out_of_band_amount", .integer(credit.amount.minor)))
    case nil: break
    }
    if let reason = credit.reason { fields.append(FormField("reason", .text(reason.rawValue))) }
    if let memo = credit.memo { fields.append(FormField("memo", .text(memo))) }
    fields.append(
      FormField(
        "metadata", marks([(StripeMark.tenant, tenant.text), (StripeMark.credit, credit.effectName(number))])))
    return FormBody.encoded(fields)
  }

  /// `send`, `void` and `mark_uncollectible` say all in their path.
  public static let nothing: [UInt8] = []

  private static func marks(_ marks: [(String, String)]) -> FormValue {
    .object(marks.map { FormField($0.0, .text($0.1)) })
  }
}
