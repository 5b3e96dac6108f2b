import PodctlCore

/// A tenant's shows.
public struct PodcastStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// A show by its slug; throws `podcast_not_found` with the nearest slug.
  public func find(_ slug: String) throws -> Podcast {
    if let podcast = try first(slug: slug) { return podcast }
    let slugs: [String] = try tx.rows(
      "SELECT slug FROM podcasts WHERE tenant_id = \(tx.tenant) ORDER BY \(bytewise: "slug") LIMIT 1000"
    ).map { try $0["slug"] }
    let suggestion = Suggestion.nearest(to: slug, among: slugs)
    throw PodctlError(
      .podcastNotFound, "podcast \"\(slug)\" not found", hint: suggestion.map { "did you mean \"\($0)\"?" },
      commands: ["podctl podcast list"], context: [.init("podcast", slug)])
  }

  public func first(slug: String) throws -> Podcast? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND slug = \(slug)").map(Self.podcast)
  }

  /// All shows, by slug.
  public func all() throws -> [Podcast] {
    try tx.rows("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) ORDER BY \(bytewise: "slug")").map(Self.podcast)
  }

  /// Adds a show; throws `podcast_exists` when its slug is taken.
  public func insert(_ podcast: Podcast) throws {
    let added = try tx.run(
      """
      INSERT INTO podcasts (tenant_id, podcast_id, slug, title, author, link, language, feed_url, feed_etag,
        feed_modified, synced_at, created_at, updated_at)
      VALUES (\(tx.tenant), \(podcast.id), \(podcast.slug), \(podcast.title), \(podcast.author), \(podcast.link),
        \(podcast.language), \(podcast.feedURL), \(podcast.feedETag), \(podcast.feedModified), \(podcast.syncedAt),
        \(podcast.createdAt), \(podcast.updatedAt))
      ON CONFLICT (tenant_id, slug) DO NOTHING
      """)
    guard added == 1 else {
      throw PodctlError(
        .podcastExists, "podcast \"\(podcast.slug)\" exists already",
        hint: "bring it up to date with sync, choose another slug, or pass --if-not-exists",
        commands: ["podctl podcast sync \(podcast.slug)"], context: [.init("podcast", podcast.slug.text)])
    }
  }

  /// Writes everything of a show that may change; the slug stays.
  public func update(_ podcast: Podcast) throws {
    try tx.run(
      """
      UPDATE podcasts
      SET title = \(podcast.title), author = \(podcast.author), link = \(podcast.link),
        language = \(podcast.language), feed_url = \(podcast.feedURL), feed_etag = \(podcast.feedETag),
        feed_modified = \(podcast.feedModified), synced_at = \(podcast.syncedAt), updated_at = \(podcast.updatedAt)
      WHERE tenant_id = \(tx.tenant) AND podcast_id = \(podcast.id)
      """)
  }

  private static let selection: Statement = """
    SELECT podcast_id, slug, title, author, link, language, feed_url, feed_etag, feed_modified, synced_at, created_at,
      updated_at
    FROM podcasts
    """

  private static func podcast(_ row: Row) throws -> Podcast {
    Podcast(
      id: try row["podcast_id"], slug: try row["slug"], title: try row["title"], author: try row["author"],
      link: try row["link"], language: try row["language"], feedURL: try row["feed_url"],
      feedETag: try row["feed_etag"], feedModified: try row["feed_modified"], syncedAt: try row["synced_at"],
      createdAt: try row["created_at"], updatedAt: try row["updated_at"])
  }
}
