extension OrderFile {
  /// A flight; exactly one of `cpm`, `flat`, `cpa` and `per_spot` gives its price in the currency's major unit.
  public struct FlightPart: Codable, Sendable, Hashable {
    public var slug: String
    public var name: String?
    public var startsOn: String
    public var endsOn: String
    public var position: String
    public var insertion: String
    public var goal: Int64?
    public var cpm: String?
    public var flat: String?
    public var cpa: String?
    public var perSpot: String?
    /// Each `UNITS@CPM`: after so many, a thousand costs so much.
    public var tiers: [String]
    public var minimum: String?
    public var maximum: String?
    /// `pro-rata` or `makegood`; pro-rata where it is left out.
    public var shortfall: String?
    public var cap: Int64?
    public var promoCode: String?
    public var vanityURL: String?
    public var windowDays: Int?
    public var spots: [SpotPart]

    public init(
      slug: String, name: String? = nil, startsOn: String, endsOn: String, position: String = "mid-roll",
      insertion: String = "baked-in", goal: Int64? = nil, cpm: String? = nil, flat: String? = nil,
      cpa: String? = nil, perSpot: String? = nil, tiers: [String] = [], minimum: String? = nil,
      maximum: String? = nil, shortfall: String? = nil, cap: Int64? = nil, promoCode: String? = nil,
      vanityURL: String? = nil, windowDays: Int? = nil, spots: [SpotPart] = []
    ) {
      self.slug = slug
      self.name = name
      self.startsOn = startsOn
      self.endsOn = endsOn
      self.position = position
      self.insertion = insertion
      self.goal = goal
      self.cpm = cpm
      self.flat = flat
      self.cpa = cpa
      self.perSpot = perSpot
      self.tiers = tiers
      self.minimum = minimum
      self.maximum = maximum
      self.shortfall = shortfall
      self.cap = cap
      self.promoCode = promoCode
      self.vanityURL = vanityURL
      self.windowDays = windowDays
      self.spots = spots
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
      case slug, name
      case startsOn = "starts"
      case endsOn = "ends"
      case position, insertion, goal, cpm, flat, cpa
      case perSpot = "per_spot"
      case tiers, minimum, maximum, shortfall, cap
      case promoCode = "promo_code"
      case vanityURL = "vanity_url"
      case windowDays = "window_days"
      case spots
    }

    public init(from decoder: any Decoder) throws {
      try OrderFileKeys.refuseUnknown(CodingKeys.self, in: decoder)
      let container = try decoder.container(keyedBy: CodingKeys.self)
      func text(_ key: CodingKeys) throws -> String? { try container.decodeIfPresent(String.self, forKey: key) }
      slug = try container.decode(String.self, forKey: .slug)
      name = try text(.name)
      startsOn = try container.decode(String.self, forKey: .startsOn)
      endsOn = try container.decode(String.self, forKey: .endsOn)
      position = try text(.position) ?? Flight.Position.midRoll.rawValue
      insertion = try text(.insertion) ?? Flight.Insertion.bakedIn.rawValue
      goal = try container.decodeIfPresent(Int64.self, forKey: .goal)
      cpm = try text(.cpm)
      flat = try text(.flat)
      cpa = try text(.cpa)
      perSpot = try text(.perSpot)
      tiers = try container.decodeIfPresent([String].self, forKey: .tiers) ?? []
      minimum = try text(.minimum)
      maximum = try text(.maximum)
      shortfall = try text(.shortfall)
      cap = try container.decodeIfPresent(Int64.self, forKey: .cap)
      promoCode = try text(.promoCode)
      vanityURL = try text(.vanityURL)
      windowDays = try container.decodeIfPresent(Int.self, forKey: .windowDays)
      spots = try container.decodeIfPresent([SpotPart].self, forKey: .spots) ?? []
    }
  }

  /// One airing; `aired` says that it has been confirmed, and without it the spot is planned.
  public struct SpotPart: Codable, Sendable, Hashable {
    /// The episode's GUID.
    public var episode: String
    /// The show's slug; needed only where two shows share a GUID.
    public var podcast: String?
    public var airsOn: String
    public var aired: Bool

    public init(episode: String, podcast: String? = nil, airsOn: String, aired: Bool = false) {
      self.episode = episode
      self.podcast = podcast
      self.airsOn = airsOn
      self.aired = aired
    }

    enum CodingKeys: String, CodingKey, CaseIterable {
      case episode, podcast
      case airsOn = "airs_on"
      case aired
    }

    public init(from decoder: any Decoder) throws {
      try OrderFileKeys.refuseUnknown(CodingKeys.self, in: decoder)
      let container = try decoder.container(keyedBy: CodingKeys.self)
      episode = try container.decode(String.self, forKey: .episode)
      podcast = try container.decodeIfPresent(String.self, forKey: .podcast)
      airsOn = try container.decode(String.self, forKey: .airsOn)
      aired = try container.decodeIfPresent(Bool.self, forKey: .aired) ?? false
    }
  }
}

/// A misspelt key must not be dropped in silence: it may be the goal or the cap.
enum OrderFileKeys {
  private struct AnyKey: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  static func refuseUnknown<Keys: CodingKey & CaseIterable>(_ keys: Keys.Type, in decoder: any Decoder) throws {
    let known = keys.allCases.map(\.stringValue)
    let container = try decoder.container(keyedBy: AnyKey.self)
    guard let unknown = container.allKeys.map(\.stringValue).sorted().first(where: { !known.contains($0) }) else {
      return
    }
    let place = decoder.codingPath.map { $0.intValue.map { "\($0 + 1)" } ?? $0.stringValue }.joined(separator: " ")
    let suggestion = Suggestion.nearest(to: unknown, among: known)
    throw PodctlError(
      .orderFileInvalid, "the order file has an unknown key \"\(unknown)\"" + (place.isEmpty ? "" : " in \(place)"),
      hint: suggestion.map { "did you mean \"\($0)\"?" } ?? "the keys here are \(known.joined(separator: ", "))")
  }
}
