import PodctlCore

/// One listener's requests of one episode on one day, as a file's counting found them.
public struct CountedGroup: Sendable, Equatable {
  public var day: Day
  public var episode: Identifier<Episode>
  /// HMAC-SHA-256 of address and agent under the tenant's secret.
  public var listener: [UInt8]
  /// HMAC-SHA-256 of the address under the tenant's secret.
  public var household: [UInt8]
  /// The first unfiltered request.
  public var at: Instant
  public var lines: Int64
  public var isDownload: Bool
  /// What is covered so far, packed by the counting engine; empty for a download, which needs it no more.
  public var state: [UInt8]
  /// The player's name in the agent lists; nil when they do not know it.
  public var app: String?

  public init(
    day: Day, episode: Identifier<Episode>, listener: [UInt8], household: [UInt8], at: Instant, lines: Int64,
    isDownload: Bool, state: [UInt8], app: String?
  ) {
    self.day = day
    self.episode = episode
    self.listener = listener
    self.household = household
    self.at = at
    self.lines = lines
    self.isDownload = isDownload
    self.state = state
    self.app = app
  }
}

/// Counted downloads, what is still short of one, and their daily roll-up.
public struct DownloadStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  private static let incoming = TemporaryTable(
    "incoming_groups",
    [
      ("day", .day), ("episode_id", .uuid), ("listener", .bytes), ("household", .bytes), ("at", .instant),
      ("lines", .integer), ("is_download", .boolean), ("state", .bytes), ("app", .text),
    ])

  /// Adds a file's groups to what is stored, so that any order of files and runs ends the same: lines add up, the
  /// first request wins, and `merge` joins what two files cover (nil state when together they make a download).
  public func add(
    groups: (_ each: (CountedGroup) throws -> Void) throws -> Void,
    now: Instant, merge: (_ key: CountedGroup, _ stored: [UInt8], _ added: [UInt8]) throws -> [UInt8]?
  ) throws {
    try tx.load(Self.incoming) { writer in
      try groups { try Self.write($0, to: writer) }
    }
    try addToDownloads()
    try mergeCoverage(merge)
    try addToCoverage()
    try rollUp(now: now)
    try tx.run("DROP TABLE incoming_groups")
  }

  private static func write(_ group: CountedGroup, to writer: any BulkWriter) throws {
    try writer.day(group.day)
    try writer.uuid(high: group.episode.high, low: group.episode.low)
    try group.listener.withUnsafeBufferPointer { try writer.bytes($0) }
    try group.household.withUnsafeBufferPointer { try writer.bytes($0) }
    try writer.instant(group.at)
    try writer.integer(group.lines)
    try writer.boolean(group.isDownload)
    try group.state.withUnsafeBufferPointer { try writer.bytes($0) }
    if let app = group.app {
      try Array(app.utf8).withUnsafeBufferPointer { try writer.text($0) }
    } else {
      try writer.null()
    }
    try writer.endRow()
  }

  /// Groups that are downloads, or add lines to one; then whatever coverage those keys had is folded in.
  private func addToDownloads() throws {
    try tx.run(
      """
      INSERT INTO downloads (tenant_id, day, episode_id, listener, household, at, lines, app)
      SELECT \(tx.tenant), i.day, i.episode_id, i.listener, i.household, i.at, i.lines, i.app
      FROM incoming_groups i
      WHERE i.is_download OR EXISTS (
        SELECT 1 FROM downloads d
        WHERE d.tenant_id = \(tx.tenant) AND d.day = i.day AND d.episode_id = i.episode_id AND d.listener = i.listener)
      ON CONFLICT (tenant_id, day, episode_id, listener, part) DO UPDATE SET
        lines = downloads.lines + excluded.lines,
        at = CASE WHEN excluded.at < downloads.at THEN excluded.at ELSE downloads.at END
      """)
    try tx.run(
      """
      UPDATE downloads SET
        lines = downloads.lines + c.lines,
        at = CASE WHEN c.at < downloads.at THEN c.at ELSE downloads.at END
      FROM coverage c
      WHERE downloads.tenant_id = \(tx.tenant) AND c.tenant_id = \(tx.tenant) AND c.day = downloads.day
        AND c.episode_id = downloads.episode_id AND c.listener = downloads.listener
      """)
    try dropFinishedCoverage()
  }

  private func dropFinishedCoverage() throws {
    try tx.run(
      """
      DELETE FROM coverage
      WHERE tenant_id = \(tx.tenant) AND EXISTS (
        SELECT 1 FROM downloads d
        WHERE d.tenant_id = \(tx.tenant) AND d.day = coverage.day AND d.episode_id = coverage.episode_id
          AND d.listener = coverage.listener)
      """)
  }

  /// Groups short of a download that an earlier file covered in part: together they may be one.
  private func mergeCoverage(
    _ merge: (_ key: CountedGroup, _ stored: [UInt8], _ added: [UInt8]) throws -> [UInt8]?
  ) throws {
    let rows = try tx.rows(
      """
      SELECT c.day AS day, c.episode_id AS episode_id, c.listener AS listener, c.household AS household, c.at AS at,
        c.lines AS lines, c.state AS stored, c.app AS app, i.at AS added_at, i.lines AS added_lines, i.state AS added
      FROM incoming_groups i
      JOIN coverage c ON c.tenant_id = \(tx.tenant) AND c.day = i.day AND c.episode_id = i.episode_id
        AND c.listener = i.listener
      """)
    for row in rows {
      let stored: [UInt8] = try row["stored"]
      var group = CountedGroup(
        day: try row["day"], episode: try row["episode_id"], listener: try row["listener"],
        household: try row["household"], at: min(try row["at"], try row["added_at"] as Instant),
        lines: try row["lines"] + (try row["added_lines"] as Int64), isDownload: false, state: [],
        app: try row["app"])
      if let state = try merge(group, stored, try row["added"]) {
        group.state = state
        try replaceCoverage(group)
      } else {
        try insertDownload(group)
      }
    }
    try dropFinishedCoverage()
  }

  private func replaceCoverage(_ group: CountedGroup) throws {
    try tx.run(
      """
      UPDATE coverage SET at = \(group.at), lines = \(group.lines), state = \(group.state)
      WHERE tenant_id = \(tx.tenant) AND day = \(group.day) AND episode_id = \(group.episode)
        AND listener = \(group.listener)
      """)
  }

  private func insertDownload(_ group: CountedGroup) throws {
    try tx.run(
      """
      INSERT INTO downloads (tenant_id, day, episode_id, listener, household, at, lines, app)
      VALUES (\(tx.tenant), \(group.day), \(group.episode), \(group.listener), \(group.household), \(group.at),
        \(group.lines), \(group.app))
      """)
  }

  /// Groups that nothing was known of.
  private func addToCoverage() throws {
    try tx.run(
      """
      INSERT INTO coverage (tenant_id, day, episode_id, listener, household, at, lines, state, app)
      SELECT \(tx.tenant), i.day, i.episode_id, i.listener, i.household, i.at, i.lines, i.state, i.app
      FROM incoming_groups i
      WHERE NOT i.is_download AND NOT EXISTS (
        SELECT 1 FROM downloads d
        WHERE d.tenant_id = \(tx.tenant) AND d.day = i.day AND d.episode_id = i.episode_id AND d.listener = i.listener)
      ON CONFLICT (tenant_id, day, episode_id, listener) DO NOTHING
      """)
  }

  private func rollUp(now: Instant) throws {
    try tx.run(
      """
      INSERT INTO daily_downloads (tenant_id, day, episode_id, provenance, downloads, updated_at)
      SELECT \(tx.tenant), d.day, d.episode_id, \(Provenance.counted), count(*), \(now)
      FROM downloads d
      WHERE d.tenant_id = \(tx.tenant) AND EXISTS (
        SELECT 1 FROM incoming_groups i WHERE i.day = d.day AND i.episode_id = d.episode_id)
      GROUP BY d.day, d.episode_id
      ON CONFLICT (tenant_id, day, episode_id, provenance) DO UPDATE SET
        downloads = excluded.downloads, updated_at = excluded.updated_at
      WHERE daily_downloads.downloads <> excluded.downloads
      """)
  }

  /// Lines behind downloads and behind what is short of one: `counted` is one for each download.
  public func survivingLines() throws -> (counted: Int64, duplicate: Int64, threshold: Int64) {
    let downloads = try tx.first(
      """
      SELECT count(*) AS counted, coalesce(sum(lines), 0) AS lines FROM downloads WHERE tenant_id = \(tx.tenant)
      """)
    let short = try tx.first(
      "SELECT coalesce(sum(lines), 0) AS lines FROM coverage WHERE tenant_id = \(tx.tenant)")
    let counted: Int64 = try downloads?["counted"] ?? 0
    let lines: Int64 = try downloads?["lines"] ?? 0
    return (counted, lines - counted, try short?["lines"] ?? 0)
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
