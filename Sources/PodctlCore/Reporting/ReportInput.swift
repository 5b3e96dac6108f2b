/// Everything that a sponsor's report is made from, as the stores give it.
public struct ReportInput: Sendable {
  /// What a spot's episode is called.
  public struct EpisodeName: Sendable, Hashable {
    public var title: String
    public var podcast: String

    public init(title: String, podcast: String) {
      self.title = title
      self.podcast = podcast
    }
  }

  /// Facts that are read once for the report's period and once for the one before.
  public struct Window: Sendable {
    public var period: Period
    /// Distinct listeners of the counted flights; nil where none is counted.
    public var reach: Int64?
    /// In the campaign's currency.
    public var credit: SponsorCredit
    /// Conversions that a CPA flight is paid for, up to the day before the period and up to its last day.
    public var payableBefore: [Identifier<Flight>: Int64]
    public var payableThrough: [Identifier<Flight>: Int64]

    public init(
      period: Period, reach: Int64?, credit: SponsorCredit, payableBefore: [Identifier<Flight>: Int64],
      payableThrough: [Identifier<Flight>: Int64]
    ) {
      self.period = period
      self.reach = reach
      self.credit = credit
      self.payableBefore = payableBefore
      self.payableThrough = payableThrough
    }
  }

  public var tenant: Tenant
  public var sponsor: Sponsor
  public var campaign: Campaign
  /// The last day that the data covers within the period; before its first where there is none.
  public var through: Day
  /// The day on which the report is made.
  public var today: Day
  public var dataThrough: Instant?
  /// Every flight of the campaign, with its delivery through the day.
  public var deliveries: [FlightDelivery]
  public var episodes: [Identifier<Episode>: EpisodeName]
  public var importedThrough: [Identifier<Flight>: Day]
  public var current: Window
  /// Nil where there is no full period to compare with.
  public var before: Window?
  public var attribution: AttributionWindow
  public var run: AttributionRun?
  /// Conversions of the period that came in after the run.
  public var conversionsSinceRun: Int64
  public var rules: [String]
  public var lists: [String]

  public init(
    tenant: Tenant, sponsor: Sponsor, campaign: Campaign, through: Day, today: Day, dataThrough: Instant?,
    deliveries: [FlightDelivery], episodes: [Identifier<Episode>: EpisodeName],
    importedThrough: [Identifier<Flight>: Day], current: Window, before: Window?,
    attribution: AttributionWindow, run: AttributionRun?, conversionsSinceRun: Int64, rules: [String], lists: [String]
  ) {
    self.tenant = tenant
    self.sponsor = sponsor
    self.campaign = campaign
    self.through = through
    self.today = today
    self.dataThrough = dataThrough
    self.deliveries = deliveries
    self.episodes = episodes
    self.importedThrough = importedThrough
    self.current = current
    self.before = before
    self.attribution = attribution
    self.run = run
    self.conversionsSinceRun = conversionsSinceRun
    self.rules = rules
    self.lists = lists
  }

  var period: Period { current.period }

  /// The period before, if a comparison is fair: both are whole, and the campaign ran through all of both.
  public static func comparable(
    to period: Period, through: Day, flights: [Flight]
  ) -> Period? {
    let before = period.preceding
    guard through >= period.last, let first = flights.map(\.startsOn).min(), first <= before.start else { return nil }
    return before
  }
}
