import PodctlCore
import PodctlDigest

/// The limit of volume: an address that has more downloads on a day than the limit has none that count. It is decided
/// over all that is stored of the day whenever something of the day has changed, so that no order of files matters.
extension DownloadStore {
  private static let spared = TemporaryTable("incoming_spared", [("day", .day), ("household", .bytes)])

  /// Remembers addresses that the limit spares on a day: those of the safe list, and ids that stand for no address.
  public func spare(_ groups: some Collection<CountedGroup>) throws {
    let households = Set(groups.map { Spared(day: $0.key.day, household: $0.household) })
    guard !households.isEmpty else { return }
    try tx.load(Self.spared) { writer in
      for entry in households {
        try writer.day(entry.day)
        try entry.household.withBytes { try writer.bytes($0) }
        try writer.endRow()
      }
    }
    try tx.run(
      """
      INSERT INTO spared_households (tenant_id, day, household)
      SELECT \(tx.tenant), i.day, i.household FROM incoming_spared i WHERE true
      ON CONFLICT (tenant_id, day, household) DO NOTHING
      """)
    try tx.run("DROP TABLE incoming_spared")
  }

  private struct Spared: Hashable {
    var day: Day
    var household: KeyedHash
  }

  /// Marks the downloads of days that are beyond the limit, and those that are no more. Returns all episodes of the days
  /// on which some were or are.
  public func limitVolume(to limit: Int, on days: [Day]) throws -> [EpisodeDay] {
    var touched: [Day] = []
    for day in days {
      // Almost all days have no such address, and are looked through once.
      guard try hasBeyond(limit, on: day) else { continue }
      touched.append(day)
      let above: Statement = """
        household IN (
          SELECT d.household FROM downloads d
          WHERE d.tenant_id = \(tx.tenant) AND d.day = \(day) AND d.provenance <> \(Provenance.imported)
            AND d.household NOT IN (\(sql: spared(on: day)))
          GROUP BY d.household HAVING count(*) > \(limit))
        """
      try tx.run(
        """
        UPDATE downloads SET provenance = \(Self.overLimit)
        WHERE tenant_id = \(tx.tenant) AND day = \(day) AND provenance = \(Provenance.counted) AND \(sql: above)
        """)
      try tx.run(
        """
        UPDATE downloads SET provenance = \(Provenance.counted)
        WHERE tenant_id = \(tx.tenant) AND day = \(day) AND provenance = \(Self.overLimit) AND NOT \(sql: above)
        """)
    }
    guard !touched.isEmpty else { return [] }
    return try tx.rows(
      """
      SELECT DISTINCT day, episode_id FROM downloads
      WHERE tenant_id = \(tx.tenant) AND day IN \(anyOf: touched)
      """
    ).map { EpisodeDay(day: try $0["day"], episode: try $0["episode_id"]) }
  }

  /// Whether an address is beyond the limit on a day, or was when the day was last looked at.
  private func hasBeyond(_ limit: Int, on day: Day) throws -> Bool {
    try tx.first(
      """
      SELECT d.household FROM downloads d
      WHERE d.tenant_id = \(tx.tenant) AND d.day = \(day) AND d.provenance <> \(Provenance.imported)
      GROUP BY d.household
      HAVING sum(CASE WHEN d.provenance = \(Self.overLimit) THEN 1 ELSE 0 END) > 0
        OR (count(*) > \(limit) AND d.household NOT IN (\(sql: spared(on: day))))
      LIMIT 1
      """) != nil
  }

  private func spared(on day: Day) -> Statement {
    "SELECT s.household FROM spared_households s WHERE s.tenant_id = \(tx.tenant) AND s.day = \(day)"
  }
}
