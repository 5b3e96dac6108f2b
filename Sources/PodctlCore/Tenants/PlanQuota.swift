/// What a plan limits. There is one for each thing that podctl's commands make and a plan sells.
public enum PlanQuota: String, Sendable, CaseIterable {
  /// Shows that the tenant has.
  case podcasts
  /// Campaigns made in a month, whatever became of them.
  case campaigns
  /// Sponsor reports kept in a month. At its limit no new schedule is taken; those there are go on being sent.
  case reports

  /// Whether it begins anew with each month of the tenant's zone.
  public var isMonthly: Bool { self != .podcasts }

  /// What it stops at its limit.
  public var stops: String {
    switch self {
    case .podcasts: "another show"
    case .campaigns: "another campaign"
    case .reports: "another schedule of reports"
    }
  }
}

/// How much of each quota a tenant may use; nil is no limit.
public struct PlanLimits: Sendable, Hashable {
  public var podcasts: Int64?
  public var campaigns: Int64?
  public var reports: Int64?

  public init(podcasts: Int64?, campaigns: Int64?, reports: Int64?) {
    self.podcasts = podcasts
    self.campaigns = campaigns
    self.reports = reports
  }

  public static let none = PlanLimits(podcasts: nil, campaigns: nil, reports: nil)

  public subscript(quota: PlanQuota) -> Int64? {
    get {
      switch quota {
      case .podcasts: podcasts
      case .campaigns: campaigns
      case .reports: reports
      }
    }
    set {
      switch quota {
      case .podcasts: podcasts = newValue
      case .campaigns: campaigns = newValue
      case .reports: reports = newValue
      }
    }
  }
}
