import PodctlCore
import PodctlGateways
import PodctlStore

/// Reads Stripe's list of events from where it was last read, and takes each.
public enum StripeEventPulling {
  /// How it went.
  public struct Report: Sendable {
    public var results: [StripeEventApplying.Result] = []
    /// Whether events are lost: the list was last read before the oldest that Stripe keeps.
    public var hasGap = false
    /// Whether time ran out; the next run goes on.
    public var isCutShort = false
  }

  /// Stripe keeps events for 30 days.
  private static let keptSeconds: Int64 = 30 * 86_400
  /// Events do not appear in the order of their times: some are read again, and are known.
  private static let overlapSeconds: Int64 = 3600

  public static func pull(
    _ tenant: Tenant, gateway: StripeGateway, driver: OutboxDriver, ids: any IdentifierSource, time: OutboxTime
  ) throws -> Report {
    let isLive = gateway.isLive
    let cursor = try driver.write { tx in try StripeEventStore(tx).cursor(isLive: isLive) }
    let oldest = time.now().advanced(seconds: -keptSeconds)
    let since = max(oldest, cursor?.advanced(seconds: -overlapSeconds) ?? oldest)
    let applying = StripeEventApplying(tenant, gateway: gateway, driver: driver, ids: ids, time: time)
    var report = Report(hasGap: cursor.map { $0 < oldest } ?? false)
    for event in try gateway.events(since: since) {
      guard !time.isOver else {
        report.isCutShort = true
        break
      }
      report.results.append(try applying.apply(event))
      try driver.write { tx in
        try StripeEventStore(tx).move(to: event.id, createdAt: event.createdAt, isLive: isLive, now: time.now())
      }
    }
    return report
  }
}
