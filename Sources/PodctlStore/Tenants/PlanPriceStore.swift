import PodctlCore

/// What the platform's plans cost; nobody's, for every tenant the same.
public struct PlanPriceStore {
  private let tx: Transaction

  public init(_ tx: Transaction) { self.tx = tx }

  /// All prices, by plan's name and mode.
  public func all() throws -> [PlanPrice] {
    try tx.rows("SELECT tier, is_live, price FROM plan_prices ORDER BY \(bytewise: "tier"), is_live")
      .map { PlanPrice(try $0["tier"], isLive: try $0["is_live"], price: try $0["price"]) }
  }

  /// Sets a price; false where it is that already.
  public func save(_ price: PlanPrice, now: Instant) throws -> Bool {
    try tx.run(
      """
      INSERT INTO plan_prices (is_live, tier, price, updated_at)
      VALUES (\(price.isLive), \(price.tier), \(price.price), \(now))
      ON CONFLICT (is_live, tier) DO UPDATE SET price = excluded.price, updated_at = excluded.updated_at
      WHERE plan_prices.price <> excluded.price
      """) == 1
  }

  /// Takes a price away; false where there is none.
  public func remove(_ tier: TenantPlan.Tier, isLive: Bool) throws -> Bool {
    try tx.run("DELETE FROM plan_prices WHERE tier = \(tier) AND is_live = \(isLive)") == 1
  }
}
