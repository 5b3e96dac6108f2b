import PodctlCore

/// A campaign as lists show it, with whose it is and how much it holds.
public struct CampaignEntry: Sendable, Hashable {
  public var campaign: Campaign
  public var sponsorSlug: Slug
  public var sponsorName: String
  public var flights: Int64
  /// The first day of its first flight; nil without flights.
  public var startsOn: Day?
  /// The last day of its last flight, included.
  public var endsOn: Day?
  /// The sum of its flights' goals; nil where none has one.
  public var goal: Int64?
}

/// A tenant's campaigns.
public struct CampaignStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// A campaign by its slug; throws `campaign_not_found` with the nearest slug.
  public func find(_ slug: String) throws -> Campaign {
    if let campaign = try first(slug: slug) { return campaign }
    let slugs: [String] = try tx.rows(
      "SELECT slug FROM campaigns WHERE tenant_id = \(tx.tenant) ORDER BY \(bytewise: "slug") LIMIT 1000"
    ).map { try $0["slug"] }
    let suggestion = Suggestion.nearest(to: slug, among: slugs)
    throw PodctlError(
      .campaignNotFound, "campaign \"\(slug)\" not found", hint: suggestion.map { "did you mean \"\($0)\"?" },
      commands: ["podctl campaign list"], context: [.init("campaign", slug)])
  }

  public func first(slug: String) throws -> Campaign? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND slug = \(slug)").map(Self.campaign)
  }

  public func find(_ id: Identifier<Campaign>) throws -> Campaign? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND campaign_id = \(id)").map(Self.campaign)
  }

  /// All campaigns of the given statuses, by slug.
  public func all(_ statuses: [Campaign.Status] = Campaign.Status.allCases) throws -> [Campaign] {
    try tx.rows(
      """
      \(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND status IN \(anyOf: statuses)
      ORDER BY \(bytewise: "slug")
      """
    ).map(Self.campaign)
  }

  /// Campaigns with their sponsors and the extent of their flights, by slug.
  public func entries(
    statuses: [Campaign.Status] = Campaign.Status.allCases, sponsor: Identifier<Sponsor>? = nil
  ) throws -> [CampaignEntry] {
    let ofSponsor: Statement = sponsor.map { "AND c.sponsor_id = \($0)" } ?? ""
    return try tx.rows(
      """
      SELECT c.campaign_id AS campaign_id, c.sponsor_id AS sponsor_id, c.slug AS slug, c.name AS name,
        c.status AS status, c.currency AS currency, c.notes AS notes, c.created_at AS created_at,
        c.updated_at AS updated_at, s.slug AS sponsor_slug, s.name AS sponsor_name, count(f.flight_id) AS flights,
        min(f.starts_on) AS starts_on, max(f.ends_on) AS ends_on, sum(f.goal) AS goal
      FROM campaigns c
      JOIN sponsors s ON s.tenant_id = c.tenant_id AND s.sponsor_id = c.sponsor_id
      LEFT JOIN flights f ON f.tenant_id = c.tenant_id AND f.campaign_id = c.campaign_id
      WHERE c.tenant_id = \(tx.tenant) AND s.tenant_id = \(tx.tenant) AND c.status IN \(anyOf: statuses)
        \(sql: ofSponsor)
      GROUP BY c.campaign_id, c.sponsor_id, c.slug, c.name, c.status, c.currency, c.notes, c.created_at,
        c.updated_at, s.slug, s.name
      ORDER BY \(bytewise: "c.slug")
      """
    ).map { row in
      CampaignEntry(
        campaign: try Self.campaign(row), sponsorSlug: try row["sponsor_slug"], sponsorName: try row["sponsor_name"],
        flights: try row["flights"], startsOn: try row["starts_on"], endsOn: try row["ends_on"], goal: try row["goal"])
    }
  }

  /// Adds a campaign; throws `campaign_exists` when its slug is taken.
  public func insert(_ campaign: Campaign) throws {
    let added = try tx.run(
      """
      INSERT INTO campaigns (tenant_id, campaign_id, sponsor_id, slug, name, status, currency, notes, created_at,
        updated_at)
      VALUES (\(tx.tenant), \(campaign.id), \(campaign.sponsor), \(campaign.slug), \(campaign.name),
        \(campaign.status), \(campaign.currency), \(campaign.notes), \(campaign.createdAt), \(campaign.updatedAt))
      ON CONFLICT (tenant_id, slug) DO NOTHING
      """)
    guard added == 1 else { throw Self.exists(campaign.slug) }
  }

  public static func exists(_ slug: Slug) -> PodctlError {
    PodctlError(
      .campaignExists, "campaign \"\(slug)\" exists already", hint: "choose another slug, or pass --if-not-exists",
      commands: ["podctl campaign show \(slug)"], context: [.init("campaign", slug.text)])
  }

  /// Changes a status, if it is still the one that was read; throws `transition_refused` when another run came first.
  public func change(_ campaign: Campaign, to status: Campaign.Status, now: Instant) throws {
    let changed = try tx.run(
      """
      UPDATE campaigns SET status = \(status), updated_at = \(now)
      WHERE tenant_id = \(tx.tenant) AND campaign_id = \(campaign.id) AND status = \(campaign.status)
      """)
    guard changed == 1 else {
      throw PodctlError(
        .transitionRefused, "campaign \"\(campaign.slug)\" was changed by another run", hint: "look at it again",
        commands: ["podctl campaign show \(campaign.slug)"], context: [.init("campaign", campaign.slug.text)])
    }
  }

  private static let selection: Statement = """
    SELECT campaign_id, sponsor_id, slug, name, status, currency, notes, created_at, updated_at FROM campaigns
    """

  private static func campaign(_ row: Row) throws -> Campaign {
    Campaign(
      id: try row["campaign_id"], sponsor: try row["sponsor_id"], slug: try row["slug"], name: try row["name"],
      status: try row["status"], currency: try row["currency"], notes: try row["notes"],
      createdAt: try row["created_at"], updatedAt: try row["updated_at"])
  }
}
