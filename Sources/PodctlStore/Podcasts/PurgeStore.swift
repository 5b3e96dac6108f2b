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
  private enum Kind {
    case downloads, coverage, requests

    /// What of a row its lines are told by.
    var counted: Statement {
      switch self {
      case .downloads: "provenance, lines"
      case .coverage, .requests: "lines"
      }
    }
  }

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
  /// the tallies; gives how many rows went, 0 when none is left. What is added is told by the rows that this statement
  /// itself removed: another purge that is at the same rows finds none, and adds none.
  public func purge(_ day: Day, _ episode: Identifier<Episode>, limit: Int) throws -> Int {
    var gone = 0
    for (table, kind) in Self.tables {
      let place: Statement = "tenant_id = \(tx.tenant) AND day = \(day) AND episode_id = \(episode)"
      let last = try tx.first(
        "SELECT listener FROM \(sql: table) WHERE \(sql: place) ORDER BY listener LIMIT 1 OFFSET \(limit - 1)")
      var some = place
      if let last { some = "\(sql: place) AND listener <= \(try last["listener"] as [UInt8])" }
      var lines = RemovedLines()
      try tx.stream("DELETE FROM \(sql: table) WHERE \(sql: some) RETURNING \(sql: kind.counted)") { row in
        gone += 1
        try lines.add(row, kind)
      }
      for (reason, lines) in lines.found { try LineTallyStore(tx).add(lines, to: reason, day, episode) }
    }
    return gone
  }

  /// The lines of rows that were removed, by the reason that they had.
  private struct RemovedLines {
    private var sums: [LineReason: Int64] = [:]

    /// In the order of their names, so that two purges never wait for each other's tallies crosswise.
    var found: [(reason: LineReason, lines: Int64)] {
      sums.sorted { $0.key.rawValue < $1.key.rawValue }.map { ($0.key, $0.value) }
    }

    mutating func add(_ row: Row, _ kind: Kind) throws {
      switch kind {
      case .downloads:
        let lines: Int64 = try row["lines"]
        if try row["provenance"] == DownloadStore.overLimit {
          sums[.volume, default: 0] += lines
        } else {
          sums[.counted, default: 0] += 1
          sums[.duplicate, default: 0] += lines - 1
        }
      case .coverage: sums[.threshold, default: 0] += try row["lines"]
      case .requests: break
      }
    }
  }

  /// Forgets the households that the limit of volume spared on a day.
  public func forgetSpared(on day: Day) throws {
    try tx.run("DELETE FROM spared_households WHERE tenant_id = \(tx.tenant) AND day = \(day)")
  }
}
