import PodctlCore

/// Which secret of a tenant keys which days; the secrets themselves are never in the database.
public struct SecretStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// The stored spans, oldest first; empty for a tenant whose secret was never rotated.
  public func spans() throws -> [SecretSpan] {
    try tx.rows(
      """
      SELECT fingerprint, first_day, retired_at FROM tenant_secrets WHERE tenant_id = \(tx.tenant)
      ORDER BY first_day IS NOT NULL, first_day, \(bytewise: "fingerprint")
      """
    ).map {
      SecretSpan(fingerprint: try $0["fingerprint"], firstDay: try $0["first_day"], droppedAt: try $0["retired_at"])
    }
  }

  public func insert(_ span: SecretSpan) throws {
    try tx.run(
      """
      INSERT INTO tenant_secrets (tenant_id, fingerprint, first_day, retired_at)
      VALUES (\(tx.tenant), \(span.fingerprint), \(span.firstDay), \(span.droppedAt))
      ON CONFLICT (tenant_id, fingerprint) DO NOTHING
      """)
  }

  /// Remembers that a secret's file may go: nothing of its days can be keyed again.
  public func drop(_ fingerprint: String, now: Instant) throws {
    try tx.run(
      """
      UPDATE tenant_secrets SET retired_at = \(now)
      WHERE tenant_id = \(tx.tenant) AND fingerprint = \(fingerprint) AND retired_at IS NULL
      """)
  }
}
