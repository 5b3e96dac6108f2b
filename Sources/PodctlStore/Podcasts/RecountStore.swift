import PodctlCore

/// Takes away what a recount makes anew.
public struct RecountStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Removes the facts of all days whose windows are open and whose listeners are known, and gives the episodes and
  /// days that had figures.
  public func clearOpenDays() throws -> [EpisodeDay] {
    let pairs = try tx.rows(
      """
      SELECT DISTINCT day, episode_id FROM daily_downloads
      WHERE tenant_id = \(tx.tenant) AND provenance <> \(Provenance.modelled) AND \(sql: isOpen)
      """
    ).map { EpisodeDay(day: try $0["day"], episode: try $0["episode_id"]) }
    try tx.run("DELETE FROM downloads WHERE tenant_id = \(tx.tenant) AND \(sql: isOpen)")
    try tx.run("DELETE FROM coverage WHERE tenant_id = \(tx.tenant) AND \(sql: isOpen)")
    try tx.run("DELETE FROM spared_households WHERE tenant_id = \(tx.tenant) AND \(sql: isOpen)")
    try tx.run("DELETE FROM rolling_requests WHERE tenant_id = \(tx.tenant) AND \(sql: isOpen)")
    return pairs
  }

  private var isOpen: Statement {
    """
    day NOT IN (
      SELECT c.day FROM counted_days c
      WHERE c.tenant_id = \(tx.tenant) AND (c.closed_at IS NOT NULL OR c.purged_at IS NOT NULL))
    """
  }
}
