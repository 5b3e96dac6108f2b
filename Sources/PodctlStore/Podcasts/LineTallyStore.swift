import PodctlCore

/// Lines by reason whose listeners' rows are gone, so that the ledger still sums to the lines read.
public struct LineTallyStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func add(_ lines: Int64, to reason: LineReason, _ day: Day, _ episode: Identifier<Episode>) throws {
    guard lines != 0 else { return }
    try tx.run(
      """
      INSERT INTO line_tallies (tenant_id, day, episode_id, reason, lines)
      VALUES (\(tx.tenant), \(day), \(episode), \(reason.rawValue), \(lines))
      ON CONFLICT (tenant_id, day, episode_id, reason) DO UPDATE SET lines = line_tallies.lines + excluded.lines
      """)
  }
}
