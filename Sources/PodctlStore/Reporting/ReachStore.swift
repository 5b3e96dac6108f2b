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

  /// Listeners with a counted download in any of the parts, each once. Where nothing was ever taken over from another
  /// counter, `allAreCounted` spares a look at each row beside the key that holds all else.
  public func listeners(_ parts: [Part], allAreCounted: Bool) throws -> Int64 {
    guard let first = parts.first else { return 0 }
    let condition = parts.dropFirst().reduce(Self.condition(first)) { "\(sql: $0) OR \(sql: Self.condition($1))" }
    let counted: Statement = allAreCounted ? "" : "AND provenance = \(Provenance.counted)"
    return try tx.first(
      """
      SELECT count(DISTINCT listener) AS listeners FROM downloads
      WHERE tenant_id = \(tx.tenant) \(sql: counted) AND (\(sql: condition))
      """
    ).map { try $0["listeners"] } ?? 0
  }

  private static func condition(_ part: Part) -> Statement {
    """
    (day >= \(part.days.lowerBound) AND day <= \(part.days.upperBound) AND episode_id IN \(anyOf: part.episodes))
    """
  }
}
