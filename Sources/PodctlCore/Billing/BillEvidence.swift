/// What stands behind an invoice's line, so that every unit of it can be found again.
public struct BillEvidence: Sendable, Hashable, Codable {
  public enum Basis: String, Sendable, Codable, CaseIterable {
    /// Downloads counted from logs, by spot.
    case downloads
    /// Delivery that a source counted, by import.
    case imported
    /// A fee for the flight as a whole.
    case fee
    /// Conversions of the sponsor's customers.
    case conversions
  }

  /// One airing behind the line.
  public struct SpotUnits: Sendable, Hashable, Codable {
    public var spot: Identifier<Spot>
    public var episode: String
    public var airsOn: Day
    /// Delivered to the period's end; nil where the source counts the flight as a whole.
    public var units: Int64?

    public init(spot: Identifier<Spot>, episode: String, airsOn: Day, units: Int64?) {
      self.spot = spot
      self.episode = episode
      self.airsOn = airsOn
      self.units = units
    }
  }

  public var basis: Basis
  /// The days that this line adds to what was billed before; both included.
  public var firstDay: Day
  public var lastDay: Day
  /// The most units that the flight bills; nil for no limit.
  public var limit: Int64?
  public var spots: [SpotUnits]
  /// Whose figures they are, where they are imported.
  public var source: String?
  public var imports: [String]
  /// Conversions to the period's end by the flight's promo code, and by last touch without one.
  public var byCode: Int64?
  public var byLastTouch: Int64?
  /// Days of the attribution window.
  public var windowDays: Int?
  /// Of a tiered CPM: the rates after the first.
  public var tiers: [FlightTerms.Tier]?
  /// The minimum, where it raised what is due.
  public var raisedToMinor: Int64?
  /// The maximum, where it lowered what is due.
  public var loweredToMinor: Int64?
  /// Units that are billed as booked and owed in airings.
  public var owedUnits: Int64?

  public init(
    basis: Basis, firstDay: Day, lastDay: Day, limit: Int64?, spots: [SpotUnits] = [], source: String? = nil,
    imports: [String] = [], byCode: Int64? = nil, byLastTouch: Int64? = nil, windowDays: Int? = nil
  ) {
    self.basis = basis
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.limit = limit
    self.spots = spots
    self.source = source
    self.imports = imports
    self.byCode = byCode
    self.byLastTouch = byLastTouch
    self.windowDays = windowDays
  }
}
