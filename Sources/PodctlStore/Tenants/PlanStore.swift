import PodctlCore

/// What a tenant has bought of the platform, and how much of it is used.
public struct PlanStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Nil where none was set.
  public func find() throws -> TenantPlan? {
    try tx.first(
      """
      SELECT tier, podcasts_limit, campaigns_limit, reports_limit, stripe_subscription FROM tenant_plans
      WHERE tenant_id = \(tx.tenant)
      """
    ).map { row in
      TenantPlan(
        try row["tier"],
        limits: PlanLimits(
          podcasts: try row["podcasts_limit"], campaigns: try row["campaigns_limit"], reports: try row["reports_limit"]),
        stripeSubscription: try row["stripe_subscription"])
    }
  }

  public func save(_ plan: TenantPlan, now: Instant) throws {
    try tx.run(
      """
      INSERT INTO tenant_plans (tenant_id, tier, podcasts_limit, campaigns_limit, reports_limit, stripe_subscription,
        updated_at)
      VALUES (\(tx.tenant), \(plan.tier), \(plan.limits.podcasts), \(plan.limits.campaigns), \(plan.limits.reports),
        \(plan.stripeSubscription), \(now))
      ON CONFLICT (tenant_id) DO UPDATE SET tier = excluded.tier, podcasts_limit = excluded.podcasts_limit,
        campaigns_limit = excluded.campaigns_limit, reports_limit = excluded.reports_limit,
        stripe_subscription = excluded.stripe_subscription, updated_at = excluded.updated_at
      """)
  }

  /// Holds the plan until the transaction's end, so that of two runs the second counts what the first has made. An
  /// update that changes nothing is a lock that both databases know.
  public func hold() throws {
    try tx.run("UPDATE tenant_plans SET updated_at = updated_at WHERE tenant_id = \(tx.tenant)")
  }

  /// How much is used: of a monthly quota, what was made within the month.
  public func used(_ quota: PlanQuota, within month: Range<Instant>) throws -> Int64 {
    let row =
      switch quota {
      case .podcasts: try tx.first("SELECT count(*) AS used FROM podcasts WHERE tenant_id = \(tx.tenant)")
      case .campaigns:
        try tx.first(
          """
          SELECT count(*) AS used FROM campaigns WHERE tenant_id = \(tx.tenant)
            AND created_at >= \(month.lowerBound) AND created_at < \(month.upperBound)
          """)
      case .reports:
        try tx.first(
          """
          SELECT count(*) AS used FROM reports WHERE tenant_id = \(tx.tenant)
            AND created_at >= \(month.lowerBound) AND created_at < \(month.upperBound)
          """)
      }
    return try row?["used"] ?? 0
  }
}

extension TenantPlan.Tier: SQLBindable, SQLReadable {}
