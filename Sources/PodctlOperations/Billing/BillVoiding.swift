import PodctlCore
import PodctlStore

/// Withdraws invoices: here where nothing has gone out, at Stripe where it has.
public enum BillVoiding {
  /// What withdrawing an invoice takes.
  public enum Way: Sendable, Hashable {
    /// Only our own record changes.
    case here
    /// The invoice of this id is made void at Stripe first.
    case there(remoteID: String)
  }

  /// Finds the way; throws `transition_refused` for an invoice that is paid, in part or whole, void, or half-way out.
  public static func way(
    _ invoice: Invoice, _ standing: InvoiceStanding?, _ effects: [Effect]
  ) throws(PodctlError) -> Way {
    let number = invoice.content.number
    guard standing?.balance.paidInAll ?? 0 == 0 || invoice.status == .void else {
      throw PodctlError(
        .transitionRefused, "invoice \(number) has payments and cannot be made void",
        hint: "what was paid goes back with bill refund", commands: ["podctl bill refund"])
    }
    switch (invoice.status, standing?.issue.remoteID) {
    case (.draft, _): return .here
    // As long as nothing is said about finalizing, a draft at Stripe goes nowhere.
    case (.approved, nil) where !effects.contains(where: { $0.kind == .finalize }): return .here
    case (.approved, _):
      throw PodctlError(
        .transitionRefused, "invoice \(number) is half-way to its payer",
        hint: "let it be issued first, then make it void",
        commands: ["podctl bill issue"])
    case (.open, let id?), (.uncollectible, let id?): return .there(remoteID: id)
    default:
      throw PodctlError(.transitionRefused, "invoice \(number) is \(invoice.status.rawValue) and cannot be made void")
    }
  }

  /// Reads what `way` looks at.
  public static func survey(
    _ number: String, _ tenant: Tenant, in tx: TenantTransaction
  ) throws -> (Invoice, InvoiceStanding?, [Effect]) {
    guard let invoice = try InvoiceStore(tx).find(number) else {
      throw try InvoiceSearch.missing(number, tenant, in: tx)
    }
    let outbox = OutboxStore(tx)
    return (
      invoice, try InvoiceStanding.of(invoice, in: tx),
      try outbox.chain(number, isLive: false) + outbox.chain(number, isLive: true)
    )
  }

  /// Withdraws where nothing has gone out; what was planned for it is given up. Throws `transition_refused` for a draft
  /// that somebody has approved since it was looked at.
  public static func withdraw(
    _ invoice: Invoice, _ standing: InvoiceStanding?, in tx: TenantTransaction, now: Instant
  ) throws {
    try InvoiceStore(tx).lockDrafts()
    if try standing == nil && IssueStore(tx).find(invoice.id) != nil {
      throw PodctlError(
        .transitionRefused, "invoice \(invoice.content.number) was approved by another run meanwhile",
        hint: "look at it again", commands: ["podctl bill show \(invoice.content.number)"])
    }
    if var issue = standing?.issue {
      issue.status = .void
      issue.updatedAt = now
      try IssueStore(tx).save(issue)
    }
    try InvoiceStore(tx).makeVoid(invoice.id)
    for isLive in [false, true] {
      for var effect in try OutboxStore(tx).chain(invoice.content.number, isLive: isLive) where !effect.isSettled {
        if effect.resolve(.failed, at: now) { try OutboxStore(tx).save(effect) }
      }
    }
  }
}
