import PodctlCore

/// A tenant's episodes and the paths of their files.
public struct EpisodeStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Episodes of one show, or of all, newest first, those without a date last, then by GUID.
  public func list(of podcast: Identifier<Podcast>?, limit: Int? = nil, offset: Int = 0) throws -> [Episode] {
    let ofPodcast: Statement = podcast.map { " AND podcast_id = \($0)" } ?? ""
    let part: Statement = limit.map { " LIMIT \($0) OFFSET \(offset)" } ?? ""
    return try tx.rows(
      """
      \(sql: Self.selection) WHERE tenant_id = \(tx.tenant)\(sql: ofPodcast)
      ORDER BY published_at IS NULL, published_at DESC, \(bytewise: "guid"), episode_id\(sql: part)
      """
    ).map(Self.episode)
  }

  /// How many episodes each show has.
  public func counts() throws -> [Identifier<Podcast>: Int] {
    let rows = try tx.rows(
      "SELECT podcast_id, COUNT(*) AS episodes FROM episodes WHERE tenant_id = \(tx.tenant) GROUP BY podcast_id")
    return try Dictionary(
      rows.map { (try $0["podcast_id"], try $0["episodes"]) }, uniquingKeysWith: { first, _ in first })
  }

  /// An episode of a show by its GUID; throws `episode_not_found` with the nearest GUID.
  public func find(guid: String, of podcast: Podcast) throws -> Episode {
    let found = try tx.first(
      "\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND podcast_id = \(podcast.id) AND guid = \(guid)")
    if let found { return try Self.episode(found) }
    let guids: [String] = try tx.rows(
      """
      SELECT guid FROM episodes WHERE tenant_id = \(tx.tenant) AND podcast_id = \(podcast.id)
      ORDER BY \(bytewise: "guid") LIMIT 1000
      """
    ).map { try $0["guid"] }
    let suggestion = Suggestion.nearest(to: guid, among: guids)
    throw PodctlError(
      .episodeNotFound, "podcast \"\(podcast.slug)\" has no episode \"\(guid)\"",
      hint: suggestion.map { "did you mean \"\($0)\"?" }, commands: ["podctl podcast episodes \(podcast.slug)"],
      context: [.init("podcast", podcast.slug.text), .init("episode", guid)])
  }

  /// The paths of a few episodes, by path.
  public func paths(of episodes: [Identifier<Episode>]) throws -> [EpisodePath] {
    try tx.rows(
      """
      SELECT path, episode_id, bytes, media_type, host, is_current, first_seen_at FROM episode_paths
      WHERE tenant_id = \(tx.tenant) AND episode_id IN \(anyOf: episodes) ORDER BY \(bytewise: "path")
      """
    ).map(Self.path)
  }

  /// The paths of a show's episodes, or of all, by path.
  public func paths(of podcast: Identifier<Podcast>?) throws -> [EpisodePath] {
    let ofPodcast: Statement = podcast.map { " AND e.podcast_id = \($0)" } ?? ""
    return try tx.rows(
      """
      SELECT p.path, p.episode_id, p.bytes, p.media_type, p.host, p.is_current, p.first_seen_at
      FROM episode_paths p JOIN episodes e ON e.tenant_id = p.tenant_id AND e.episode_id = p.episode_id
      WHERE p.tenant_id = \(tx.tenant)\(sql: ofPodcast) ORDER BY \(bytewise: "p.path")
      """
    ).map(Self.path)
  }

  /// Which of these paths belong to episodes of other shows, each with that episode's GUID.
  public func owners(of paths: [String], outside podcast: Identifier<Podcast>) throws -> [String: String] {
    var owners: [String: String] = [:]
    // SQLite takes 32,766 parameters a statement, PostgreSQL 65,535; a plan is made for each length, so few lengths.
    for start in stride(from: 0, to: paths.count, by: 500) {
      let some = Array(paths[start..<min(start + 500, paths.count)])
      let rows = try tx.rows(
        """
        SELECT p.path, e.guid
        FROM episode_paths p JOIN episodes e ON e.tenant_id = p.tenant_id AND e.episode_id = p.episode_id
        WHERE p.tenant_id = \(tx.tenant) AND e.podcast_id <> \(podcast) AND p.path IN \(anyOf: some)
        """)
      for row in rows { owners[try row["path"]] = try row["guid"] }
    }
    return owners
  }

  private static func path(_ row: Row) throws -> EpisodePath {
    EpisodePath(
      path: try row["path"], episode: try row["episode_id"], bytes: try row["bytes"],
      mediaType: try row["media_type"], host: try row["host"], isCurrent: try row["is_current"],
      firstSeenAt: try row["first_seen_at"])
  }

  static let selection: Statement = """
    SELECT episode_id, podcast_id, guid, title, published_at, duration_seconds, kbps, header_bytes, created_at,
      updated_at
    FROM episodes
    """

  static func episode(_ row: Row) throws -> Episode {
    Episode(
      id: try row["episode_id"], podcast: try row["podcast_id"], guid: try row["guid"], title: try row["title"],
      publishedAt: try row["published_at"], durationSeconds: try row["duration_seconds"], kbps: try row["kbps"],
      headerBytes: try row["header_bytes"], createdAt: try row["created_at"], updatedAt: try row["updated_at"])
  }
}
