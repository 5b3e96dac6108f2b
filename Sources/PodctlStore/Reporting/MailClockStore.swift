import PodctlCore

/// The newest time at which a tenant's mails were worked on.
public struct MailClockStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Nil before the first run.
  public func seen() throws -> Instant? {
    try tx.first("SELECT seen_at FROM mail_clocks WHERE tenant_id = \(tx.tenant)").map { try $0["seen_at"] }
  }

  public func set(_ now: Instant) throws {
    try tx.run(
      """
      INSERT INTO mail_clocks (tenant_id, seen_at) VALUES (\(tx.tenant), \(now))
      ON CONFLICT (tenant_id) DO UPDATE SET seen_at = excluded.seen_at
      """)
  }
}
