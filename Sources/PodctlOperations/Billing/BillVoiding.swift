import PodctlCore
import PodctlGateways
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

  /// Finds the way; throws `transition_refused` for an invoice that is paid, void, or half-way out.
  public static func way(_ invoice: Invoice, _ issue: InvoiceIssue?, _ effects: [Effect]) throws(PodctlError) -> Way {
    let number = invoice.content.number
    switch (invoice.status, issue?.remoteID) {
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

  /// Withdraws where nothing has gone out; what was planned for it is given up.
  public static func withdraw(
    _ invoice: Invoice, _ issue: InvoiceIssue?, in tx: TenantTransaction, now: Instant
  ) throws {
    if var issue {
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

  /// Makes an issued invoice void at Stripe, once, and then here. What comes back is done, or says why it is not.
  public static func void(
    _ invoice: Invoice, _ issue: InvoiceIssue, remoteID: String, tenant: Tenant, driver: OutboxDriver,
    ids: any IdentifierSource, now: Instant
  ) throws -> Effect {
    let name = "\(invoice.content.number)/void"
    let isLive = issue.isLive ?? false
    let planned = try driver.plan(
      Effect(
        id: ids.next(Effect.self), name: name, chain: invoice.content.number, kind: .void, isLive: isLive,
        request: EffectRequest.post(StripePath.void(remoteID), StripeBody.nothing),
        keyStem: EffectRequest.keyStem(tenant: tenant.slug, isLive: isLive, name: name), plannedAt: now,
        progress: Effect.Progress(looksFirst: true)))
    let effect = try driver.settle(planned)
    if effect.state == .done {
      var void = issue
      void.status = .void
      void.updatedAt = now
      let saved = void
      try driver.write { tx in try IssueStore(tx).save(saved) }
    }
    return effect
  }
}
