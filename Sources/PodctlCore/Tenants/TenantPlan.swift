/// What a tenant has bought of the platform. A tenant without a plan is limited in nothing.
public struct TenantPlan: Sendable, Hashable {
  public enum Tier: String, Sendable, CaseIterable {
    case free, starter, pro, enterprise

    /// What the tier comes with.
    public var limits: PlanLimits {
      switch self {
      case .free: PlanLimits(podcasts: 1, campaigns: 5, reports: 10)
      case .starter: PlanLimits(podcasts: 3, campaigns: 50, reports: 100)
      case .pro: PlanLimits(podcasts: 10, campaigns: 500, reports: 1000)
      case .enterprise: .none
      }
    }
  }

  public var tier: Tier
  /// As they were agreed: a tier that comes with less one day takes nothing from those who have it.
  public var limits: PlanLimits
  /// The subscription at Stripe (`sub_…`) by which the plan is paid; nil where it is paid otherwise.
  public var stripeSubscription: String?

  public init(_ tier: Tier, limits: PlanLimits? = nil, stripeSubscription: String? = nil) {
    self.tier = tier
    self.limits = limits ?? tier.limits
    self.stripeSubscription = stripeSubscription
  }

  /// Reads a subscription's id as it was typed; throws `usage` for something else.
  public static func subscription(typed text: String) throws(PodctlError) -> String {
    let rest = text.utf8.dropFirst(4)
    guard text.hasPrefix("sub_"), !rest.isEmpty, text.utf8.count <= 255,
      rest.allSatisfy({ ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || (48...57).contains($0) || $0 == 95 })
    else {
      throw PodctlError(
        .usage, "\"\(text)\" is no subscription of Stripe's", hint: "its id begins with sub_; Stripe's pages show it")
    }
    return text
  }
}

/// How much of a quota is used.
public struct PlanUsage: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable {
    case open
    /// Four fifths or more are used.
    case near
    case reached
  }

  public var quota: PlanQuota
  public var used: Int64
  /// Nil for no limit.
  public var limit: Int64?

  public init(_ quota: PlanQuota, used: Int64, limit: Int64?) {
    self.quota = quota
    self.used = used
    self.limit = limit
  }

  /// Nil for no limit; 0 also where a smaller plan was taken than is in use.
  public var left: Int64? { limit.map { max(0, $0 - used) } }

  public var state: State {
    guard let limit else { return .open }
    if used >= limit { return .reached }
    return Int128(used) * 5 >= Int128(limit) * 4 ? .near : .open
  }

  /// Throws `quota_reached` where there is no room for one more.
  public func requireRoom(_ plan: TenantPlan, of tenant: Tenant, month: String) throws(PodctlError) {
    guard let limit, used >= limit else { return }
    let when = quota.isMonthly ? " in \(month)" : ""
    throw PodctlError(
      .quotaReached,
      "plan \(plan.tier.rawValue) of tenant \(tenant.slug) has no room for \(quota.stops): "
        + "\(used) of \(limit) \(quota.rawValue) are used\(when)",
      hint: "set a larger plan or a limit of its own; what is booked goes on being delivered, reported and billed",
      commands: [
        "podctl tenant plan show --tenant \(tenant.slug)",
        "podctl tenant plan set --tenant \(tenant.slug) --limit \(quota.rawValue)=N",
      ],
      context: [.init("tenant", tenant.slug.text), .init("quota", quota.rawValue), .init("limit", "\(limit)")])
  }
}
