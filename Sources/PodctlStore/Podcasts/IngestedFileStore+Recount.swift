import PodctlCore

/// A file that was counted with something other than what counts today.
public struct OutdatedFile: Sendable, Hashable {
  public enum Difference: String, Sendable, CaseIterable { case rules, lists, zone, episodes }

  public var id: Identifier<IngestedFile>
  public var path: String
  /// In the order of the cases; never empty.
  public var differences: [Difference]
}

extension IngestedFileStore {
  /// The files that were counted by other rules, lists, zone or episodes than these, oldest first; nil asks nothing of
  /// lists or episodes. Files of before episodes were written down count as they are.
  public func outdated(rules: String, lists: String?, zone: String, catalogue: String?) throws -> [OutdatedFile] {
    try tx.rows(
      """
      SELECT file_id, path, rules, list_version, zone, catalogue_sha256 FROM ingested_files
      WHERE tenant_id = \(tx.tenant) AND provenance = 'counted'
      ORDER BY ingested_at, \(bytewise: "path"), file_id
      """
    ).compactMap { row in
      let counted: String? = try row["catalogue_sha256"]
      var differences: [OutdatedFile.Difference] = []
      if try row["rules"] != rules { differences.append(.rules) }
      if let lists, try row["list_version"] != lists { differences.append(.lists) }
      if try row["zone"] != zone { differences.append(.zone) }
      if let catalogue, let counted, counted != catalogue { differences.append(.episodes) }
      guard !differences.isEmpty else { return nil }
      return OutdatedFile(id: try row["file_id"], path: try row["path"], differences: differences)
    }
  }
}

extension IngestedFileStore {
  /// Lines of files ingested since an instant that came after their windows were closed, and how many files they are of.
  public func closedLines(since: Instant) throws -> (lines: Int64, files: Int64) {
    let row = try tx.first(
      """
      SELECT coalesce(sum(c.lines), 0) AS lines, count(DISTINCT c.file_id) AS files
      FROM closed_lines c
        JOIN ingested_files f ON f.tenant_id = c.tenant_id AND f.file_id = c.file_id
      WHERE c.tenant_id = \(tx.tenant) AND f.ingested_at >= \(since)
      """)
    return (try row?["lines"] ?? 0, try row?["files"] ?? 0)
  }
}
