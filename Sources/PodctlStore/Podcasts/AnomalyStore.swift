import PodctlCore

/// The figures that anomalies are looked for in.
public struct AnomalyStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Addresses with at least so many counted downloads on one day, most first, at most `limit`.
  public func spikes(_ scope: DownloadScope, least: Int64, limit: Int) throws -> [AddressSpike] {
    try tx.rows(
      """
      SELECT d.day AS day, d.household AS household, count(*) AS downloads, count(DISTINCT d.listener) AS agents,
        count(DISTINCT d.episode_id) AS episodes,
        sum(CASE WHEN d.provenance = \(DownloadStore.overLimit) THEN 1 ELSE 0 END) AS withheld
      \(sql: counted(scope, orBeyondLimit: true))
      GROUP BY d.day, d.household HAVING count(*) >= \(least)
      ORDER BY count(*) DESC, d.day, d.household LIMIT \(limit)
      """
    ).map {
      AddressSpike(
        day: try $0["day"], household: try $0["household"], downloads: try $0["downloads"], agents: try $0["agents"],
        episodes: try $0["episodes"], isWithheld: try $0["withheld"] as Int64 > 0)
    }
  }

  /// A path of an episode that had another one before.
  public struct ChangedPath: Sendable, Hashable {
    public var episode: Identifier<Episode>
    public var podcast: Identifier<Podcast>
    public var guid: String
    public var path: String
    public var firstSeenAt: Instant
  }

  public func changedPaths(of podcast: Identifier<Podcast>?) throws -> [ChangedPath] {
    let ofPodcast: Statement = podcast.map { " AND e.podcast_id = \($0)" } ?? ""
    return try tx.rows(
      """
      SELECT e.episode_id AS episode_id, e.podcast_id AS podcast_id, e.guid AS guid, p.path AS path,
        p.first_seen_at AS first_seen_at
      FROM episode_paths p
      JOIN episodes e ON e.tenant_id = p.tenant_id AND e.episode_id = p.episode_id
      WHERE p.tenant_id = \(tx.tenant) AND e.tenant_id = \(tx.tenant)\(sql: ofPodcast) AND EXISTS (
        SELECT 1 FROM episode_paths o
        WHERE o.tenant_id = \(tx.tenant) AND o.episode_id = p.episode_id AND o.first_seen_at < p.first_seen_at)
      ORDER BY p.first_seen_at, \(bytewise: "p.path")
      """
    ).map {
      ChangedPath(
        episode: try $0["episode_id"], podcast: try $0["podcast_id"], guid: try $0["guid"], path: try $0["path"],
        firstSeenAt: try $0["first_seen_at"])
    }
  }

  /// Counted downloads of an episode on some days, and how many of them are by listeners who had it before those days.
  public func again(
    _ episode: Identifier<Episode>, on days: ClosedRange<Day>
  ) throws -> (downloads: Int64, again: Int64) {
    let row = try tx.first(
      """
      SELECT count(*) AS downloads, count(CASE WHEN EXISTS (
          SELECT 1 FROM downloads o
          WHERE o.tenant_id = \(tx.tenant) AND o.episode_id = d.episode_id AND o.day < \(days.lowerBound)
            AND o.listener = d.listener) THEN 1 END) AS again
      FROM downloads d
      WHERE d.tenant_id = \(tx.tenant) AND d.episode_id = \(episode) AND d.day >= \(days.lowerBound)
        AND d.day <= \(days.upperBound) AND d.provenance = \(Provenance.counted)
      """)
    return (try row?["downloads"] ?? 0, try row?["again"] ?? 0)
  }

  /// Lines of watches, and all lines, of the files that touch some instants.
  public func watchLines(_ instants: Range<Instant>) throws -> (watch: Int64, all: Int64) {
    let row = try tx.first(
      """
      SELECT coalesce(sum(CASE WHEN r.reason = 'watch' THEN r.lines END), 0) AS watch, coalesce(sum(r.lines), 0) AS lines
      FROM ingested_files f
      JOIN file_reasons r ON r.tenant_id = f.tenant_id AND r.file_id = f.file_id
      WHERE f.tenant_id = \(tx.tenant) AND r.tenant_id = \(tx.tenant) AND f.first_at < \(instants.upperBound)
        AND f.last_at >= \(instants.lowerBound)
      """)
    return (try row?["watch"] ?? 0, try row?["lines"] ?? 0)
  }

  /// Listeners with and without a download by player, on those of the days whose unfinished ones are still kept.
  public func reaches(_ scope: DownloadScope) throws -> [AgentShares.Reach] {
    let held = try tx.first(
      """
      SELECT min(d.day) AS first, max(d.day) AS last FROM coverage d
      WHERE d.tenant_id = \(tx.tenant) AND d.day >= \(scope.days.lowerBound) AND d.day <= \(scope.days.upperBound)
      """)
    guard let first: Day = try held?["first"], let last: Day = try held?["last"] else { return [] }
    let part = DownloadScope(podcast: scope.podcast, days: first...last)
    let rows = try tx.rows(
      """
      SELECT app, sum(downloads) AS downloads, sum(short) AS short FROM (
        SELECT d.app AS app, count(*) AS downloads, 0 AS short \(sql: counted(part)) GROUP BY d.app
        UNION ALL
        SELECT d.app AS app, 0 AS downloads, count(*) AS short
        FROM coverage d
        WHERE d.tenant_id = \(tx.tenant) AND d.day >= \(first) AND d.day <= \(last)
          \(sql: DownloadFigureStore(tx).show(scope.podcast))
        GROUP BY d.app
      ) AS both_kinds
      WHERE app IS NOT NULL GROUP BY app ORDER BY \(bytewise: "app")
      """)
    return try rows.map { .init(app: try $0["app"], downloads: try $0["downloads"], short: try $0["short"]) }
  }

  /// Counted downloads by day and player.
  public func apps(_ scope: DownloadScope) throws -> [(day: Day, app: String, downloads: Int64)] {
    try tx.rows(
      """
      SELECT d.day AS day, coalesce(d.app, 'unknown') AS app, count(*) AS downloads
      \(sql: counted(scope)) GROUP BY d.day, d.app ORDER BY d.day, \(bytewise: "d.app")
      """
    ).map { (try $0["day"], try $0["app"], try $0["downloads"]) }
  }

  private func counted(_ scope: DownloadScope, orBeyondLimit: Bool = false) -> Statement {
    let others = orBeyondLimit ? DownloadStore.overLimit : Provenance.counted.rawValue
    return """
      FROM downloads d
      WHERE d.tenant_id = \(tx.tenant) AND d.day >= \(scope.days.lowerBound) AND d.day <= \(scope.days.upperBound)
        AND d.provenance IN (\(Provenance.counted), \(others))\(sql: DownloadFigureStore(tx).show(scope.podcast))
      """
  }
}
