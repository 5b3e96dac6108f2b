import PodctlCore

/// A figure of what was counted from logs beside what others counted; the two are never added.
public struct DownloadFigure: Sendable, Hashable {
  public var counted: Int64
  public var imported: Int64

  public init(counted: Int64 = 0, imported: Int64 = 0) {
    self.counted = counted
    self.imported = imported
  }
}

/// What a download's agent and log say of it besides its listener.
public enum DownloadDimension: String, Sendable, CaseIterable { case app, device, country }

/// Which downloads a figure is of: a tenant's or one show's, on some days, both included.
public struct DownloadScope: Sendable, Hashable {
  public var podcast: Identifier<Podcast>?
  public var days: ClosedRange<Day>

  public init(podcast: Identifier<Podcast>?, days: ClosedRange<Day>) {
    self.podcast = podcast
    self.days = days
  }
}

/// Downloads added up in every way that they are shown.
public struct DownloadFigureStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// The first and the last day with downloads; nil where there are none.
  public func days(of podcast: Identifier<Podcast>?) throws -> ClosedRange<Day>? {
    let row = try tx.first(
      """
      SELECT min(day) AS first, max(day) AS last FROM daily_downloads d
      WHERE d.tenant_id = \(tx.tenant)\(sql: show(podcast))
      """)
    guard let first: Day = try row?["first"], let last: Day = try row?["last"] else { return nil }
    return first...last
  }

  /// From the first to the last line that was read, the present at the latest.
  public func readInstants(now: Instant) throws -> ClosedRange<Instant> {
    let row = try tx.first(
      "SELECT min(first_at) AS first, max(last_at) AS last FROM ingested_files WHERE tenant_id = \(tx.tenant)")
    let last = min(try row?["last"] ?? now, now)
    return min(try row?["first"] ?? last, last)...last
  }

  public func byDay(_ scope: DownloadScope) throws -> [Day: DownloadFigure] {
    let rows = try tx.rows(
      "SELECT d.day AS day, \(sql: Self.sums) \(sql: daily(scope)) GROUP BY d.day")
    return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["day"], try Self.figure($0)) })
  }

  public func byEpisode(_ scope: DownloadScope) throws -> [Identifier<Episode>: DownloadFigure] {
    let rows = try tx.rows(
      "SELECT d.episode_id AS episode_id, \(sql: Self.sums) \(sql: daily(scope)) GROUP BY d.episode_id")
    return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["episode_id"], try Self.figure($0)) })
  }

  /// Downloads by app, device or country, nil for what is not known. Days whose listeners were purged have them from
  /// what the purge kept.
  public func by(_ dimension: DownloadDimension, _ scope: DownloadScope) throws -> [String?: DownloadFigure] {
    var figures: [String?: DownloadFigure] = [:]
    let rows = try tx.rows(
      """
      SELECT \(sql: dimension.column) AS value,
        count(CASE WHEN d.provenance = \(Provenance.counted) THEN 1 END) AS counted,
        count(CASE WHEN d.provenance = \(Provenance.imported) THEN 1 END) AS imported
      FROM downloads d
      WHERE d.tenant_id = \(tx.tenant) AND d.day >= \(scope.days.lowerBound) AND d.day <= \(scope.days.upperBound)
        \(sql: show(scope.podcast)) AND NOT EXISTS (
          SELECT 1 FROM counted_days c
          WHERE c.tenant_id = \(tx.tenant) AND c.day = d.day AND c.purged_at IS NOT NULL)
      GROUP BY \(sql: dimension.column)
      """)
    for row in rows { figures[try row["value"]] = try Self.figure(row) }
    for kept in try ListenerCountStore(tx).counts(.day, dimension, of: scope.podcast, within: scope.days) {
      figures[kept.value, default: DownloadFigure()].counted += kept.downloads
    }
    return figures
  }

  /// Hands on the days' downloads of each episode, episode by episode.
  public func streamDaily(
    of podcast: Identifier<Podcast>?, _ each: (Identifier<Episode>, Day, Provenance, Int64) throws -> Void
  ) throws {
    try tx.stream(
      """
      SELECT d.episode_id AS episode_id, d.day AS day, d.provenance AS provenance, d.downloads AS downloads
      FROM daily_downloads d WHERE d.tenant_id = \(tx.tenant)\(sql: show(podcast))
      ORDER BY d.episode_id, d.day
      """
    ) { row in try each(try row["episode_id"], try row["day"], try row["provenance"], try row["downloads"]) }
  }

  /// Downloads of one day that came before a moment of it, by episode and moment.
  public func before(
    _ edges: [(episode: Identifier<Episode>, edge: EpisodeAge.Edge)]
  ) throws -> [Identifier<Episode>: [EpisodeAge.Edge: DownloadFigure]] {
    var found: [Identifier<Episode>: [EpisodeAge.Edge: DownloadFigure]] = [:]
    for start in stride(from: 0, to: edges.count, by: 400) {
      let some = edges[start..<min(start + 400, edges.count)]
      var values: Statement = ""
      for (index, entry) in some.enumerated() {
        let comma: Statement = index == 0 ? "" : ", "
        values = "\(sql: values)\(sql: comma)(\(entry.episode), \(entry.edge.day), \(entry.edge.at))"
      }
      let rows = try tx.rows(
        """
        WITH edges (episode_id, day, at) AS (VALUES \(sql: values))
        SELECT e.episode_id AS episode_id, e.day AS day, e.at AS at,
          count(CASE WHEN d.provenance = \(Provenance.counted) THEN 1 END) AS counted,
          count(CASE WHEN d.provenance = \(Provenance.imported) THEN 1 END) AS imported
        FROM edges e
        JOIN downloads d ON d.tenant_id = \(tx.tenant) AND d.day = e.day AND d.episode_id = e.episode_id
          AND d.at < e.at
        GROUP BY e.episode_id, e.day, e.at
        """)
      for row in rows {
        let edge = EpisodeAge.Edge(day: try row["day"], at: try row["at"])
        found[try row["episode_id"], default: [:]][edge] = try Self.figure(row)
      }
    }
    return found
  }

  private static let sums: Statement = """
    coalesce(sum(CASE WHEN d.provenance = 'counted' THEN d.downloads END), 0) AS counted,
      coalesce(sum(CASE WHEN d.provenance = 'imported' THEN d.downloads END), 0) AS imported
    """

  private func daily(_ scope: DownloadScope) -> Statement {
    """
    FROM daily_downloads d
    WHERE d.tenant_id = \(tx.tenant) AND d.day >= \(scope.days.lowerBound) AND d.day <= \(scope.days.upperBound)
      \(sql: show(scope.podcast))
    """
  }

  /// Narrows rows of `d` to one show's episodes.
  func show(_ podcast: Identifier<Podcast>?) -> Statement {
    guard let podcast else { return "" }
    return """
       AND d.episode_id IN (
        SELECT episode_id FROM episodes WHERE tenant_id = \(tx.tenant) AND podcast_id = \(podcast))
      """
  }

  static func figure(_ row: Row) throws -> DownloadFigure {
    DownloadFigure(counted: try row["counted"], imported: try row["imported"])
  }
}

extension DownloadDimension {
  var column: Statement {
    switch self {
    case .app: "d.app"
    case .device: "d.device"
    case .country: "d.country"
    }
  }
}
