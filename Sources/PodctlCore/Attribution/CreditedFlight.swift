/// What a flight and its spots are called where their credit is shown.
public struct CreditedFlight: Sendable, Hashable {
  /// One airing, by its date and episode.
  public struct Airing: Sendable, Hashable {
    public var spot: Identifier<Spot>
    public var airsOn: Day
    public var episode: Identifier<Episode>
    public var episodeTitle: String
    public var status: Spot.Status

    public init(
      spot: Identifier<Spot>, airsOn: Day, episode: Identifier<Episode>, episodeTitle: String, status: Spot.Status
    ) {
      self.spot = spot
      self.airsOn = airsOn
      self.episode = episode
      self.episodeTitle = episodeTitle
      self.status = status
    }
  }

  public var id: Identifier<Flight>
  public var campaign: Identifier<Campaign>
  public var campaignSlug: Slug
  public var slug: Slug
  public var name: String
  public var insertion: Flight.Insertion
  public var promoCode: String?
  /// By air date, then id.
  public var airings: [Airing]

  public init(
    id: Identifier<Flight>, campaign: Identifier<Campaign>, campaignSlug: Slug, slug: Slug, name: String,
    insertion: Flight.Insertion, promoCode: String?, airings: [Airing]
  ) {
    self.id = id
    self.campaign = campaign
    self.campaignSlug = campaignSlug
    self.slug = slug
    self.name = name
    self.insertion = insertion
    self.promoCode = promoCode
    self.airings = airings
  }
}
