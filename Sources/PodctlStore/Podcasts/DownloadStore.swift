import PodctlCore

/// Counted downloads, what is still short of one, and their daily roll-up.
public struct DownloadStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Which of the pairs have anything stored that a group could have to be joined with.
  public func stored(of pairs: some Sequence<EpisodeDay>) throws -> Set<EpisodeDay> {
    try tx.load(Self.pairs("asked_pairs")) { writer in
      for pair in pairs { try Self.write(pair, to: writer) }
    }
    let rows = try tx.rows(
      """
      SELECT p.day AS day, p.episode_id AS episode_id FROM asked_pairs p
      WHERE EXISTS (
          SELECT 1 FROM downloads d
          WHERE d.tenant_id = \(tx.tenant) AND d.day = p.day AND d.episode_id = p.episode_id)
        OR EXISTS (
          SELECT 1 FROM coverage c
          WHERE c.tenant_id = \(tx.tenant) AND c.day = p.day AND c.episode_id = p.episode_id)
      """)
    try tx.run("DROP TABLE asked_pairs")
    return Set(try rows.map { EpisodeDay(day: try $0["day"], episode: try $0["episode_id"]) })
  }

  static func pairs(_ name: StaticString) -> TemporaryTable {
    TemporaryTable(name, [("day", .day), ("episode_id", .uuid)])
  }

  static func write(_ pair: EpisodeDay, to writer: any BulkWriter) throws {
    try writer.day(pair.day)
    try writer.uuid(high: pair.episode.high, low: pair.episode.low)
    try writer.endRow()
  }

  /// Lines behind downloads and behind what is short of one, those whose listeners are forgotten among them:
  /// `counted` is one for each download.
  public func survivingLines() throws -> SurvivingLines {
    var lines = SurvivingLines()
    let downloads = try tx.rows(
      """
      SELECT provenance, count(*) AS counted, sum(lines) AS lines FROM downloads WHERE tenant_id = \(tx.tenant)
      GROUP BY provenance
      """)
    for row in downloads {
      let counted: Int64 = try row["counted"]
      let all: Int64 = try row["lines"]
      if try row["provenance"] == Self.overLimit {
        lines.volume += all
      } else {
        lines.counted += counted
        lines.duplicate += all - counted
      }
    }
    lines.threshold =
      try tx.first("SELECT coalesce(sum(lines), 0) AS lines FROM coverage WHERE tenant_id = \(tx.tenant)")
      .map { try $0["lines"] } ?? 0
    let tallies = try tx.rows(
      "SELECT reason, sum(lines) AS lines FROM line_tallies WHERE tenant_id = \(tx.tenant) GROUP BY reason")
    for row in tallies { try lines.add(try row["lines"], reason: try row["reason"]) }
    return lines
  }

  /// Counted downloads by episode and day, ordered by both.
  public func daily(of episodes: [Identifier<Episode>], from first: Day, to last: Day) throws -> [DailyDownloads] {
    try tx.rows(
      """
      SELECT episode_id, day, downloads FROM daily_downloads
      WHERE tenant_id = \(tx.tenant) AND episode_id IN \(anyOf: episodes) AND day >= \(first) AND day <= \(last)
        AND provenance = \(Provenance.counted)
      ORDER BY day, episode_id
      """
    ).map { DailyDownloads(episode: try $0["episode_id"], day: try $0["day"], downloads: try $0["downloads"]) }
  }
}

/// Lines that passed the filters, by what became of them.
public struct SurvivingLines: Sendable, Equatable {
  public var counted: Int64 = 0
  public var duplicate: Int64 = 0
  public var threshold: Int64 = 0
  /// Of downloads beyond an address's limit.
  public var volume: Int64 = 0

  mutating func add(_ lines: Int64, reason: String) throws {
    switch LineReason(rawValue: reason) {
    case .counted: counted += lines
    case .duplicate: duplicate += lines
    case .threshold: threshold += lines
    case .volume: volume += lines
    default: throw PodctlError(.databaseDamaged, "lines are kept under \"\(reason)\", which no listener can have")
    }
  }
}

/// Downloads of one episode on one day of the counting zone.
public struct DailyDownloads: Sendable, Hashable {
  public var episode: Identifier<Episode>
  public var day: Day
  public var downloads: Int64

  public init(episode: Identifier<Episode>, day: Day, downloads: Int64) {
    self.episode = episode
    self.day = day
    self.downloads = downloads
  }
}
