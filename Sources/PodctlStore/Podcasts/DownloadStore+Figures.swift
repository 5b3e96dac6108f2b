import PodctlCore

/// A figure of a day that is not what it was.
public struct FigureChange: Sendable, Hashable {
  public var key: EpisodeDay
  public var provenance: Provenance
  public var was: Int64
  public var became: Int64

  public init(key: EpisodeDay, provenance: Provenance, was: Int64, became: Int64) {
    self.key = key
    self.provenance = provenance
    self.was = was
    self.became = became
  }
}

/// The daily roll-up, and what it says of reports that were made from it.
extension DownloadStore {
  /// The provenance in `downloads` of what is beyond an address's limit on its day; it has no figures.
  static let overLimit = "volume"

  private static let changes = TemporaryTable(
    "changed_figures",
    [("day", .day), ("episode_id", .uuid), ("provenance", .text), ("was", .integer), ("became", .integer)])

  /// Brings the roll-up of pairs in line with their downloads. `known` gives the counted downloads of pairs that had
  /// none before, which then need not be counted again. Returns what changed, in order.
  public func rollUp(
    _ pairs: some Collection<EpisodeDay>, known: [EpisodeDay: Int64] = [:], now: Instant
  ) throws -> [FigureChange] {
    guard !pairs.isEmpty else { return [] }
    var changes = known.filter { $0.value > 0 }.map {
      FigureChange(key: $0.key, provenance: .counted, was: 0, became: $0.value)
    }
    let asked = pairs.filter { known[$0] == nil }
    if !asked.isEmpty { changes += try compare(asked) }
    changes.sort { ($0.key, $0.provenance.rawValue) < ($1.key, $1.provenance.rawValue) }
    if !changes.isEmpty { try write(changes, now: now) }
    return changes
  }

  private struct Figure: Hashable {
    var key: EpisodeDay
    var provenance: Provenance

    init(_ row: Row) throws {
      key = EpisodeDay(day: try row["day"], episode: try row["episode_id"])
      provenance = try row["provenance"]
    }
  }

  private func compare(_ pairs: [EpisodeDay]) throws -> [FigureChange] {
    try tx.load(Self.pairs("touched_pairs")) { writer in for pair in pairs { try Self.write(pair, to: writer) } }
    var before: [Figure: Int64] = [:]
    try tx.stream(
      """
      SELECT d.day AS day, d.episode_id AS episode_id, d.provenance AS provenance, d.downloads AS downloads
      FROM touched_pairs p
      JOIN daily_downloads d ON d.tenant_id = \(tx.tenant) AND d.day = p.day AND d.episode_id = p.episode_id
      WHERE d.provenance <> \(Provenance.modelled)
      """
    ) { before[try Figure($0)] = try $0["downloads"] }
    var after: [Figure: Int64] = [:]
    try tx.stream(
      """
      SELECT d.day AS day, d.episode_id AS episode_id, d.provenance AS provenance, count(*) AS downloads
      FROM touched_pairs p
      JOIN downloads d ON d.tenant_id = \(tx.tenant) AND d.day = p.day AND d.episode_id = p.episode_id
      WHERE d.provenance <> \(Self.overLimit)
      GROUP BY d.day, d.episode_id, d.provenance
      """
    ) { after[try Figure($0)] = try $0["downloads"] }
    try tx.run("DROP TABLE touched_pairs")
    return Set(before.keys).union(after.keys).compactMap { figure in
      let was = before[figure] ?? 0
      let became = after[figure] ?? 0
      return was == became
        ? nil : FigureChange(key: figure.key, provenance: figure.provenance, was: was, became: became)
    }
  }

  private func write(_ changes: [FigureChange], now: Instant) throws {
    try load(changes)
    try tx.run(
      """
      INSERT INTO daily_downloads (tenant_id, day, episode_id, provenance, downloads, updated_at)
      SELECT \(tx.tenant), c.day, c.episode_id, c.provenance, c.became, \(now) FROM changed_figures c WHERE c.became > 0
      ON CONFLICT (tenant_id, day, episode_id, provenance) DO UPDATE SET
        downloads = excluded.downloads, updated_at = excluded.updated_at
      """)
    try tx.run(
      """
      DELETE FROM daily_downloads
      WHERE tenant_id = \(tx.tenant) AND (day, episode_id, provenance) IN (
        SELECT c.day, c.episode_id, c.provenance FROM changed_figures c WHERE c.became = 0)
      """)
    try tx.run("DROP TABLE changed_figures")
  }

  func load(_ changes: [FigureChange]) throws {
    try tx.load(Self.changes) { writer in
      for change in changes {
        try writer.day(change.key.day)
        try writer.uuid(high: change.key.episode.high, low: change.key.episode.low)
        try writer.text(change.provenance.rawValue)
        try writer.integer(change.was)
        try writer.integer(change.became)
        try writer.endRow()
      }
    }
  }
}
