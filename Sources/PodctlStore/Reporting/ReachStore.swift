import PodctlCore

/// Distinct listeners. Reach is counted over a set of days and episodes as a whole and never added up.
public struct ReachStore {
  /// Episodes and the days, both included, on which their downloads count.
  public struct Part: Sendable, Hashable {
    public var days: ClosedRange<Day>
    public var episodes: [Identifier<Episode>]

    public init(days: ClosedRange<Day>, episodes: [Identifier<Episode>]) {
      self.days = days
      self.episodes = episodes
    }
  }

  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Whether the daily totals know of no download that was taken over from another counter. A log may hold such rows
  /// beside others, so that what is said of whole files does not tell.
  public func allAreCounted() throws -> Bool {
    try tx.first(
      """
      SELECT 1 AS one FROM daily_downloads WHERE tenant_id = \(tx.tenant) AND provenance <> \(Provenance.counted) LIMIT 1
      """) == nil
  }

  /// Listeners with a counted download in any of the parts, each once. The daily totals say on which days an episode was
  /// downloaded at all, so that each of them is one short stretch of the downloads' key, and no other day is walked over.
  /// Where nothing was ever taken over from another counter, `allAreCounted` spares a look at each row beside the key.
  public func listeners(_ parts: [Part], allAreCounted: Bool) throws -> Int64 {
    guard let statement = statement(parts, allAreCounted: allAreCounted) else { return 0 }
    return try tx.first(statement).map { try $0["listeners"] } ?? 0
  }

  /// Its plan hangs on no statistics. CROSS JOIN keeps SQLite from beginning with the downloads. The pairs are found by
  /// themselves first: beside the range of days, which holds for the downloads' day too where that equals it, SQLite takes
  /// the range for the narrower condition, and walks over all downloads of the days for each pair.
  func statement(_ parts: [Part], allAreCounted: Bool) -> Statement? {
    let windows = parts.flatMap { part in part.episodes.map { ($0, part.days.lowerBound, part.days.upperBound) } }
    guard let first = windows.first, let days = Self.days(of: parts) else { return nil }
    let values = windows.dropFirst().reduce("(\(first.0), \(first.1), \(first.2))" as Statement) { text, window in
      "\(sql: text), (\(window.0), \(window.1), \(window.2))"
    }
    let counted: Statement = allAreCounted ? "" : "AND d.provenance = \(Provenance.counted)"
    return """
      WITH windows (episode_id, first_day, last_day) AS (VALUES \(sql: values)),
      found AS MATERIALIZED (
        SELECT t.day AS day, t.episode_id AS episode_id
        FROM windows w
        CROSS JOIN daily_downloads t \(sql: tx.dialect.by(index: "daily_downloads_by_episode"))
        WHERE t.tenant_id = \(tx.tenant) AND t.episode_id = w.episode_id AND t.day >= w.first_day
          AND t.day <= w.last_day AND t.provenance = \(Provenance.counted)
        GROUP BY t.day, t.episode_id)
      SELECT count(DISTINCT d.listener) AS listeners
      FROM found f
      CROSS JOIN downloads d
      WHERE d.tenant_id = \(tx.tenant) AND d.day = f.day AND d.episode_id = f.episode_id
        AND \(sql: tx.dialect.inMonths(of: days)) \(sql: counted)
      """
  }

  /// From the first of all days to the last: within constant bounds a server looks into no other month.
  private static func days(of parts: [Part]) -> ClosedRange<Day>? {
    guard let first = parts.map(\.days.lowerBound).min(), let last = parts.map(\.days.upperBound).max() else {
      return nil
    }
    return first...last
  }
}
