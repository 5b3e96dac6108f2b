import PodctlCore
import PodctlStore

/// Lets drafts go out, as far as they are within bounds.
public enum BillApproving {
  /// What came of looking at one draft.
  public struct Decision: Sendable, Hashable {
    public var content: InvoiceContent
    public var order: BilledOrder
    /// Nothing found: it is approved, unless it was only looked at.
    public var findings: [BillBounds.Finding]

    /// Over nothing: there is nothing to send, and nothing for a person to look at. It stays a draft, whose lines count
    /// as billed.
    public var isSkipped: Bool { findings.contains(.zero) }
    public var isParked: Bool { !findings.isEmpty && !isSkipped }

    public var word: String { isSkipped ? "skipped" : isParked ? "parked" : "approved" }
  }

  /// Looks at the drafts of a month, or those of some numbers, and approves the ones that nothing speaks against.
  /// `waived` findings are let pass. Approving what is approved changes nothing and is not listed.
  public static func approve(
    _ tenant: Tenant, period: Period?, numbers: [String], waived: Set<BillBounds.Finding>, graceDays: Int,
    in tx: TenantTransaction, now: Instant
  ) throws -> [Decision] {
    let store = InvoiceStore(tx)
    var invoices = try period.map { try store.all(from: $0.start, to: $0.last) } ?? []
    for number in numbers where !invoices.contains(where: { $0.content.number == number }) {
      guard let invoice = try store.find(number) else { throw try InvoiceSearch.missing(number, tenant, in: tx) }
      invoices.append(invoice)
    }
    if !numbers.isEmpty { invoices = invoices.filter { numbers.contains($0.content.number) } }
    let today = tenant.zone.day(of: now)
    return try invoices.filter { $0.status == .draft }.map { invoice in
      let content = invoice.content
      let order = try InvoiceSearch.order(of: invoice, in: tx)
      let email = try order.payer?.email ?? SponsorStore(tx).find(order.sponsor)?.contactEmail
      let findings = BillBounds.findings(
        content, previousMinor: try store.previousTotal(of: content.order, before: content.firstDay),
        isEarly: today <= content.lastDay.advanced(by: graceDays), email: email
      ).filter { !(waived.contains($0) && $0.canBeWaived) }
      if findings.isEmpty {
        let issue = InvoiceIssue(
          invoice: invoice.id, contentHash: try InvoiceHash.of(content),
          payer: InvoiceHash.payer(order, billTo: content.billTo), payerEmail: email ?? "", approvedAt: now)
        _ = try IssueStore(tx).insert(issue)
      }
      return Decision(content: content, order: order, findings: findings)
    }
  }
}

/// Finds invoices for those who name them.
public enum InvoiceSearch {
  public static func missing(_ number: String, _ tenant: Tenant, in tx: TenantTransaction) throws -> PodctlError {
    PodctlError(
      .invoiceNotFound, "invoice \"\(number)\" not found for tenant \(tenant.slug)",
      hint: Suggestion.nearest(to: number, among: try InvoiceStore(tx).numbers()).map { "did you mean \"\($0)\"?" },
      commands: ["podctl bill list --tenant \(tenant.slug)"], context: [.init("number", number)])
  }

  public static func order(of invoice: Invoice, in tx: TenantTransaction) throws -> BilledOrder {
    guard let order = try InvoiceStore(tx).order(invoice.content.order) else {
      throw PodctlError(.internalFault, "invoice \"\(invoice.content.number)\" has lost its insertion order")
    }
    return order
  }
}
