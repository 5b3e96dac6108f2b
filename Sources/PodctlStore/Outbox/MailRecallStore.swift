import PodctlCore

extension MailRecall.Purpose: SQLBindable, SQLReadable {}
extension MailRecall.State: SQLBindable, SQLReadable {}

/// Which batches of mails are to be taken back, and what came of it.
public struct MailRecallStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func find(_ batch: String, isLive: Bool) throws -> MailRecall? {
    try tx.first(
      """
      SELECT batch_id, is_live, purpose, state, asked_at, doubt_at, reason FROM mail_recalls
      WHERE tenant_id = \(tx.tenant) AND is_live = \(isLive) AND batch_id = \(batch)
      """
    ).map { row in
      MailRecall(
        batch: try row["batch_id"], isLive: try row["is_live"], purpose: try row["purpose"], state: try row["state"],
        askedAt: try row["asked_at"], doubtAt: try row["doubt_at"], reason: try row["reason"])
    }
  }

  public func save(_ recall: MailRecall) throws {
    try tx.run(
      """
      INSERT INTO mail_recalls (tenant_id, is_live, batch_id, purpose, state, asked_at, doubt_at, reason)
      VALUES (\(tx.tenant), \(recall.isLive), \(recall.batch), \(recall.purpose), \(recall.state), \(recall.askedAt),
        \(recall.doubtAt), \(recall.reason))
      ON CONFLICT (tenant_id, is_live, batch_id) DO UPDATE SET purpose = excluded.purpose, state = excluded.state,
        doubt_at = excluded.doubt_at, reason = excluded.reason
      """)
  }
}
