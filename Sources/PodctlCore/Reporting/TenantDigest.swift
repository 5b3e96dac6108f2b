/// All of a tenant's campaigns in a period, worst pacing first.
public struct TenantDigest: Sendable, Hashable {
  public var tenantName: String
  public var contact: String?
  public var isDemo: Bool
  public var claim: CountingClaim
  public var period: Period
  public var reports: [SponsorReport]

  public init(tenant: Tenant, period: Period, reports: [SponsorReport]) {
    tenantName = tenant.name
    contact = tenant.contactEmail
    isDemo = tenant.isDemo
    claim = reports.first?.method.claim ?? CountingClaim(tenant.counting)
    self.period = period
    self.reports = reports.sorted { left, right in
      // What is not known may be bad: it stands before what is, and what has no goal stands last.
      let ranks = (TenantDigest.rank(left), TenantDigest.rank(right))
      return ranks.0 != ranks.1 ? ranks.0 < ranks.1 : left.campaignSlug < right.campaignSlug
    }
  }

  private static func rank(_ report: SponsorReport) -> Int64 {
    switch report.verdict {
    case .unknown: -1
    case nil, .withoutGoal, .notBegun: .max
    default: report.mainGroup?.pacingHundredths ?? .max
    }
  }

  /// Campaigns that the digest asks someone to look at; one that was cancelled has no pace any more.
  public var offPace: [SponsorReport] {
    reports.filter { report in
      guard !report.isCancelled else { return false }
      switch report.verdict {
      case .under, .over, .short, .unknown: return true
      default: return false
      }
    }
  }
}
