import PodctlCore

/// What made a figure change after a report had been made from it.
public enum RestatementCause: String, Sendable, CaseIterable, SQLBindable, SQLReadable {
  /// A file brought more lines.
  case file
  /// Files were counted again by other lists, rules or episodes.
  case recount
}

/// A figure of a day that changed after a report of that day had been made.
public struct FigureRestatement: Sendable, Hashable {
  /// A report that had said the old figure.
  public struct Report: Sendable, Hashable {
    public var campaign: String
    public var period: ClosedRange<Day>
    public var revision: Int
  }

  public var day: Day
  public var podcast: String
  public var episode: String
  public var provenance: Provenance
  public var was: Int64
  public var became: Int64
  public var changedAt: Instant
  public var cause: RestatementCause
  /// Where the file lay that changed it; nil for a recount.
  public var file: String?
  public var reports: [Report]
}

/// The days that reports no longer say rightly.
public struct RestatementStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Writes down those changes that a report made before has told otherwise: one of a campaign with a spot in the
  /// episode, over a period with the day in it.
  public func record(
    _ changes: [FigureChange], cause: RestatementCause, file: Identifier<IngestedFile>?, now: Instant
  ) throws {
    guard !changes.isEmpty, try tx.first("SELECT 1 AS found FROM reports WHERE tenant_id = \(tx.tenant) LIMIT 1") != nil
    else { return }
    try DownloadStore(tx).load(changes)
    try tx.run(
      """
      INSERT INTO restatements (tenant_id, day, episode_id, provenance, changed_at, was, became, cause, file_id)
      SELECT \(tx.tenant), c.day, c.episode_id, c.provenance, \(now), c.was, c.became, \(cause), \(file)
      FROM changed_figures c
      WHERE EXISTS (
        SELECT 1 FROM reports r
        JOIN flights f ON f.tenant_id = r.tenant_id AND f.campaign_id = r.campaign_id
        JOIN spots s ON s.tenant_id = f.tenant_id AND s.flight_id = f.flight_id
        WHERE r.tenant_id = \(tx.tenant) AND r.period_from <= c.day AND r.period_to >= c.day
          AND s.episode_id = c.episode_id)
      ON CONFLICT (tenant_id, day, episode_id, provenance, changed_at) DO UPDATE SET
        became = excluded.became, cause = excluded.cause, file_id = excluded.file_id
      """)
    try tx.run("DROP TABLE changed_figures")
  }

  /// Restatements of days from one on (nil for all), by the time of the change, then by day, show and episode.
  public func list(since day: Day?) throws -> [FigureRestatement] {
    let since: Statement = day.map { " AND x.day >= \($0)" } ?? ""
    var restatements: [FigureRestatement] = []
    var last: Key?
    try tx.stream(
      """
      SELECT x.day AS day, p.slug AS podcast, e.guid AS episode, x.episode_id AS episode_id,
        x.provenance AS provenance, x.was AS was, x.became AS became, x.changed_at AS changed_at, x.cause AS cause,
        i.path AS file, c.slug AS campaign, r.period_from AS period_from, r.period_to AS period_to,
        r.revision AS revision
      FROM restatements x
      JOIN episodes e ON e.tenant_id = x.tenant_id AND e.episode_id = x.episode_id
      JOIN podcasts p ON p.tenant_id = e.tenant_id AND p.podcast_id = e.podcast_id
      LEFT JOIN ingested_files i ON i.tenant_id = x.tenant_id AND i.file_id = x.file_id
      JOIN (
        SELECT DISTINCT s.tenant_id, s.episode_id, f.campaign_id
        FROM spots s JOIN flights f ON f.tenant_id = s.tenant_id AND f.flight_id = s.flight_id
        WHERE s.tenant_id = \(tx.tenant)) t ON t.tenant_id = x.tenant_id AND t.episode_id = x.episode_id
      JOIN reports r ON r.tenant_id = x.tenant_id AND r.campaign_id = t.campaign_id AND r.period_from <= x.day
        AND r.period_to >= x.day AND r.created_at <= x.changed_at
      JOIN campaigns c ON c.tenant_id = r.tenant_id AND c.campaign_id = r.campaign_id
      WHERE x.tenant_id = \(tx.tenant) AND x.was <> x.became\(sql: since)
      ORDER BY x.changed_at, x.day, \(bytewise: "p.slug"), \(bytewise: "e.guid"), x.episode_id,
        \(bytewise: "x.provenance"), \(bytewise: "c.slug"), r.period_from, r.period_to, r.revision
      """
    ) { row in
      let key = try Key(row)
      if key != last {
        restatements.append(try Self.restatement(row))
        last = key
      }
      restatements[restatements.count - 1].reports.append(
        FigureRestatement.Report(
          campaign: try row["campaign"], period: (try row["period_from"] as Day)...(try row["period_to"] as Day),
          revision: try row["revision"]))
    }
    return restatements
  }

  private struct Key: Equatable {
    var day: Day
    var episode: Identifier<Episode>
    var provenance: Provenance
    var changedAt: Instant

    init(_ row: Row) throws {
      day = try row["day"]
      episode = try row["episode_id"]
      provenance = try row["provenance"]
      changedAt = try row["changed_at"]
    }
  }

  private static func restatement(_ row: Row) throws -> FigureRestatement {
    FigureRestatement(
      day: try row["day"], podcast: try row["podcast"], episode: try row["episode"],
      provenance: try row["provenance"], was: try row["was"], became: try row["became"],
      changedAt: try row["changed_at"], cause: try row["cause"], file: try row["file"], reports: [])
  }
}
