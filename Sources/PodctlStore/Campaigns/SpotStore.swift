import PodctlCore

/// The episode that a spot airs in, as people know it.
public struct SpotEpisode: Sendable, Hashable {
  public var id: Identifier<Episode>
  public var guid: String
  public var title: String
  public var podcast: Identifier<Podcast>
  public var podcastSlug: Slug
  public var podcastTitle: String
}

/// A tenant's spots.
public struct SpotStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// The spots of flights, by flight id, air date, id.
  public func all(of flights: [Identifier<Flight>]) throws -> [Spot] {
    try tx.rows(
      """
      \(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND flight_id IN \(anyOf: flights)
      ORDER BY flight_id, airs_on, spot_id
      """
    ).map(Self.spot)
  }

  public func all(of flight: Identifier<Flight>) throws -> [Spot] { try all(of: [flight]) }

  public func find(_ id: Identifier<Spot>) throws -> Spot? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND spot_id = \(id)").map(Self.spot)
  }

  public func first(flight: Identifier<Flight>, episode: Identifier<Episode>) throws -> Spot? {
    try tx.first(
      """
      \(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND flight_id = \(flight) AND episode_id = \(episode)
      """
    ).map(Self.spot)
  }

  /// Adds a spot; throws `spot_exists` when the flight has one in this episode.
  public func insert(_ spot: Spot) throws {
    let added = try tx.run(
      """
      INSERT INTO spots (tenant_id, spot_id, flight_id, episode_id, airs_on, status, aired_at, note, created_at)
      VALUES (\(tx.tenant), \(spot.id), \(spot.flight), \(spot.episode), \(spot.airsOn), \(spot.status),
        \(spot.airedAt), \(spot.note), \(spot.createdAt))
      ON CONFLICT (tenant_id, flight_id, episode_id) DO NOTHING
      """)
    guard added == 1 else {
      throw PodctlError(
        .spotExists, "the flight has a spot in this episode already",
        hint: "a flight airs once in an episode; name another episode, or pass --if-not-exists")
    }
  }

  /// Says whether a spot has aired; `airedAt` is nil for one that has not.
  public func mark(
    _ spot: Identifier<Spot>, _ status: Spot.Status, airsOn: Day, airedAt: Instant?, note: String?
  ) throws {
    try tx.run(
      """
      UPDATE spots SET status = \(status), airs_on = \(airsOn), aired_at = \(airedAt), note = \(note)
      WHERE tenant_id = \(tx.tenant) AND spot_id = \(spot)
      """)
  }

  /// The episodes of a GUID, in one show or in all, by show.
  public func episodes(guid: String, podcast: String?) throws -> [SpotEpisode] {
    let ofShow: Statement = podcast.map { "AND p.slug = \($0)" } ?? ""
    return try tx.rows(
      """
      \(sql: Self.episodeSelection)
      WHERE e.tenant_id = \(tx.tenant) AND p.tenant_id = \(tx.tenant) AND e.guid = \(guid) \(sql: ofShow)
      ORDER BY \(bytewise: "p.slug")
      """
    ).map(Self.episode)
  }

  /// The episodes of spots, by id.
  public func episodes(_ ids: [Identifier<Episode>]) throws -> [Identifier<Episode>: SpotEpisode] {
    let rows = try tx.rows(
      """
      \(sql: Self.episodeSelection)
      WHERE e.tenant_id = \(tx.tenant) AND p.tenant_id = \(tx.tenant) AND e.episode_id IN \(anyOf: ids)
      """)
    return Dictionary(try rows.map(Self.episode).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// GUIDs for "did you mean", newest first.
  public func guids() throws -> [String] {
    try tx.rows(
      """
      SELECT guid FROM episodes WHERE tenant_id = \(tx.tenant)
      ORDER BY created_at DESC, \(bytewise: "guid") LIMIT 1000
      """
    ).map { try $0["guid"] }
  }

  private static let selection: Statement = """
    SELECT spot_id, flight_id, episode_id, airs_on, status, aired_at, note, created_at FROM spots
    """

  private static let episodeSelection: Statement = """
    SELECT e.episode_id AS episode_id, e.guid AS guid, e.title AS title, p.podcast_id AS podcast_id,
      p.slug AS podcast_slug, p.title AS podcast_title
    FROM episodes e
    JOIN podcasts p ON p.tenant_id = e.tenant_id AND p.podcast_id = e.podcast_id
    """

  private static func spot(_ row: Row) throws -> Spot {
    Spot(
      id: try row["spot_id"], flight: try row["flight_id"], episode: try row["episode_id"],
      airsOn: try row["airs_on"], status: try row["status"], airedAt: try row["aired_at"], note: try row["note"],
      createdAt: try row["created_at"])
  }

  private static func episode(_ row: Row) throws -> SpotEpisode {
    SpotEpisode(
      id: try row["episode_id"], guid: try row["guid"], title: try row["title"], podcast: try row["podcast_id"],
      podcastSlug: try row["podcast_slug"], podcastTitle: try row["podcast_title"])
  }
}
