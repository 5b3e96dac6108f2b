import PodctlCore
import PodctlOperations
import PodctlStore

/// A database in memory with a campaign whose weekly report goes to two people.
final class SimulatedMailWorld {
  /// Monday 26 October 2026, a minute past the hour at which the report of week 43 is due.
  static let start = Instant(seconds: 20_752 * 86_400 + 9 * 3600 + 60)
  static let campaign = "autumn"
  let database: Database
  let tenant: Tenant
  let week: Period

  init() throws {
    let now = SimulatedMailWorld.start
    database = try Database.open(.memory, now: { now })
    tenant = Tenant(
      id: Identifier(high: 2, low: 1), slug: try Slug("acme"), name: "Acme", kind: .network, zone: .utc, currency: .usd,
      contactEmail: nil, status: .active, demo: nil, secretFingerprint: "f", createdAt: now, updatedAt: now)
    week = try Period(week: "2026-W43", zone: .utc)
    try fill(now)
    let people = ["ann@kettle.example", "bob@kettle.example"].compactMap { MailAddress($0) }
    _ = try ReportScheduling.add(
      ReportScheduling.Wish(
        weekday: 1, hour: 9, zone: nil, needsReview: false, deadlineHours: nil,
        recipients: zip(people, [.html, .text]).map { .init(address: $0, format: $1) }),
      to: SimulatedMailWorld.campaign, of: tenant, in: database, ids: SimulatedIdentifiers(),
      now: now.advanced(seconds: -7 * 86_400))
  }

  private func fill(_ now: Instant) throws {
    let tenant = tenant
    try database.write { tx in
      try tx.run(
        """
        INSERT INTO tenants (tenant_id, slug, name, kind, zone, currency, secret_fingerprint, created_at, updated_at)
        VALUES (\(tenant.id), \(tenant.slug), \(tenant.name), \(tenant.kind), \(tenant.zone), \(tenant.currency),
          \(tenant.secretFingerprint), \(now), \(now))
        """)
    }
    let (sponsor, order) = (Identifier<Sponsor>(high: 2, low: 2), Identifier<InsertionOrder>(high: 2, low: 4))
    let (campaign, flight) = (Identifier<Campaign>(high: 2, low: 3), Identifier<Flight>(high: 2, low: 5))
    try database.write(for: tenant.id) { tx in
      try tx.run(
        """
        INSERT INTO sponsors (tenant_id, sponsor_id, slug, name, created_at, updated_at)
        VALUES (\(tx.tenant), \(sponsor), 'kettle', 'Kettle', \(now), \(now))
        """)
      try tx.run(
        """
        INSERT INTO campaigns (tenant_id, campaign_id, sponsor_id, slug, name, status, currency, created_at, updated_at)
        VALUES (\(tx.tenant), \(campaign), \(sponsor), \(SimulatedMailWorld.campaign), 'Autumn', 'active', 'USD', \(now),
          \(now))
        """)
      try tx.run(
        """
        INSERT INTO insertion_orders (tenant_id, order_id, campaign_id, number, bill_to, created_at)
        VALUES (\(tx.tenant), \(order), \(campaign), 'IO-1', 'Kettle', \(now))
        """)
      try tx.run(
        """
        INSERT INTO flights (tenant_id, flight_id, campaign_id, order_id, slug, name, starts_on, ends_on, position,
          insertion, price_model, rate_minor, window_days, created_at, updated_at)
        VALUES (\(tx.tenant), \(flight), \(campaign), \(order), 'mid', 'Mid', \(Day(number: 20_727)),
          \(Day(number: 20_800)), \(Flight.Position.midRoll), \(Flight.Insertion.bakedIn), \(Flight.PriceModel.cpm), 2500,
          30, \(now), \(now))
        """)
      try DataSourceStore(tx).say(.log, through: Day(number: 20_751), isFinal: true, now: now)
    }
  }

  /// Back to before the first run.
  func begin() throws {
    try database.write(for: tenant.id) { tx in
      for table in ["mail_recalls", "mail_clocks", "report_occurrences", "outbox", "leases"] as [Statement] {
        try tx.run("DELETE FROM \(sql: table) WHERE tenant_id = \(tx.tenant)")
      }
    }
  }

  /// Every mail that was ever planned.
  func mails() throws -> [Effect] {
    try database.read(for: tenant.id) { tx in try OutboxStore(tx).all() }
  }
}
