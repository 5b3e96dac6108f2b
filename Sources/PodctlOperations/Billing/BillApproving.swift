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
    /// What today's figures say, a sentence for each finding that rests on them.
    public var reasons: [String]

    /// Over nothing: there is nothing to send, and nothing for a person to look at, unless its figures have changed. It
    /// stays a draft, whose lines count as billed.
    public var isSkipped: Bool { findings.contains(.zero) && !findings.contains(.stale) }
    public var isParked: Bool { !findings.isEmpty && !isSkipped }

    public var word: String { isSkipped ? "skipped" : isParked ? "parked" : "approved" }
  }

  /// Looks at the drafts of a month, or those of some numbers, and approves the ones that nothing speaks against: each is
  /// planned again in this transaction, and has to be what its figures say now. `waived` findings are let pass. Approving
  /// what is approved changes nothing and is not listed. Throws `period_not_over` or `period_not_begun`, and then approves
  /// nothing.
  public static func approve(
    _ tenant: Tenant, period: Period?, numbers: [String], waived: Set<BillBounds.Finding>, graceDays: Int,
    in tx: TenantTransaction, now: Instant
  ) throws -> [Decision] {
    if let period { try BillMonth.requireOver(period, at: now) }
    let store = InvoiceStore(tx)
    try store.lockDrafts()
    let drafts = try invoices(period, numbers, tenant, in: tx).filter { $0.status == .draft }
    var surveys: [Period: DraftSurvey] = [:]
    for draft in drafts {
      let content = draft.content
      let period = try Period(first: content.firstDay, last: content.lastDay, zone: tenant.zone)
      guard surveys[period] == nil else { continue }
      try BillMonth.requireOver(period, at: now)
      surveys[period] = try DraftSurvey(tenant, period, in: tx)
    }
    let today = tenant.zone.day(of: now)
    return try drafts.map { invoice in
      let content = invoice.content
      let order = try InvoiceSearch.order(of: invoice, in: tx)
      let email = try order.payer?.email ?? SponsorStore(tx).find(order.sponsor)?.contactEmail
      let period = try Period(first: content.firstDay, last: content.lastDay, zone: tenant.zone)
      let review = try surveys[period]?.review(content) ?? BillReview(today: nil)
      let findings = BillBounds.findings(
        content, previousMinor: try store.previousTotal(of: content.order, before: content.firstDay),
        isEarly: today <= content.lastDay.advanced(by: graceDays), email: email, review: review
      ).filter { !(waived.contains($0) && $0.canBeWaived) }
      if findings.isEmpty {
        let issue = InvoiceIssue(
          invoice: invoice.id, contentHash: try InvoiceHash.of(content),
          payer: InvoiceHash.payer(order, billTo: content.billTo), payerEmail: email ?? "", approvedAt: now)
        _ = try IssueStore(tx).insert(issue)
      }
      return Decision(
        content: content, order: order, findings: findings, reasons: review.reasons(for: content, findings))
    }
  }

  /// Those of a month, of some numbers, or of some numbers of a month; throws `invoice_not_found`.
  private static func invoices(
    _ period: Period?, _ numbers: [String], _ tenant: Tenant, in tx: TenantTransaction
  ) throws -> [Invoice] {
    let store = InvoiceStore(tx)
    var invoices = try period.map { try store.all(from: $0.start, to: $0.last) } ?? []
    guard !numbers.isEmpty else { return invoices }
    for number in numbers where !invoices.contains(where: { $0.content.number == number }) {
      guard let invoice = try store.find(number) else { throw try InvoiceSearch.missing(number, tenant, in: tx) }
      invoices.append(invoice)
    }
    return invoices.filter { numbers.contains($0.content.number) }
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
