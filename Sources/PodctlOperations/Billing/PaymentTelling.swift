import PodctlCore
import PodctlGateways
import PodctlStore

/// Tells Stripe of invoices that were paid by cheque or transfer, so that it asks nobody for the money again.
public enum PaymentTelling {
  /// How it went with one invoice.
  public struct Result: Sendable {
    public enum Ending: String, Sendable, CaseIterable { case told, known, open, unknown, failed }

    public var number: String
    public var paidOutside: Money
    public var ending: Ending
    public var reason: String?

    public init(number: String, paidOutside: Money, ending: Ending, reason: String?) {
      self.number = number
      self.paidOutside = paidOutside
      self.ending = ending
      self.reason = reason
    }
  }

  /// Invoices that are paid here, by money that did not come by Stripe, and of which Stripe is not told.
  public static func waiting(isLive: Bool?, in tx: TenantTransaction) throws -> [InvoiceStanding] {
    try InvoiceStore(tx).paidOutside().compactMap { try InvoiceStanding.of($0, in: tx) }.filter { standing in
      guard isLive == nil || standing.issue.isLive == isLive else { return false }
      let name = InvoiceMarking.Mark.paid.effectName(standing.number)
      return try OutboxStore(tx).find(name, isLive: standing.issue.isLive ?? false)?.state != .done
    }
  }

  /// Looks at each invoice first: one that was paid at Stripe meanwhile is not told of, and the money that came twice
  /// is owed back to its payer.
  public static func tell(
    tenant: Tenant, gateway: StripeGateway, driver: OutboxDriver, ids: any IdentifierSource, time: OutboxTime,
    isLive: Bool
  ) throws -> [Result] {
    try driver.write { tx in try waiting(isLive: isLive, in: tx) }.map { standing in
      guard let remoteID = standing.issue.remoteID, let remote = try gateway.invoice(remoteID) else {
        return result(standing, .failed, "it is not at Stripe any more")
      }
      if remote.status == "paid" || remote.status == "void" {
        let isNews = try driver.write { tx in
          guard var standing = try InvoiceStanding.of(standing.invoice, in: tx) else { return false }
          let before = standing.payments.count
          _ = try InvoiceBooks(tenant, in: tx, ids: ids, now: time.now()).take(remote, &standing)
          return standing.payments.count > before
        }
        return result(standing, .known, isNews ? "it was paid at Stripe as well" : "it is \(remote.status) there")
      }
      let effect = try InvoiceMarking.settle(
        .paid, standing, remoteID: remoteID, tenant: tenant, driver: driver, ids: ids, now: time.now())
      switch effect.state {
      case .done: return result(standing, .told, nil)
      case .failed, .withheld, .cancelled: return result(standing, .failed, effect.reason)
      case .planned: return result(standing, .open, effect.reason)
      case .sending, .unknown: return result(standing, .unknown, effect.reason)
      }
    }
  }

  private static func result(_ standing: InvoiceStanding, _ ending: Result.Ending, _ reason: String?) -> Result {
    let balance = standing.balance
    return Result(
      number: standing.number, paidOutside: Money(minor: balance.paidOutside, balance.total.currency), ending: ending,
      reason: reason)
  }
}
