/// A line of an insertion order: when, where, how much, at what price.
public struct Flight: Sendable, Hashable {
  public enum Position: String, Sendable, CaseIterable {
    case preRoll = "pre-roll"
    case midRoll = "mid-roll"
    case postRoll = "post-roll"
  }

  public enum Insertion: String, Sendable, CaseIterable {
    /// Part of the episode's file: delivered with each counted download of its spots' episodes.
    case bakedIn = "baked-in"
    /// Put in by an ad server: its delivery is imported, never inferred.
    case dynamic
  }

  public enum PriceModel: String, Sendable, CaseIterable {
    /// Rate in minor units per thousand delivered.
    case cpm
    /// Rate in minor units for the whole flight, billed in its last month.
    case flat
    /// Rate in minor units per conversion.
    case cpa
    /// Rate in minor units per aired spot.
    case spot
  }

  public var id: Identifier<Flight>
  public var campaign: Identifier<Campaign>
  public var order: Identifier<InsertionOrder>
  public var slug: Slug
  public var name: String
  public var startsOn: Day
  /// The last day of the flight, included.
  public var endsOn: Day
  public var position: Position
  public var insertion: Insertion
  /// Units booked; nil where nothing was promised.
  public var goal: Int64?
  public var priceModel: PriceModel
  /// Minor units of the campaign's currency: per thousand, for the flight, per conversion or per spot.
  public var rateMinor: Int64
  /// The most units that are billed; nil for the goal, and without a goal for no limit.
  public var cap: Int64?
  public var promoCode: String?
  public var vanityURL: String?
  /// Days from a spot's air date in which downloads of its episode count as delivered.
  public var windowDays: Int
  /// The source whose imported figures count, set by the first import; nil until then.
  public var deliverySource: String?
  public var createdAt: Instant
  public var updatedAt: Instant
  public var terms = FlightTerms.plain

  public var dayCount: Int { startsOn.distance(to: endsOn) + 1 }

  public init(
    id: Identifier<Flight>, campaign: Identifier<Campaign>, order: Identifier<InsertionOrder>, slug: Slug,
    name: String, startsOn: Day, endsOn: Day, position: Position, insertion: Insertion, goal: Int64?,
    priceModel: PriceModel, rateMinor: Int64, cap: Int64?, promoCode: String?, vanityURL: String?, windowDays: Int,
    deliverySource: String?, createdAt: Instant, updatedAt: Instant
  ) {
    self.id = id
    self.campaign = campaign
    self.order = order
    self.slug = slug
    self.name = name
    self.startsOn = startsOn
    self.endsOn = endsOn
    self.position = position
    self.insertion = insertion
    self.goal = goal
    self.priceModel = priceModel
    self.rateMinor = rateMinor
    self.cap = cap
    self.promoCode = promoCode
    self.vanityURL = vanityURL
    self.windowDays = windowDays
    self.deliverySource = deliverySource
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

/// One airing of a flight in one episode.
public struct Spot: Sendable, Hashable {
  public enum Status: String, Sendable, CaseIterable { case planned, aired, missed }

  public var id: Identifier<Spot>
  public var flight: Identifier<Flight>
  public var episode: Identifier<Episode>
  public var airsOn: Day
  public var status: Status
  /// When it was confirmed to have aired; nil until then.
  public var airedAt: Instant?
  public var note: String?
  public var createdAt: Instant

  public init(
    id: Identifier<Spot>, flight: Identifier<Flight>, episode: Identifier<Episode>, airsOn: Day, status: Status,
    airedAt: Instant?, note: String?, createdAt: Instant
  ) {
    self.id = id
    self.flight = flight
    self.episode = episode
    self.airsOn = airsOn
    self.status = status
    self.airedAt = airedAt
    self.note = note
    self.createdAt = createdAt
  }
}
