/// All sponsors of a tenant in a period, each with all its campaigns. Counted and imported delivery stand side by side,
/// and money of different currencies makes lines of its own.
public struct PortfolioReport: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    public var sponsor: Slug
    public var sponsorName: String
    public var currency: Currency
    public var campaigns: Int
    /// Flights that have begun and are in no sum of delivery or spend, since nobody knows what they delivered.
    public var unknownFlights: Int
    /// Campaigns that someone should look at.
    public var offPace: Int
    /// In the period; nil where nothing is known of it.
    public var counted: Int64?
    public var imported: Int64?
    public var conversionsHundredths: Int64?
    public var spendMinor: Int64?
    public var revenueMinor: Int64?

    /// Revenue ÷ spend in hundredths.
    public var roasHundredths: Int64? { ReportSummary.ratio(revenueMinor, times: 100, over: spendMinor) }
  }

  public var tenantName: String
  public var contact: String?
  public var isDemo: Bool
  public var claim: CountingClaim
  public var period: Period
  /// The largest spend first, then by sponsor; what is not known stands last.
  public var lines: [Line]

  public init(_ digest: TenantDigest) {
    tenantName = digest.tenantName
    contact = digest.contact
    isDemo = digest.isDemo
    claim = digest.claim
    period = digest.period
    let off = Set(digest.offPace.map(\.campaignSlug))
    let keys = Dictionary(grouping: digest.reports) { "\($0.sponsorSlug) \($0.currency)" }
    lines = keys.values.compactMap { reports -> Line? in
      guard let first = reports.first else { return nil }
      return Line(
        sponsor: first.sponsorSlug, sponsorName: first.sponsorName, currency: first.currency,
        campaigns: reports.count, unknownFlights: reports.reduce(0) { $0 + $1.unknownFlights },
        offPace: reports.count { off.contains($0.campaignSlug) },
        counted: Self.delivered(.counted, reports), imported: Self.delivered(.imported, reports),
        conversionsHundredths: Self.sum(reports.map(\.summary.conversionsHundredths.value)),
        spendMinor: Self.sum(reports.map(\.summary.spendMinor.value)),
        revenueMinor: Self.sum(reports.map(\.summary.revenueMinor.value)))
    }.sorted { left, right in
      let spend = (left.spendMinor ?? .min, right.spendMinor ?? .min)
      return spend.0 != spend.1
        ? spend.0 > spend.1
        : (left.sponsor, left.currency.code) < (right.sponsor, right.currency.code)
    }
  }

  /// Of the flights of which something is known.
  private static func delivered(_ provenance: Provenance, _ reports: [SponsorReport]) -> Int64? {
    sum(reports.flatMap(\.groups).filter { $0.provenance == provenance && !$0.isUnknown }.map(\.inPeriod.value))
  }

  /// Nil where a part is not known: a sum without it would be a low number.
  private static func sum(_ parts: [Int64?]) -> Int64? {
    guard !parts.isEmpty, !parts.contains(nil) else { return nil }
    return parts.compactMap { $0 }.reduce(0, +)
  }
}
