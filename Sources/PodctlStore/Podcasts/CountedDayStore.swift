import PodctlCore

/// The days that a tenant's lines fell on: since when, and whether their windows are still open.
public struct CountedDayStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Days that were ingested before and whose windows no run has closed yet, in order, each with its first ingest.
  public func open() throws -> [(day: Day, firstIngestedAt: Instant)] {
    try tx.rows(
      """
      SELECT day, first_ingested_at FROM counted_days
      WHERE tenant_id = \(tx.tenant) AND closed_at IS NULL AND purged_at IS NULL ORDER BY day
      """
    ).map { (try $0["day"], try $0["first_ingested_at"]) }
  }

  /// Days whose figures stand: their windows are closed, or their listeners' keys are gone.
  public func settled() throws -> Set<Day> {
    Set(
      try tx.rows(
        """
        SELECT day FROM counted_days
        WHERE tenant_id = \(tx.tenant) AND (closed_at IS NOT NULL OR purged_at IS NOT NULL)
        """
      ).map { try $0["day"] })
  }

  /// Remembers that lines of these days have come; an earlier time stays.
  public func begin(_ days: some Sequence<Day>, at now: Instant) throws {
    for day in days {
      try tx.run(
        """
        INSERT INTO counted_days (tenant_id, day, first_ingested_at) VALUES (\(tx.tenant), \(day), \(now))
        ON CONFLICT (tenant_id, day) DO NOTHING
        """)
    }
  }

  /// Closes the windows of a day: what has not reached its threshold will not, and of it only its lines are kept.
  public func close(_ day: Day, at now: Instant) throws {
    try tx.run(
      """
      INSERT INTO line_tallies (tenant_id, day, episode_id, reason, lines)
      SELECT \(tx.tenant), c.day, c.episode_id, \(LineReason.threshold.rawValue), sum(c.lines) FROM coverage c
      WHERE c.tenant_id = \(tx.tenant) AND c.day = \(day)
      GROUP BY c.day, c.episode_id
      ON CONFLICT (tenant_id, day, episode_id, reason) DO UPDATE SET lines = line_tallies.lines + excluded.lines
      """)
    try tx.run("DELETE FROM coverage WHERE tenant_id = \(tx.tenant) AND day = \(day)")
    try tx.run("UPDATE counted_days SET closed_at = \(now) WHERE tenant_id = \(tx.tenant) AND day = \(day)")
  }
}
