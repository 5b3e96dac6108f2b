/// One flight of a sponsor's report.
public struct FlightFigures: Sendable, Hashable {
  public var slug: Slug
  public var name: String
  public var position: Flight.Position
  public var insertion: Flight.Insertion
  /// Nil for a baked-in flight that nobody has counted.
  public var provenance: Provenance?
  public var source: String?
  public var startsOn: Day
  public var endsOn: Day
  public var goal: Int64?
  /// To date; nil where unknown.
  public var delivered: Int64?
  public var inPeriod: Int64?
  public var pacingHundredths: Int64?
  public var projected: Int64?
  public var priceModel: Flight.PriceModel
  public var rateMinor: Int64
  /// In the period, by the invoice's rule; nil for a flight that cannot be rated yet.
  public var spendMinor: Int64?
  public var promoCode: String?
  /// Orders with the code; nil without a code or before attribution was run.
  public var redemptions: Int64?
  public var redeemedMinor: Int64?
  public var conversionsHundredths: Int64?
  public var revenueMinor: Int64?
}

/// One airing of a sponsor's report, or a flight's row for what no single airing can be given.
public struct SpotFigures: Sendable, Hashable {
  /// What an airing is of; nil for the row of a flight as a whole.
  public struct Airing: Sendable, Hashable {
    public var airsOn: Day
    public var episode: String
    public var podcast: String
    public var status: Spot.Status
    /// False while the first seven days are not over.
    public var hasSevenDays: Bool
    /// False while downloads may still come into the window.
    public var isWindowOver: Bool
    public var windowEndsOn: Day
  }

  public var flight: Slug
  public var flightName: String
  public var position: Flight.Position
  public var airing: Airing?
  public var firstSevenDays: Int64?
  public var windowTotal: Int64?
  public var inPeriod: Int64?
  /// Units by day from air, for a sparkline.
  public var trend: [Int64]
  public var conversionsHundredths: Int64?
  public var redemptions: Int64?
  public var spendMinor: Int64?
  public var revenueMinor: Int64?
}
