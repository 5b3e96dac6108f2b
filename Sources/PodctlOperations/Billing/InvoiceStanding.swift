import PodctlCore
import PodctlStore

/// An approved invoice with all that happened to its money.
public struct InvoiceStanding: Sendable {
  public var invoice: Invoice
  public var issue: InvoiceIssue
  public var payments: [InvoicePayment]
  public var credits: [InvoiceCredit]

  public var number: String { invoice.content.number }

  public var balance: InvoiceBalance {
    InvoiceBalance(
      invoice.content.total, payments: payments, credits: credits, isWrittenOff: issue.status == .uncollectible)
  }

  /// As much of one more credit note or refund as is tax; nil where the invoice bears none.
  func tax(of credit: InvoiceCredit, in tx: TenantTransaction) throws -> Int64? {
    guard invoice.content.taxes.minor > 0 else { return nil }
    return CreditTax(
      invoice.content, payer: issue.payer, entries: try JournalStore(tx).entries(of: invoice.id),
      planned: credits.filter { $0.id != credit.id }
    ).share(of: credit.amount.minor, credit.kind)
  }

  /// Where a tax within credit notes is booked; nil where the invoice bears none.
  func taxAccount(_ minor: Int64?) -> (account: JournalAccount, minor: Int64)? {
    minor.map { (.tax(invoice.content.terms?.tax?.name ?? ""), $0) }
  }

  /// Reads it; nil for a draft, which no money belongs to.
  static func of(_ invoice: Invoice, in tx: TenantTransaction) throws -> InvoiceStanding? {
    guard let issue = try IssueStore(tx).find(invoice.id) else { return nil }
    return InvoiceStanding(
      invoice: invoice, issue: issue, payments: try PaymentStore(tx).all(of: invoice.id),
      credits: try CreditStore(tx).all(of: invoice.id))
  }

  /// Finds an issued invoice by its number. Throws `invoice_not_found`, or `transition_refused` for one that is not
  /// with its payer yet.
  public static func issued(_ number: String, _ tenant: Tenant, in tx: TenantTransaction) throws -> InvoiceStanding {
    guard let invoice = try InvoiceStore(tx).find(number) else {
      throw try InvoiceSearch.missing(number, tenant, in: tx)
    }
    guard let standing = try of(invoice, in: tx), standing.issue.remoteID != nil else {
      throw PodctlError(
        .transitionRefused, "invoice \(number) is \(invoice.status.rawValue) and not with its payer yet",
        hint: "it takes part in nothing of money before it is issued",
        commands: ["podctl bill issue --tenant \(tenant.slug)"], context: [.init("number", number)])
    }
    return standing
  }
}
