import PodctlCore
import PodctlGateways
import PodctlStore

/// Takes events of Stripe. An event only says where to look: the invoice is read back and taken as it stands, so that
/// events may come twice, late and in any order.
public final class StripeEventApplying {
  /// What came of one event.
  public struct Result: Sendable, Hashable {
    public var event: StripeEvent
    public var number: String?
    public var outcome: StripeEventOutcome
  }

  /// An invoice as it was read in this run: every event of a list is older than the first look.
  private struct Sight {
    var remote: StripeInvoice
    var notes: [StripeCreditNote]
    var refunds: [StripeRefund]
  }

  private let tenant: Tenant
  private let gateway: StripeGateway
  private let driver: OutboxDriver
  private let ids: any IdentifierSource
  private let time: OutboxTime
  private var sights: [String: Sight?] = [:]

  public init(
    _ tenant: Tenant, gateway: StripeGateway, driver: OutboxDriver, ids: any IdentifierSource, time: OutboxTime
  ) {
    self.tenant = tenant
    self.gateway = gateway
    self.driver = driver
    self.ids = ids
    self.time = time
  }

  /// Takes one event. Throws `event_invalid` for one of the other mode, and what reading the invoice back throws: then
  /// it is not written down, and may be told again.
  public func apply(_ event: StripeEvent) throws -> Result {
    guard event.isLive == gateway.isLive else {
      throw PodctlError(
        .eventInvalid, "the event is of \(event.isLive ? "live" : "test") mode, and the key of the other",
        hint: "an endpoint's events belong to the key of its own mode")
    }
    let isKnown = try driver.write { tx in try StripeEventStore(tx).isKnown(event.id) }
    guard !isKnown else { return Result(event: event, number: nil, outcome: .known) }
    guard let invoice = try invoice(of: event), event.tenant == nil || event.tenant == tenant.slug.text,
      let sight = try look(invoice), sight.remote.tenant == tenant.slug.text
    else {
      try driver.write { tx in try keep(event, .foreign, in: tx) }
      return Result(event: event, number: nil, outcome: .foreign)
    }
    let outcome = try driver.write { tx in
      let outcome = try take(sight, in: tx)
      try keep(event, outcome, in: tx)
      return outcome
    }
    return Result(event: event, number: sight.remote.reference, outcome: outcome)
  }

  private func keep(_ event: StripeEvent, _ outcome: StripeEventOutcome, in tx: TenantTransaction) throws {
    _ = try StripeEventStore(tx).add(
      StripeEventRecord(
        id: event.id, isLive: event.isLive, type: event.type, object: event.object, outcome: outcome,
        createdAt: event.createdAt, appliedAt: time.now()))
  }

  private func invoice(of event: StripeEvent) throws -> String? {
    if let invoice = event.invoice { return invoice }
    return try event.payment.flatMap { payment in try gateway.invoice(ofPayment: payment) }
  }

  private func look(_ invoice: String) throws -> Sight? {
    if let known = sights[invoice] { return known }
    let sight = try gateway.invoice(invoice).map { remote in
      let notes = try gateway.creditNotes(of: invoice)
      return Sight(remote: remote, notes: notes, refunds: try gateway.refunds(of: remote, beside: notes) ?? [])
    }
    sights[invoice] = .some(sight)
    return sight
  }

  private func take(_ sight: Sight, in tx: TenantTransaction) throws -> StripeEventOutcome {
    guard let number = sight.remote.reference, let invoice = try InvoiceStore(tx).find(number),
      var standing = try InvoiceStanding.of(invoice, in: tx), standing.issue.isLive == gateway.isLive,
      standing.issue.remoteID == nil || standing.issue.remoteID == sight.remote.id
    else { return .missing }
    let before = (standing.issue.status, standing.payments.count, standing.credits.filter { $0.status == .done }.count)
    _ = try InvoiceBooks(tenant, in: tx, ids: ids, now: time.now()).take(
      sight.remote, notes: sight.notes, refunds: sight.refunds, &standing)
    let after = (standing.issue.status, standing.payments.count, standing.credits.filter { $0.status == .done }.count)
    return before == after ? .unchanged : .applied
  }
}
