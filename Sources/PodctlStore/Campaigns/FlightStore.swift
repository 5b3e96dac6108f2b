import PodctlCore

/// A tenant's flights.
public struct FlightStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// A campaign's flights, by first day, then slug.
  public func all(of campaign: Identifier<Campaign>) throws -> [Flight] { try all(of: [campaign]) }

  /// The flights of several campaigns, by campaign id, first day, slug.
  public func all(of campaigns: [Identifier<Campaign>]) throws -> [Flight] {
    try tx.rows(
      """
      \(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND campaign_id IN \(anyOf: campaigns)
      ORDER BY campaign_id, starts_on, \(bytewise: "slug")
      """
    ).map(Self.flight)
  }

  public func find(_ id: Identifier<Flight>) throws -> Flight? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND flight_id = \(id)").map(Self.flight)
  }

  public func first(slug: String, of campaign: Identifier<Campaign>) throws -> Flight? {
    try tx.first(
      "\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND campaign_id = \(campaign) AND slug = \(slug)"
    ).map(Self.flight)
  }

  /// A flight by its slug within a campaign; throws `flight_not_found` with the nearest slug.
  public func find(_ slug: String, of campaign: Campaign) throws -> Flight {
    if let flight = try first(slug: slug, of: campaign.id) { return flight }
    let suggestion = Suggestion.nearest(to: slug, among: try all(of: campaign.id).map(\.slug.text))
    throw PodctlError(
      .flightNotFound, "flight \"\(slug)\" not found in campaign \"\(campaign.slug)\"",
      hint: suggestion.map { "did you mean \"\($0)\"?" },
      commands: ["podctl campaign flight list \(campaign.slug)"], context: [.init("flight", slug)])
  }

  /// Every flight of a slug, whatever its campaign, by campaign id.
  public func all(slug: String) throws -> [Flight] {
    try tx.rows(
      "\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND slug = \(slug) ORDER BY campaign_id"
    ).map(Self.flight)
  }

  /// The flights that have a spot in an episode, by id.
  public func all(airingIn episode: Identifier<Episode>) throws -> [Flight] {
    try tx.rows(
      """
      \(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND flight_id IN (
        SELECT s.flight_id FROM spots s WHERE s.tenant_id = \(tx.tenant) AND s.episode_id = \(episode))
      ORDER BY flight_id
      """
    ).map(Self.flight)
  }

  /// Adds a flight; throws `flight_exists` when the campaign has one of its slug.
  public func insert(_ flight: Flight) throws {
    let added = try tx.run(
      """
      INSERT INTO flights (tenant_id, flight_id, campaign_id, order_id, slug, name, starts_on, ends_on, position,
        insertion, goal, price_model, rate_minor, cap, promo_code, vanity_url, window_days, delivery_source, flat_per, tiers,
        minimum_minor, maximum_minor, shortfall, created_at, updated_at)
      VALUES (\(tx.tenant), \(flight.id), \(flight.campaign), \(flight.order), \(flight.slug), \(flight.name),
        \(flight.startsOn), \(flight.endsOn), \(flight.position), \(flight.insertion), \(flight.goal),
        \(Self.storedModel(flight.priceModel)), \(flight.rateMinor), \(flight.cap), \(flight.promoCode), \(flight.vanityURL),
        \(flight.windowDays), \(flight.deliverySource), \(String(flight.priceModel == .spot ? "spot" : "flight")),
        \(Self.text(flight.terms.tiers)), \(flight.terms.minimumMinor), \(flight.terms.maximumMinor),
        \(flight.terms.shortfall), \(flight.createdAt), \(flight.updatedAt))
      ON CONFLICT (tenant_id, campaign_id, slug) DO NOTHING
      """)
    guard added == 1 else {
      throw PodctlError(
        .flightExists, "flight \"\(flight.slug)\" exists already in this campaign",
        hint: "choose another slug, or pass --if-not-exists", context: [.init("flight", flight.slug.text)])
    }
  }

  /// Names the source whose figures count for a flight.
  public func setDeliverySource(_ source: String, of flight: Identifier<Flight>, now: Instant) throws {
    try tx.run(
      """
      UPDATE flights SET delivery_source = \(source), updated_at = \(now)
      WHERE tenant_id = \(tx.tenant) AND flight_id = \(flight)
      """)
  }

  /// Who holds promo codes on any of the days, by first day; flights of cancelled campaigns have let go of theirs.
  public func promoCodes(from first: Day, through last: Day) throws -> [PromoCodeUse] {
    try tx.rows(
      """
      SELECT f.promo_code AS promo_code, f.flight_id AS flight_id, c.slug AS campaign, f.slug AS flight,
        f.starts_on AS starts_on, f.ends_on AS ends_on
      FROM flights f
      JOIN campaigns c ON c.tenant_id = f.tenant_id AND c.campaign_id = f.campaign_id
      WHERE f.tenant_id = \(tx.tenant) AND c.tenant_id = \(tx.tenant) AND f.promo_code IS NOT NULL
        AND c.status <> \(Campaign.Status.cancelled) AND f.starts_on <= \(last) AND f.ends_on >= \(first)
      ORDER BY f.starts_on, f.flight_id
      """
    ).map {
      PromoCodeUse(
        code: try $0["promo_code"], flight: try $0["flight_id"], campaignSlug: try $0["campaign"],
        flightSlug: try $0["flight"], startsOn: try $0["starts_on"], endsOn: try $0["ends_on"])
    }
  }

  private static let selection: Statement = """
    SELECT flight_id, campaign_id, order_id, slug, name, starts_on, ends_on, position, insertion, goal, price_model,
      rate_minor, cap, promo_code, vanity_url, window_days, delivery_source, flat_per, tiers, minimum_minor,
      maximum_minor, shortfall, created_at, updated_at
    FROM flights
    """

  private static func flight(_ row: Row) throws -> Flight {
    let model: Flight.PriceModel = try row["price_model"]
    var flight = Flight(
      id: try row["flight_id"], campaign: try row["campaign_id"], order: try row["order_id"], slug: try row["slug"],
      name: try row["name"], startsOn: try row["starts_on"], endsOn: try row["ends_on"],
      position: try row["position"], insertion: try row["insertion"], goal: try row["goal"],
      priceModel: try row["flat_per"] == "spot" ? .spot : model, rateMinor: try row["rate_minor"],
      cap: try row["cap"], promoCode: try row["promo_code"], vanityURL: try row["vanity_url"],
      windowDays: try row["window_days"], deliverySource: try row["delivery_source"],
      createdAt: try row["created_at"], updatedAt: try row["updated_at"])
    flight.terms = FlightTerms(
      tiers: try tiers(try row["tiers"]), minimumMinor: try row["minimum_minor"],
      maximumMinor: try row["maximum_minor"], shortfall: try row["shortfall"])
    return flight
  }
}
