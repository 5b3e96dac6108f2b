import PodctlCore
import PodctlGateways
import PodctlStore

/// Gives an issued invoice another state at Stripe, once, and here in the same transaction that says it is done.
public enum InvoiceMarking {
  public enum Mark: Sendable, CaseIterable {
    case void, uncollectible
    /// Paid by cheque or transfer.
    case paid

    func effectName(_ number: String) -> String {
      switch self {
      case .void: "\(number)/void"
      case .uncollectible: "\(number)/uncollectible"
      case .paid: "\(number)/pay"
      }
    }

    fileprivate var kind: EffectKind {
      switch self {
      case .void: .void
      case .uncollectible: .uncollectible
      case .paid: .pay
      }
    }

    fileprivate func request(_ invoice: String) -> Effect.Request {
      switch self {
      case .void: EffectRequest.post(StripePath.void(invoice), StripeBody.nothing)
      case .uncollectible: EffectRequest.post(StripePath.uncollectible(invoice), StripeBody.nothing)
      case .paid: EffectRequest.post(StripePath.pay(invoice), StripeBody.paidOutside)
      }
    }
  }

  /// What comes back is done, or says why it is not.
  public static func settle(
    _ mark: Mark, _ standing: InvoiceStanding, remoteID: String, tenant: Tenant, driver: OutboxDriver,
    ids: any IdentifierSource, now: Instant
  ) throws -> Effect {
    let name = mark.effectName(standing.number)
    let isLive = standing.issue.isLive ?? false
    let planned = try driver.plan(
      Effect(
        id: ids.next(Effect.self), name: name, chain: standing.number, kind: mark.kind, isLive: isLive,
        request: mark.request(remoteID),
        keyStem: EffectRequest.keyStem(tenant: tenant.slug, isLive: isLive, name: name), plannedAt: now,
        progress: Effect.Progress(looksFirst: true)))
    let record = { (_: Effect, tx: TenantTransaction) in
      guard var standing = try InvoiceStanding.of(standing.invoice, in: tx) else { return }
      let books = InvoiceBooks(tenant, in: tx, ids: ids, now: now)
      switch mark {
      case .void: try books.void(&standing)
      case .uncollectible: try books.writeOff(&standing)
      case .paid: break
      }
    }
    let effect = try driver.settle(planned, whenDone: record)
    // Settled by hand, or before a state was brought back from a backup: what it means is written all the same.
    if effect.state == .done { try driver.write { tx in try record(effect, tx) } }
    return effect
  }
}
