import PodctlCore
import PodctlGateways
import PodctlStore

/// Makes credit notes and refunds, each once, by Stripe.
public enum InvoiceCrediting {
  /// What is asked for.
  public struct Request: Sendable {
    public var kind: InvoiceCredit.Kind
    public var amount: Money
    /// The same reference is the same credit note.
    public var reference: String
    /// For a refund; nil for where the money came from, as long as that is one place.
    public var source: InvoiceCredit.Source?
    public var reason: InvoiceCredit.Reason?
    public var memo: String?

    public init(
      _ kind: InvoiceCredit.Kind, _ amount: Money, reference: String, source: InvoiceCredit.Source? = nil,
      reason: InvoiceCredit.Reason? = nil, memo: String? = nil
    ) {
      self.kind = kind
      self.amount = amount
      self.reference = reference
      self.source = source
      self.reason = reason
      self.memo = memo
    }
  }

  /// Writes a credit note down within its bound, or gives the one of its reference that stands. Throws
  /// `amount_exceeded` over the bound, `transition_refused` for an invoice in another state, `credit_exists` where the
  /// reference means another one. A trial stores nothing.
  public static func plan(
    _ request: Request, _ number: String, _ tenant: Tenant, in tx: TenantTransaction, id: Identifier<InvoiceCredit>,
    now: Instant, isTrial: Bool = false
  ) throws -> (credit: InvoiceCredit, standing: InvoiceStanding) {
    var standing = try InvoiceStanding.issued(number, tenant, in: tx)
    if let known = standing.credits.first(where: { $0.kind == request.kind && $0.reference == request.reference }) {
      guard known.amount == request.amount, request.source == nil || request.source == known.source,
        request.reason == known.reason, request.memo == known.memo
      else {
        throw PodctlError(
          .creditExists, "\(number) has a \(request.kind.rawValue) \(request.reference) over \(known.amount) already",
          hint: "give another one a --reference of its own", context: [.init("number", number)])
      }
      return (known, standing)
    }
    let source = try admit(request, standing, of: tenant)
    var credit = InvoiceCredit(
      id: id, invoice: standing.invoice.id, kind: request.kind, reference: request.reference, source: source,
      amount: request.amount, reason: request.reason, memo: request.memo, plannedAt: now)
    credit.taxMinor = try standing.tax(of: credit, in: tx)
    if !isTrial { try CreditStore(tx).insert(credit) }
    standing.credits.append(credit)
    return (credit, standing)
  }

  /// Where a refund goes back to; nil for a credit.
  private static func admit(
    _ request: Request, _ standing: InvoiceStanding, of tenant: Tenant
  ) throws(PodctlError) -> InvoiceCredit.Source? {
    let (balance, number) = (standing.balance, standing.number)
    func refuse(_ most: Int64, _ what: String) -> PodctlError {
      PodctlError(
        .amountExceeded, "\(request.amount) is more than the \(Money(minor: most, balance.total.currency)) \(what)",
        hint: "see how the invoice stands, and ask for no more than that",
        commands: ["podctl bill show --tenant \(tenant.slug) \(number)"], context: [.init("number", number)])
    }
    func wrongState(_ hint: String) -> PodctlError {
      PodctlError(
        .transitionRefused, "invoice \(number) is \(standing.issue.status.rawValue)", hint: hint,
        context: [.init("number", number)])
    }
    switch request.kind {
    case .credit:
      guard standing.issue.status == .open else { throw wrongState("only an open invoice is credited") }
      guard request.amount.minor <= balance.creditable else { throw refuse(balance.creditable, "left of \(number)") }
      return nil
    case .refund:
      guard standing.issue.status == .paid else { throw wrongState("only a paid invoice is refunded") }
      let sources = InvoiceCredit.Source.allCases.filter { balance.refundable(to: $0) > 0 }
      guard let source = request.source ?? (sources.count == 1 ? sources[0] : nil) else {
        guard !sources.isEmpty else { throw refuse(0, "that was paid for \(number) and has not gone back") }
        throw PodctlError(
          .transitionRefused, "\(number) was paid both by Stripe and outside it",
          hint: "say where the money goes back to: --to stripe or --to outside")
      }
      let most = balance.refundable(to: source)
      guard request.amount.minor <= most else {
        throw refuse(most, "that was paid for \(number) that way and has not gone back")
      }
      return source
    }
  }

  /// Takes a planned credit note to Stripe. What comes back is done, or says why it is not.
  public static func settle(
    _ credit: InvoiceCredit, _ standing: InvoiceStanding, tenant: Tenant, driver: OutboxDriver,
    ids: any IdentifierSource, now: Instant
  ) throws -> Effect {
    let name = credit.effectName(standing.number)
    let isLive = standing.issue.isLive ?? false
    let body = StripeBody.creditNote(
      credit, of: standing.invoice.content, tenant: tenant.slug, invoice: standing.issue.remoteID ?? "")
    let planned = try driver.plan(
      Effect(
        id: ids.next(Effect.self), name: name, chain: standing.number, kind: .creditNote, isLive: isLive,
        request: EffectRequest.post(StripePath.creditNotes, body),
        keyStem: EffectRequest.keyStem(tenant: tenant.slug, isLive: isLive, name: name), plannedAt: now,
        progress: Effect.Progress(looksFirst: true)))
    let record = { (effect: Effect, tx: TenantTransaction) in
      guard var standing = try InvoiceStanding.of(standing.invoice, in: tx) else { return }
      try InvoiceBooks(tenant, in: tx, ids: ids, now: now)
        .complete(credit, remoteID: effect.remoteID, &standing)
    }
    let effect = try driver.settle(planned, whenDone: record)
    if effect.state == .done { try driver.write { tx in try record(effect, tx) } }
    if effect.state == .failed {
      try driver.write { tx in
        var failed = credit
        failed.status = .failed
        failed.settledAt = now
        try CreditStore(tx).save(failed)
      }
    }
    return effect
  }
}
