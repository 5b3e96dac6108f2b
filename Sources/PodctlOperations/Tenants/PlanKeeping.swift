import PodctlCore
import PodctlStore

/// Keeps tenants' plans and holds what is made against them. Only making is limited: reports and invoices that are owed
/// never ask here.
public enum PlanKeeping {
  /// What is to change; nil leaves a thing as it is.
  public struct Change: Sendable {
    /// Another tier comes with its own limits.
    public var tier: TenantPlan.Tier?
    public var limits: [(quota: PlanQuota, limit: Int64?)]
    /// Nil within takes it away.
    public var stripeSubscription: String??

    public init(
      tier: TenantPlan.Tier? = nil, limits: [(quota: PlanQuota, limit: Int64?)] = [],
      stripeSubscription: String?? = nil
    ) {
      self.tier = tier
      self.limits = limits
      self.stripeSubscription = stripeSubscription
    }
  }

  /// A plan with what of it is used.
  public struct Standing: Sendable, Hashable {
    /// Nil where none was set.
    public var plan: TenantPlan?
    public var month: Period
    /// In the order of `PlanQuota`.
    public var usage: [PlanUsage]
    /// What podctl keeps at Stripe for it, as it was last read: of live mode, where there is one.
    public var subscription: PlanSubscription?

    /// The subscription that pays it, whoever keeps it.
    public var subscriptionID: String? { plan?.stripeSubscription ?? subscription?.remoteID }
  }

  /// Sets or changes a plan; false where it is so already. Throws `usage` where there is none to change.
  public static func set(
    _ change: Change, of tenant: Tenant, in tx: TenantTransaction, now: Instant
  ) throws -> (plan: TenantPlan, hasChanged: Bool) {
    let store = PlanStore(tx)
    let before = try store.find()
    guard var plan = change.tier.map({ TenantPlan($0, stripeSubscription: before?.stripeSubscription) }) ?? before
    else {
      throw PodctlError(
        .usage, "tenant \(tenant.slug) has no plan to change",
        hint: "name one: \(TenantPlan.Tier.allCases.map(\.rawValue).joined(separator: ", "))",
        commands: ["podctl tenant plan list"], context: [.init("tenant", tenant.slug.text)])
    }
    for (quota, limit) in change.limits { plan.limits[quota] = limit }
    if let subscription = change.stripeSubscription { plan.stripeSubscription = subscription }
    guard plan != before else { return (plan, false) }
    try store.save(plan, now: now)
    return (plan, true)
  }

  public static func standing(of tenant: Tenant, in tx: TenantTransaction, now: Instant) throws -> Standing {
    let store = PlanStore(tx)
    let plan = try store.find()
    let month = try month(of: tenant, now)
    return Standing(
      plan: plan, month: month,
      usage: try PlanQuota.allCases.map { quota in
        PlanUsage(quota, used: try store.used(quota, within: month.instants), limit: plan?.limits[quota])
      }, subscription: try PlanSubscriptionStore(tx).all().last)
  }

  /// Asks for room for one more, in the transaction that makes it; throws `quota_reached`.
  public static func requireRoom(
    for quota: PlanQuota, of tenant: Tenant, in tx: TenantTransaction, now: Instant
  ) throws {
    let store = PlanStore(tx)
    try store.hold()
    guard let plan = try store.find(), let limit = plan.limits[quota] else { return }
    let month = try month(of: tenant, now)
    try PlanUsage(quota, used: store.used(quota, within: month.instants), limit: limit)
      .requireRoom(plan, of: tenant, month: name(of: month))
  }

  private static func month(of tenant: Tenant, _ now: Instant) throws(PodctlError) -> Period {
    try Period(month: String(tenant.zone.day(of: now).description.prefix(7)), zone: tenant.zone)
  }

  private static func name(of month: Period) -> String { String(month.start.description.prefix(7)) }
}
