import PodctlCore

/// Lines of one file that came after their windows were closed.
public struct ClosedLines: Sendable, Hashable {
  public var key: EpisodeDay
  public var lines: Int64

  public init(key: EpisodeDay, lines: Int64) {
    self.key = key
    self.lines = lines
  }
}

/// The lines that came too late, by the file that brought them.
public struct ClosedLineStore {
  /// Late lines as they are listed.
  public struct Row: Sendable, Hashable {
    public var day: Day
    public var podcast: String
    public var episode: String
    public var lines: Int64
    /// Where the file lay when it was taken.
    public var file: String
    public var ingestedAt: Instant
  }

  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func insert(_ lines: [ClosedLines], of file: Identifier<IngestedFile>) throws {
    for entry in lines {
      try tx.run(
        """
        INSERT INTO closed_lines (tenant_id, file_id, day, episode_id, lines)
        VALUES (\(tx.tenant), \(file), \(entry.key.day), \(entry.key.episode), \(entry.lines))
        """)
    }
  }

  /// Late lines from a day on (nil for all), by day, show, episode and file.
  public func list(since day: Day?) throws -> [Row] {
    let since: Statement = day.map { " AND c.day >= \($0)" } ?? ""
    return try tx.rows(
      """
      SELECT c.day AS day, p.slug AS podcast, e.guid AS episode, c.lines AS lines, f.path AS file,
        f.ingested_at AS ingested_at
      FROM closed_lines c
      JOIN episodes e ON e.tenant_id = c.tenant_id AND e.episode_id = c.episode_id
      JOIN podcasts p ON p.tenant_id = e.tenant_id AND p.podcast_id = e.podcast_id
      JOIN ingested_files f ON f.tenant_id = c.tenant_id AND f.file_id = c.file_id
      WHERE c.tenant_id = \(tx.tenant)\(sql: since)
      ORDER BY c.day, \(bytewise: "p.slug"), \(bytewise: "e.guid"), f.ingested_at, \(bytewise: "f.path")
      """
    ).map {
      Row(
        day: try $0["day"], podcast: try $0["podcast"], episode: try $0["episode"], lines: try $0["lines"],
        file: try $0["file"], ingestedAt: try $0["ingested_at"])
    }
  }
}
