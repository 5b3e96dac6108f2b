import PodctlCore
import PodctlGateways
import PodctlStore

/// Takes up invoices that stand at Stripe and are unknown here, after the database was lost or brought back from a
/// backup: each month is drafted again, oldest first, and a draft that is the invoice at Stripe to the cent becomes it.
public final class LedgerRebuilding {
  /// How it went with one invoice.
  public struct Result: Sendable, Hashable {
    public var number: String
    public var remoteID: String
    /// Nil where it was taken up.
    public var reason: String?
  }

  private let tenant: Tenant
  private let gateway: StripeGateway
  private let driver: OutboxDriver
  private let ids: any IdentifierSource
  private let time: OutboxTime

  public init(
    _ tenant: Tenant, gateway: StripeGateway, driver: OutboxDriver, ids: any IdentifierSource, time: OutboxTime
  ) {
    self.tenant = tenant
    self.gateway = gateway
    self.driver = driver
    self.ids = ids
    self.time = time
  }

  /// The numbers of final invoices at Stripe that no invoice here has. A database that lost them would bill them again.
  public func strangers() throws -> [String] {
    let remote = try gateway.invoices(of: tenant.slug).filter(LedgerRebuilding.isFinal)
    let known = Set(try driver.write { tx in try InvoiceStore(tx).numbers() })
    return Set(remote.compactMap(\.reference)).subtracting(known).sorted()
  }

  public func rebuild() throws -> [Result] {
    let remote = try gateway.invoices(of: tenant.slug).filter(LedgerRebuilding.isFinal)
    let allNotes = try gateway.creditNotes()
    let notes = Dictionary(grouping: allNotes, by: \.invoice)
    let refunds = Dictionary(grouping: try gateway.refunds(beside: allNotes) ?? [], by: \.invoice)
    let missing = try driver.write { tx in
      try remote.filter { invoice in
        guard let number = invoice.reference, let known = try InvoiceStore(tx).find(number) else { return true }
        return try IssueStore(tx).find(known.id)?.remoteID == nil
      }
    }
    var results: [Result] = []
    for (month, invoices) in Dictionary(grouping: missing, by: month(of:)).sorted(by: { $0.key < $1.key }) {
      guard let period = try? Period(month: month, zone: tenant.zone) else {
        results += invoices.map { result($0, "its number names no month of this tenant") }
        continue
      }
      // A revision can be drafted once the one before it is here.
      for invoice in invoices.sorted(by: { ($0.revision ?? 0, $0.id) < ($1.revision ?? 0, $1.id) }) {
        let isAlone = invoices.count { $0.reference == invoice.reference && $0.status != "void" } <= 1
        results.append(
          isAlone || invoice.status == "void"
            ? try take(invoice, notes[invoice.id] ?? [], refunds[invoice.id] ?? [], period)
            : result(invoice, "there are two of this number"))
      }
    }
    return results
  }

  private func take(_ remote: StripeInvoice, _ notes: [StripeCreditNote], _ refunds: [StripeRefund], _ period: Period)
    throws -> Result
  {
    let lines = try gateway.lines(of: remote.id)
    return try driver.write { tx in
      let now = time.now()
      let store = InvoiceStore(tx)
      if let known = try store.find(remote.reference ?? ""), try IssueStore(tx).find(known.id) != nil {
        return result(remote, "it is approved here, and bill issue goes on with it")
      }
      _ = try BillDrafting.redraft(tenant, period, in: tx, ids: ids, now: now)
      guard let number = remote.reference, let invoice = try store.find(number), invoice.status == .draft else {
        return result(remote, "no order of this tenant makes a draft of this number")
      }
      let content = invoice.content
      let isSame =
        content.total.minor == remote.total && content.currency.code.lowercased() == remote.currency
        && lines.compactMap(\.amount).sorted() == content.charges.map(\.amountMinor).sorted()
      guard isSame else {
        let there = remote.total.map { "\(Money(minor: $0, content.currency))" } ?? "nothing"
        return result(remote, "today's figures make \(content.total) of it, and \(there) stands at Stripe")
      }
      let order = try InvoiceSearch.order(of: invoice, in: tx)
      let email = try order.payer?.email ?? SponsorStore(tx).find(order.sponsor)?.contactEmail
      _ = try IssueStore(tx).insert(
        InvoiceIssue(
          invoice: invoice.id, contentHash: try InvoiceHash.of(content),
          payer: InvoiceHash.payer(order, billTo: content.billTo),
          payerEmail: email ?? "", approvedAt: remote.createdAt))
      guard var standing = try InvoiceStanding.of(invoice, in: tx) else { return result(remote, "it was not stored") }
      standing.issue.isLive = gateway.isLive
      // It is with its payer: nothing of it is sent again.
      standing.issue.issuedAt = remote.finalizedAt ?? remote.createdAt
      let books = InvoiceBooks(tenant, in: tx, ids: ids, now: now)
      _ = try books.take(remote, notes: notes, refunds: refunds, &standing)
      return result(remote, nil)
    }
  }

  private func result(_ remote: StripeInvoice, _ reason: String?) -> Result {
    Result(number: remote.reference ?? remote.id, remoteID: remote.id, reason: reason)
  }

  /// The month that an invoice's number names after its tenant: `ACME-2026-10-IO-1`.
  private func month(of invoice: StripeInvoice) -> String {
    let start = "\(tenant.slug)-".uppercased()
    let number = invoice.reference ?? ""
    return number.hasPrefix(start) ? String(number.dropFirst(start.count).prefix(7)) : ""
  }

  private static func isFinal(_ invoice: StripeInvoice) -> Bool {
    ["open", "paid", "uncollectible", "void"].contains(invoice.status)
  }
}
