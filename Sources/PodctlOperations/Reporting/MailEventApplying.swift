import PodctlCore
import PodctlStore

/// Takes what the mail service told of a tenant's mails. An event has its effect once, however often it is told and in
/// whatever order.
public enum MailEventApplying {
  /// What came of a delivery of events.
  public struct Tally: Sendable, Hashable {
    public var new = 0
    public var known = 0
    /// Events of mails that are not this tenant's; one account of SendGrid may serve many.
    public var foreign = 0
    /// Mails of which nobody knew whether they had gone, and that had.
    public var settled = 0
    /// Addresses that take no more mail.
    public var suppressed = 0
  }

  public static func apply(
    _ events: [MailEvent], of tenant: Tenant, in database: Database, now: Instant
  ) throws -> Tally {
    try database.write(for: tenant.id) { tx in
      let outbox = OutboxStore(tx)
      var tally = Tally()
      for event in events {
        guard var effect = try mail(event, outbox) else {
          tally.foreign += 1
          continue
        }
        guard try MailEventStore(tx).add(event, of: effect.id, now: now) else {
          tally.known += 1
          continue
        }
        tally.new += 1
        if effect.confirm(remoteID: event.message ?? event.id, at: now) {
          try outbox.save(effect)
          tally.settled += 1
        }
        if try suppress(event, in: tx, now: now) { tally.suppressed += 1 }
      }
      return tally
    }
  }

  /// A mark that is not ours makes it another's mail; without a mark the service's own name for the mail tells.
  private static func mail(_ event: MailEvent, _ outbox: OutboxStore) throws -> Effect? {
    if let id = event.effect { return try outbox.find(id).flatMap { $0.kind == .mail ? $0 : nil } }
    return try event.message.flatMap { try outbox.mail(taken: $0) }
  }

  /// SendGrid writes addresses in small letters; lists show the address as the schedules have it. True where it took mail
  /// until now.
  private static func suppress(_ event: MailEvent, in tx: TenantTransaction, now: Instant) throws -> Bool {
    guard let reason = event.suppression else { return false }
    let address = try ReportScheduleStore(tx).spelling(of: event.address) ?? event.address
    return try SuppressionStore(tx).add(.init(address: address, reason: reason, since: now))
  }
}
