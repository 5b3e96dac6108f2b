/// What the host of a show is told of its ads in a period: what aired, what was heard of it, and what comes next. No rate,
/// no spend, no conversion and no revenue has a place in it.
public struct HostReport: Sendable, Hashable {
  /// One ad as it aired.
  public struct Airing: Sendable, Hashable {
    public var sponsor: String
    public var campaign: String
    public var position: Flight.Position
    public var airing: SpotFigures.Airing
    public var firstSevenDays: Int64?
    public var windowTotal: Int64?
    public var inPeriod: Int64?
    public var trend: [Int64]
  }

  /// An ad that is booked.
  public struct Booking: Sendable, Hashable {
    public var sponsor: String
    public var campaign: String
    public var spot: UpcomingSpot
  }

  public var tenantName: String
  public var contact: String?
  public var isDemo: Bool
  public var claim: CountingClaim
  public var podcast: Slug
  public var title: String
  public var period: Period
  /// Downloads of all the show's episodes in the period, with those of the one before.
  public var downloads: ReportFigure
  /// By air date, then sponsor.
  public var airings: [Airing]
  public var bookings: [Booking]

  /// Takes from the campaigns' reports what concerns the show: airings that were heard in the period, or aired in it.
  public init(
    of podcast: Podcast, tenant: Tenant, period: Period, downloads: ReportFigure, reports: [SponsorReport]
  ) {
    tenantName = tenant.name
    contact = tenant.contactEmail
    isDemo = tenant.isDemo
    claim = reports.first?.method.claim ?? CountingClaim(tenant.counting)
    self.podcast = podcast.slug
    title = podcast.title
    self.period = period
    self.downloads = downloads
    airings = reports.flatMap { report in
      report.spots.compactMap { spot in
        guard let airing = spot.airing, airing.podcast == podcast.title,
          period.contains(airing.airsOn) || spot.inPeriod ?? 0 > 0
        else { return nil }
        return Airing(
          sponsor: report.sponsorName, campaign: report.campaignName, position: spot.position, airing: airing,
          firstSevenDays: spot.firstSevenDays, windowTotal: spot.windowTotal, inPeriod: spot.inPeriod,
          trend: spot.trend)
      }
    }.sorted { left, right in
      (left.airing.airsOn, left.sponsor, left.campaign, left.airing.episode)
        < (right.airing.airsOn, right.sponsor, right.campaign, right.airing.episode)
    }
    bookings = reports.flatMap { report in
      report.upcoming.filter { $0.podcast == podcast.title }.map {
        Booking(sponsor: report.sponsorName, campaign: report.campaignName, spot: $0)
      }
    }.sorted { ($0.spot.airsOn, $0.sponsor, $0.campaign) < ($1.spot.airsOn, $1.sponsor, $1.campaign) }
  }
}
