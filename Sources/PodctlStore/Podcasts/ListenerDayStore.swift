import PodctlCore

/// What is stored of one listener of one episode on one day.
public struct ListenerDay: Sendable, Hashable {
  public struct Download: Sendable, Hashable {
    public var at: Instant
    public var lines: Int64
    public var app: String?
    /// Nil for one beyond the limit of volume, which does not count.
    public var provenance: Provenance?
  }

  /// Downloads whose windows began that day; more than one where clocks go back and windows roll.
  public var downloads: [Download]
  /// What an unfinished one covers, as `Coverage.state` packs it, and its lines.
  public var coverage: [UInt8]?
  public var coverageLines: Int64
  /// Lines of requests that are kept for rolling windows.
  public var requestLines: Int64?
}

/// When a day was first heard of, and what has become of it.
public struct CountedDay: Sendable, Hashable {
  public var firstIngestedAt: Instant
  public var closedAt: Instant?
  public var purgedAt: Instant?
}

/// Finds what is stored behind one line of a log.
public struct ListenerDayStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func find(_ listener: [UInt8], _ episode: Identifier<Episode>, on day: Day) throws -> ListenerDay {
    let place: Statement =
      "tenant_id = \(tx.tenant) AND day = \(day) AND episode_id = \(episode) AND listener = \(listener)"
    let downloads = try tx.rows(
      "SELECT at, lines, app, provenance FROM downloads WHERE \(sql: place) ORDER BY at"
    ).map {
      ListenerDay.Download(
        at: try $0["at"], lines: try $0["lines"], app: try $0["app"],
        provenance: Provenance(rawValue: try $0["provenance"]))
    }
    let coverage = try tx.first("SELECT state, lines FROM coverage WHERE \(sql: place)")
    let requests = try tx.first("SELECT lines FROM rolling_requests WHERE \(sql: place)")
    return ListenerDay(
      downloads: downloads, coverage: try coverage?["state"], coverageLines: try coverage?["lines"] ?? 0,
      requestLines: try requests?["lines"])
  }

  public func day(_ day: Day) throws -> CountedDay? {
    try tx.first(
      """
      SELECT first_ingested_at, closed_at, purged_at FROM counted_days
      WHERE tenant_id = \(tx.tenant) AND day = \(day)
      """
    ).map {
      CountedDay(
        firstIngestedAt: try $0["first_ingested_at"], closedAt: try $0["closed_at"], purgedAt: try $0["purged_at"])
    }
  }

  /// Lines of an episode's day that a file brought after the day was closed.
  public func closedLines(of file: Identifier<IngestedFile>, _ episode: Identifier<Episode>, on day: Day) throws
    -> Int64
  {
    try tx.first(
      """
      SELECT lines FROM closed_lines
      WHERE tenant_id = \(tx.tenant) AND file_id = \(file) AND day = \(day) AND episode_id = \(episode)
      """)?["lines"] ?? 0
  }
}
