import PodctlCore

/// The events of Stripe that a tenant has taken, and how far its list of them was read.
public struct StripeEventStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func isKnown(_ event: String) throws -> Bool {
    try tx.first("SELECT 1 AS found FROM stripe_events WHERE tenant_id = \(tx.tenant) AND event_id = \(event)") != nil
  }

  /// Writes an event down; false where it is there already.
  public func add(_ event: StripeEventRecord) throws -> Bool {
    try tx.run(
      """
      INSERT INTO stripe_events (tenant_id, event_id, is_live, type, object_id, outcome, created_at, applied_at)
      VALUES (\(tx.tenant), \(event.id), \(event.isLive), \(event.type), \(event.object), \(event.outcome),
        \(event.createdAt), \(event.appliedAt))
      ON CONFLICT (tenant_id, event_id) DO NOTHING
      """) == 1
  }

  /// An event that was taken, and the number of the invoice that it is about, where that can be told.
  public struct Taken: Sendable, Hashable {
    public var event: StripeEventRecord
    public var number: String?
  }

  /// The events that were taken, newest first; of one outcome, or all when nil.
  public func all(outcome: StripeEventOutcome? = nil, limit: Int) throws -> [Taken] {
    var condition: Statement = "e.tenant_id = \(tx.tenant)"
    if let outcome { condition = "\(sql: condition) AND e.outcome = \(outcome)" }
    return try tx.rows(
      """
      SELECT e.event_id AS event_id, e.is_live AS is_live, e.type AS type, e.object_id AS object_id,
        e.outcome AS outcome, e.created_at AS created_at, e.applied_at AS applied_at, i.number AS number
      FROM stripe_events e
      LEFT JOIN invoice_credits c ON c.tenant_id = \(tx.tenant) AND c.remote_id = e.object_id
      LEFT JOIN invoice_issues x ON x.tenant_id = \(tx.tenant) AND x.remote_id = e.object_id
      LEFT JOIN invoices i ON i.tenant_id = \(tx.tenant) AND i.invoice_id = coalesce(x.invoice_id, c.invoice_id)
      WHERE \(sql: condition)
      ORDER BY e.created_at DESC, \(bytewise: "e.event_id") DESC LIMIT \(limit)
      """
    ).map { row in
      Taken(
        event: StripeEventRecord(
          id: try row["event_id"], isLive: try row["is_live"], type: try row["type"], object: try row["object_id"],
          outcome: try row["outcome"], createdAt: try row["created_at"], appliedAt: try row["applied_at"]),
        number: try row["number"])
    }
  }

  /// When the newest event of the list as it was last read came about; nil where it was never read.
  public func cursor(isLive: Bool) throws -> Instant? {
    try tx.first(
      "SELECT created_at FROM stripe_cursors WHERE tenant_id = \(tx.tenant) AND is_live = \(isLive)"
    ).map { try $0["created_at"] }
  }

  /// Moves on to an event, and never back.
  public func move(to event: String, createdAt: Instant, isLive: Bool, now: Instant) throws {
    try tx.run(
      """
      INSERT INTO stripe_cursors (tenant_id, is_live, event_id, created_at, updated_at)
      VALUES (\(tx.tenant), \(isLive), \(event), \(createdAt), \(now))
      ON CONFLICT (tenant_id, is_live) DO UPDATE SET event_id = excluded.event_id, created_at = excluded.created_at,
        updated_at = excluded.updated_at
      WHERE stripe_cursors.created_at <= excluded.created_at
      """)
  }
}

extension StripeEventOutcome: SQLBindable, SQLReadable {}
