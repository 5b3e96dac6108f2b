import PodctlCore

/// What of a tenant's counting a description of methodology needs.
public struct MethodologyStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// The stored lists in use, in their order; empty where none was imported.
  public func lists() throws -> [Methodology.List] {
    try tx.rows(
      """
      SELECT s.name AS name, s.sha256 AS sha256, s.first_day AS first_day, l.entries AS entries,
        l.imported_at AS imported_at
      FROM filter_sets f
      JOIN filter_set_lists s ON s.version = f.version
      JOIN filter_lists l ON l.sha256 = s.sha256 AND l.name = s.name
      WHERE f.is_current = \(true) ORDER BY s.position
      """
    ).map {
      Methodology.List(
        name: try $0["name"], sha256: try $0["sha256"], entries: try $0["entries"], importedAt: try $0["imported_at"],
        firstDay: try $0["first_day"])
    }
  }

  public func safeNetworks() throws -> [Methodology.SafeNetwork] {
    try tx.rows(
      """
      SELECT network, note, added_at, validated_at FROM safe_networks WHERE tenant_id = \(tx.tenant)
      ORDER BY validated_at, \(bytewise: "network")
      """
    ).map {
      Methodology.SafeNetwork(
        network: try $0["network"], note: try $0["note"], addedAt: try $0["added_at"],
        validatedAt: try $0["validated_at"])
    }
  }

  /// Files that touch some instants, by format, rules and lists.
  public func sources(_ instants: Range<Instant>) throws -> [Methodology.Source] {
    try tx.rows(
      """
      SELECT format, rules, list_version, count(*) AS files, sum(lines) AS lines, sum(bytes) AS bytes,
        min(first_at) AS first_at, max(last_at) AS last_at
      FROM ingested_files
      WHERE tenant_id = \(tx.tenant) AND first_at < \(instants.upperBound) AND last_at >= \(instants.lowerBound)
      GROUP BY format, rules, list_version
      ORDER BY min(first_at), \(bytewise: "format"), \(bytewise: "rules"), \(bytewise: "list_version")
      """
    ).map {
      Methodology.Source(
        format: try $0["format"], rules: try $0["rules"], listVersion: try $0["list_version"], files: try $0["files"],
        lines: try $0["lines"], bytes: try $0["bytes"], firstAt: try $0["first_at"], lastAt: try $0["last_at"])
    }
  }

  /// Lines that a filter took, by reason, of the files that touch some instants.
  public func filtered(_ instants: Range<Instant>) throws -> [String: Int64] {
    let rows = try tx.rows(
      """
      SELECT r.reason AS reason, sum(r.lines) AS lines
      FROM ingested_files f
      JOIN file_reasons r ON r.tenant_id = f.tenant_id AND r.file_id = f.file_id
      WHERE f.tenant_id = \(tx.tenant) AND r.tenant_id = \(tx.tenant) AND f.first_at < \(instants.upperBound)
        AND f.last_at >= \(instants.lowerBound) AND r.reason NOT IN ('counted', 'duplicate', 'threshold', 'volume')
      GROUP BY r.reason
      """)
    return try Dictionary(uniqueKeysWithValues: rows.map { (try $0["reason"], try $0["lines"]) })
  }

  /// Lines of listeners by reason on some days, from what is stored of them and from what was kept.
  public func settled(_ days: ClosedRange<Day>) throws -> [String: Int64] {
    let within: Statement = "tenant_id = \(tx.tenant) AND day >= \(days.lowerBound) AND day <= \(days.upperBound)"
    var lines: [String: Int64] = [:]
    let downloads = try tx.rows(
      """
      SELECT provenance, count(*) AS counted, sum(lines) AS lines FROM downloads WHERE \(sql: within)
      GROUP BY provenance
      """)
    for row in downloads {
      let counted: Int64 = try row["counted"]
      let all: Int64 = try row["lines"]
      if try row["provenance"] == DownloadStore.overLimit {
        lines["volume", default: 0] += all
      } else {
        lines["counted", default: 0] += counted
        lines["duplicate", default: 0] += all - counted
      }
    }
    lines["threshold"] =
      try tx.first("SELECT coalesce(sum(lines), 0) AS lines FROM coverage WHERE \(sql: within)")?["lines"] ?? 0
    for row in try tx.rows(
      "SELECT reason, sum(lines) AS lines FROM line_tallies WHERE \(sql: within) GROUP BY reason")
    {
      lines[try row["reason"], default: 0] += try row["lines"]
    }
    return lines
  }

  /// Figures of some days that changed after a report, the latest change first, at most `limit`.
  public func restatements(_ days: ClosedRange<Day>, limit: Int) throws -> [Methodology.Restated] {
    try tx.rows(
      """
      SELECT r.day AS day, e.guid AS guid, r.was AS was, r.became AS became, r.changed_at AS changed_at, r.cause AS cause
      FROM restatements r
      JOIN episodes e ON e.tenant_id = r.tenant_id AND e.episode_id = r.episode_id
      WHERE r.tenant_id = \(tx.tenant) AND e.tenant_id = \(tx.tenant) AND r.day >= \(days.lowerBound)
        AND r.day <= \(days.upperBound)
      ORDER BY r.changed_at DESC, r.day DESC, \(bytewise: "e.guid") LIMIT \(limit)
      """
    ).map {
      Methodology.Restated(
        day: try $0["day"], episode: try $0["guid"], was: try $0["was"], became: try $0["became"],
        changedAt: try $0["changed_at"], cause: try $0["cause"])
    }
  }

  /// How many days' listeners were purged, and the last of these days.
  public func purged() throws -> (days: Int, last: Day?) {
    let row = try tx.first(
      """
      SELECT count(*) AS days, max(day) AS last FROM counted_days
      WHERE tenant_id = \(tx.tenant) AND purged_at IS NOT NULL
      """)
    return (try row?["days"] ?? 0, try row?["last"])
  }
}
