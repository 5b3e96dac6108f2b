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
        "metadata", marks([(StripeMark.tenant, tenant.text), (StripeMark.line, mark(number, of: content))])),
    ])
  }

  /// By which a line is known at Stripe; `number` counts from 1.
  static func mark(_ number: Int, of content: InvoiceContent) -> String { "\(content.number)/\(number)" }

  /// What a line's frozen form says to people; nil for what is no form of a line.
  public static func words(ofLine body: [UInt8]) -> String? {
    FormBody.decoded(body)?.first { $0.name == "description" }?.value
  }

  static func description(of charge: InvoiceCharge, _ currency: Currency) -> String {
    switch charge.kind {
    case .commission(let rate): "Agency commission, \(rate) %"
    case .tax(let tax): description(of: tax)
    case .line(let line): "\(line.description): \(price(of: line, currency))"
    }
  }

  private static func description(of tax: Payer.Tax) -> String { "\(tax.name), \(tax.rate) %" }

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
  /// outside it. The tax within it stands on a line of its own.
  public static func creditNote(
    _ credit: InvoiceCredit, of content: InvoiceContent, tenant: Slug, invoice: String
  ) -> [UInt8] {
    let number = content.number
    var fields = [FormField("invoice", .text(invoice))]
    if let taxed = credit.taxMinor, taxed > 0, let tax = content.terms?.tax {
      let parts = [
        ("Credit of \(number)", credit.amount.minor - taxed), (description(of: tax), taxed),
      ].filter { $0.1 > 0 }
      fields.append(
        FormField(
          "lines",
          .list(
            parts.map {
              .object([
                FormField("type", .text("custom_line_item")), FormField("description", .text($0.0)),
                FormField("quantity", .integer(1)), FormField("unit_amount", .integer($0.1)),
              ])
            })))
    } else {
      fields.append(FormField("amount", .integer(credit.amount.minor)))
    }
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

  /// What a credit note's form is over: its amount, or what its lines come to.
  public static func amount(ofCreditNote form: [String: String]) -> Int64? {
    if let amount = form["amount"] { return Int64(amount) }
    let lines = form.filter { $0.key.hasPrefix("lines[") && $0.key.hasSuffix("][unit_amount]") }
    return lines.isEmpty ? nil : lines.values.compactMap { Int64($0) }.reduce(0, +)
  }

  /// `send`, `void` and `mark_uncollectible` say all in their path.
  public static let nothing: [UInt8] = []

  private static func marks(_ marks: [(String, String)]) -> FormValue {
    .object(marks.map { FormField($0.0, .text($0.1)) })
  }
}
