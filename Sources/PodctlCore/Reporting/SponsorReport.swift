/// The figures of a sponsor's report over one campaign and one period, cut at the last day that the data covers, so
/// that the same data gives the same figures whenever the report is made.
public struct SponsorReport: Sendable, Hashable {
  public var tenantSlug: Slug
  public var tenantName: String
  /// Who to write to.
  public var contact: String?
  public var isDemo: Bool
  public var sponsorSlug: Slug
  public var sponsorName: String
  public var campaignSlug: Slug
  public var campaignName: String
  public var isCancelled: Bool
  public var currency: Currency
  public var period: Period
  /// The full period before, where there is one within the campaign and this one is full too.
  public var before: Period?
  /// The last day of the figures; before the period's first where nothing of it is known.
  public var through: Day
  /// The instant of the last request in the logs.
  public var dataThrough: Instant?
  /// Conversions and revenue will still grow.
  public var isImmature: Bool
  public var summary: ReportSummary
  /// Counted flights first.
  public var groups: [DeliveryGroup]
  public var flights: [FlightFigures]
  public var spots: [SpotFigures]
  public var credit: CreditFigures
  public var notes: [DeliveryNote]
  public var upcoming: [UpcomingSpot]
  public var method: ReportMethod

  public var isComplete: Bool { through >= period.last }

  /// The group that the verdict speaks of: the first of which something is known.
  public var mainGroup: DeliveryGroup? { groups.first { !$0.isUnknown } ?? groups.first }
  /// Flights that have begun, and of which nobody knows what they delivered; they are in no sum.
  public var unknownFlights: Int { groups.reduce(0) { $0 + $1.unknownFlights } }
  public var verdict: ReportVerdict? { mainGroup.map { ReportVerdict.of($0, through: through) } }

  /// Sums of the printed rows of airings; nil where no row knows the figure.
  public func total(_ figure: (SpotFigures) -> Int64?) -> Int64? {
    let known = spots.compactMap(figure)
    return known.isEmpty ? nil : known.reduce(0, +)
  }
}
