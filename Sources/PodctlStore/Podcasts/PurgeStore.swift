import PodctlCore

/// Takes listeners' and households' keys out of old days; what is counted of them stays.
public struct PurgeStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// A day that still has keys, and what is known of its closing.
  public struct KeyedDay: Sendable, Hashable {
    public var day: Day
    public var downloads: Int64
    /// Listeners short of a download.
    public var unfinished: Int64
    /// Nil where the day is older than that record.
    public var firstIngestedAt: Instant?
    public var closedAt: Instant?
    public var purgedAt: Instant?
  }

  /// Days before another that have keys, oldest first.
  public func keyedDays(before cutoff: Day) throws -> [KeyedDay] {
    var days: [Day: KeyedDay] = [:]
    for (table, kind) in Self.tables {
      let rows = try tx.rows(
        "SELECT day, count(*) AS found FROM \(sql: table) WHERE tenant_id = \(tx.tenant) AND day < \(cutoff) GROUP BY day"
      )
      for row in rows {
        let day: Day = try row["day"]
        let found: Int64 = try row["found"]
        days[day, default: KeyedDay(day: day, downloads: 0, unfinished: 0)].downloads += kind == .downloads ? found : 0
        days[day]?.unfinished += kind == .coverage ? found : 0
      }
    }
    let rows = try tx.rows(
      """
      SELECT day, first_ingested_at, closed_at, purged_at FROM counted_days
      WHERE tenant_id = \(tx.tenant) AND day < \(cutoff)
      """)
    for row in rows {
      let day: Day = try row["day"]
      days[day]?.firstIngestedAt = try row["first_ingested_at"]
      days[day]?.closedAt = try row["closed_at"]
      days[day]?.purgedAt = try row["purged_at"]
    }
    return days.values.sorted { $0.day < $1.day }
  }

  /// Rolling requests stand behind downloads and coverage, which have their lines already.
  private enum Kind { case downloads, coverage, requests }

  private static let tables: [(table: Statement, kind: Kind)] = [
    ("downloads", .downloads), ("coverage", .coverage), ("rolling_requests", .requests),
  ]

  /// Marks a day: from now on what was kept speaks for it, and lines of it come too late.
  public func mark(_ day: Day, now: Instant) throws {
    try tx.run(
      """
      INSERT INTO counted_days (tenant_id, day, first_ingested_at, closed_at, purged_at)
      VALUES (\(tx.tenant), \(day), \(now), \(now), \(now))
      ON CONFLICT (tenant_id, day) DO UPDATE
      SET closed_at = coalesce(counted_days.closed_at, excluded.closed_at),
        purged_at = coalesce(counted_days.purged_at, excluded.purged_at)
      """)
  }

  /// Episodes of a day that still have keys.
  public func episodes(on day: Day) throws -> [Identifier<Episode>] {
    try tx.rows(
      """
      SELECT episode_id FROM downloads WHERE tenant_id = \(tx.tenant) AND day = \(day)
      UNION SELECT episode_id FROM coverage WHERE tenant_id = \(tx.tenant) AND day = \(day)
      UNION SELECT episode_id FROM rolling_requests WHERE tenant_id = \(tx.tenant) AND day = \(day)
      ORDER BY episode_id
      """
    ).map { try $0["episode_id"] }
  }

  /// Removes the first listeners' rows of an episode's day, at most about `limit` of each kind, and adds their lines to
  /// the tallies; gives how many rows went, 0 when none is left.
  public func purge(_ day: Day, _ episode: Identifier<Episode>, limit: Int) throws -> Int {
    var gone = 0
    for (table, kind) in Self.tables {
      let place: Statement = "tenant_id = \(tx.tenant) AND day = \(day) AND episode_id = \(episode)"
      let last = try tx.first(
        "SELECT listener FROM \(sql: table) WHERE \(sql: place) ORDER BY listener LIMIT 1 OFFSET \(limit - 1)")
      var some = place
      if let last { some = "\(sql: place) AND listener <= \(try last["listener"] as [UInt8])" }
      try tally(kind, table, some, day, episode)
      gone += try tx.run("DELETE FROM \(sql: table) WHERE \(sql: some)")
    }
    return gone
  }

  private func tally(
    _ kind: Kind, _ table: Statement, _ some: Statement, _ day: Day, _ episode: Identifier<Episode>
  ) throws {
    let tallies = LineTallyStore(tx)
    switch kind {
    case .downloads:
      let rows = try tx.rows(
        """
        SELECT provenance, count(*) AS found, sum(lines) AS lines FROM downloads WHERE \(sql: some)
        GROUP BY provenance
        """)
      for row in rows {
        let found: Int64 = try row["found"]
        let lines: Int64 = try row["lines"]
        if try row["provenance"] == DownloadStore.overLimit {
          try tallies.add(lines, to: .volume, day, episode)
        } else {
          try tallies.add(found, to: .counted, day, episode)
          try tallies.add(lines - found, to: .duplicate, day, episode)
        }
      }
    case .coverage:
      let lines = try tx.first("SELECT coalesce(sum(lines), 0) AS lines FROM \(sql: table) WHERE \(sql: some)")
      try tallies.add(try lines?["lines"] ?? 0, to: .threshold, day, episode)
    case .requests: break
    }
  }

  /// Forgets the households that the limit of volume spared on a day.
  public func forgetSpared(on day: Day) throws {
    try tx.run("DELETE FROM spared_households WHERE tenant_id = \(tx.tenant) AND day = \(day)")
  }
}
