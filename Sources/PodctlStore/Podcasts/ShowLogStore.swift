import PodctlCore

/// What the logs that were taken in have of a show, counted or not: where they have nothing, nobody has counted.
public struct ShowLogStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Whether any episode of a show has a counted download on one of the days.
  public func hasDownloads(of show: Identifier<Podcast>, on days: ClosedRange<Day>) throws -> Bool {
    try tx.first(
      """
      SELECT 1 AS found FROM episodes e
      WHERE e.tenant_id = \(tx.tenant) AND e.podcast_id = \(show) AND EXISTS (
        SELECT 1 FROM daily_downloads d
        WHERE d.tenant_id = \(tx.tenant) AND d.episode_id = e.episode_id AND d.day >= \(days.lowerBound)
          AND d.day <= \(days.upperBound) AND d.provenance = \(Provenance.counted))
      LIMIT 1
      """) != nil
  }

  /// Whether a line of any of the episodes fell on one of the days without making a download.
  public func hasLines(of episodes: [Identifier<Episode>], on days: ClosedRange<Day>) throws -> Bool {
    guard !episodes.isEmpty else { return false }
    // The days that have lines at all come first, so that each look is one short stretch of the other tables' keys.
    return try tx.first(
      """
      SELECT 1 AS found FROM counted_days k
      WHERE k.tenant_id = \(tx.tenant) AND k.day >= \(days.lowerBound) AND k.day <= \(days.upperBound)
        AND (EXISTS (
          SELECT 1 FROM coverage c
          WHERE c.tenant_id = \(tx.tenant) AND c.day = k.day AND c.episode_id IN \(anyOf: episodes))
        OR EXISTS (
          SELECT 1 FROM line_tallies l
          WHERE l.tenant_id = \(tx.tenant) AND l.day = k.day AND l.episode_id IN \(anyOf: episodes)))
      LIMIT 1
      """) != nil
  }

  /// The days, first to last, of each log with a line of any of the tenant's episodes, by whatever agent.
  public func logs() throws -> [ClosedRange<Day>] {
    let rows = try tx.rows(
      """
      SELECT DISTINCT f.first_at AS first_at, f.last_at AS last_at, f.zone AS zone FROM ingested_files f
      WHERE f.tenant_id = \(tx.tenant) AND f.provenance = \(Provenance.counted) AND f.first_at IS NOT NULL
        AND f.last_at IS NOT NULL AND EXISTS (
          SELECT 1 FROM file_reasons r
          WHERE r.tenant_id = \(tx.tenant) AND r.file_id = f.file_id AND r.lines > 0
            AND r.reason NOT IN \(anyOf: Self.beforePath.map(\.rawValue)))
      """)
    return try rows.compactMap { row in
      let zone = try Zone(row["zone"] as String)
      let (first, last): (Instant, Instant) = (try row["first_at"], try row["last_at"])
      return first <= last ? zone.day(of: first)...zone.day(of: last) : nil
    }
  }

  /// Whether anything was ever counted, or could have been: most of those who have no logs have none at all.
  public func hasAnything() throws -> Bool {
    try tx.first("SELECT 1 AS found FROM ingested_files WHERE tenant_id = \(tx.tenant) LIMIT 1") != nil
      || tx.first(
        """
        SELECT 1 AS found FROM daily_downloads
        WHERE tenant_id = \(tx.tenant) AND provenance = \(Provenance.counted) LIMIT 1
        """) != nil
  }

  /// Reasons of lines of which it does not follow that their path is an episode's.
  private static let beforePath: [LineReason] = [.malformed, .method, .status, .unknownPath]
}
