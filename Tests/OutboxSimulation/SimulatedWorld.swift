import PodctlCore
import PodctlOperations
import PodctlStore
import Synchronization

/// A database in memory with one tenant and one invoice of two lines, which every schedule issues anew.
final class SimulatedWorld {
  static let start = Instant(seconds: 1_793_606_400)
  let database: Database
  let tenant: Tenant
  let invoice: Invoice

  init() throws {
    let now = SimulatedWorld.start
    database = try Database.open(.memory, now: { now })
    tenant = Tenant(
      id: Identifier(high: 1, low: 1), slug: try Slug("acme"), name: "Acme", kind: .network, zone: .utc, currency: .usd,
      contactEmail: nil, status: .active, demo: nil, secretFingerprint: "f", createdAt: now, updatedAt: now)
    let flight = Identifier<Flight>(high: 1, low: 5)
    let first = Day(number: 20_727)
    let lines = [1500, 250].map { (amount: Int64) in
      InvoiceLine(
        flight: flight, description: "mid-roll", priceModel: .cpm, provenance: .counted, rateMinor: 2500,
        units: amount, amountMinor: amount, deliveredUnits: amount, billedMinor: amount,
        evidence: BillEvidence(basis: .downloads, firstDay: first, lastDay: first, limit: nil))
    }
    invoice = Invoice(
      id: Identifier(high: 1, low: 6), status: .draft, createdAt: now,
      content: InvoiceContent(
        number: "ACME-2026-10-IO-1", revision: 1, order: Identifier(high: 1, low: 4),
        campaign: Identifier(high: 1, low: 3),
        firstDay: first, lastDay: first.advanced(by: 30), billTo: "Kettle Ltd", poNumber: nil, termsDays: 30,
        currency: .usd, lines: lines))
    try fill()
  }

  private func fill() throws {
    let now = SimulatedWorld.start
    let tenant = tenant
    try database.write { tx in
      try tx.run(
        """
        INSERT INTO tenants (tenant_id, slug, name, kind, zone, currency, secret_fingerprint, created_at, updated_at)
        VALUES (\(tenant.id), \(tenant.slug), \(tenant.name), \(tenant.kind), \(tenant.zone), \(tenant.currency),
          \(tenant.secretFingerprint), \(now), \(now))
        """)
    }
    let content = invoice.content
    try database.write(for: tenant.id) { tx in
      let sponsor = Identifier<Sponsor>(high: 1, low: 2)
      try tx.run(
        """
        INSERT INTO sponsors (tenant_id, sponsor_id, slug, name, contact_email, created_at, updated_at)
        VALUES (\(tx.tenant), \(sponsor), 'kettle', 'Kettle', 'pay@kettle.example', \(now), \(now))
        """)
      try tx.run(
        """
        INSERT INTO campaigns (tenant_id, campaign_id, sponsor_id, slug, name, status, currency, created_at, updated_at)
        VALUES (\(tx.tenant), \(content.campaign), \(sponsor), 'autumn', 'Autumn', 'active', 'USD', \(now), \(now))
        """)
      try tx.run(
        """
        INSERT INTO insertion_orders (tenant_id, order_id, campaign_id, number, bill_to, created_at)
        VALUES (\(tx.tenant), \(content.order), \(content.campaign), 'IO-1', 'Kettle Ltd', \(now))
        """)
      try InvoiceStore(tx).insert(invoice)
    }
  }

  /// Back to the draft, with an empty outbox, and approved again.
  func begin() throws {
    try database.write(for: tenant.id) { tx in
      for table in ["outbox", "leases", "invoice_issues"] as [Statement] {
        try tx.run("DELETE FROM \(sql: table) WHERE tenant_id = \(tx.tenant)")
      }
      // The invoice is laid down by hand, with no flights that could make it again.
      let decisions = try BillApproving.approve(
        tenant, period: nil, numbers: [invoice.content.number], waived: [.early, .stale], graceDays: 0, in: tx,
        now: SimulatedWorld.start)
      guard decisions.allSatisfy({ !$0.isParked }) else {
        throw PodctlError(.internalFault, "the simulation's invoice is parked: \(decisions.map(\.findings))")
      }
    }
  }
}

/// Ids that count up.
final class SimulatedIdentifiers: IdentifierSource {
  private let count = Mutex<UInt64>(0)

  func next<Noun>(_ noun: Noun.Type) -> Identifier<Noun> {
    Identifier(
      high: 7,
      low: count.withLock {
        $0 += 1; return $0
      })
  }
}
