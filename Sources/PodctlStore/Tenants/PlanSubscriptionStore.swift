import PodctlCore

/// The subscription that pays a tenant's plan, one for each mode.
public struct PlanSubscriptionStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func find(isLive: Bool) throws -> PlanSubscription? { try all().first { $0.isLive == isLive } }

  /// Those of both modes, test mode first.
  public func all() throws -> [PlanSubscription] {
    try tx.rows(
      """
      SELECT is_live, revision, price, remote_id, status, ends_at, read_at FROM plan_subscriptions
      WHERE tenant_id = \(tx.tenant) ORDER BY is_live
      """
    ).map { row in
      var subscription = PlanSubscription(
        isLive: try row["is_live"], revision: try row["revision"], price: try row["price"])
      subscription.remoteID = try row["remote_id"]
      subscription.status = try row["status"]
      subscription.endsAt = try row["ends_at"]
      subscription.readAt = try row["read_at"]
      return subscription
    }
  }

  public func save(_ subscription: PlanSubscription, now: Instant) throws {
    try tx.run(
      """
      INSERT INTO plan_subscriptions (tenant_id, is_live, revision, price, remote_id, status, ends_at, read_at,
        updated_at)
      VALUES (\(tx.tenant), \(subscription.isLive), \(subscription.revision), \(subscription.price),
        \(subscription.remoteID), \(subscription.status), \(subscription.endsAt), \(subscription.readAt), \(now))
      ON CONFLICT (tenant_id, is_live) DO UPDATE SET revision = excluded.revision, price = excluded.price,
        remote_id = excluded.remote_id, status = excluded.status, ends_at = excluded.ends_at,
        read_at = excluded.read_at, updated_at = excluded.updated_at
      """)
  }
}
