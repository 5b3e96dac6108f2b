import PodctlCore

extension ClosedLineStore {
  /// Late lines of files ingested since an instant, and how many files they are of.
  public func count(since: Instant) throws -> (lines: Int64, files: Int64) {
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
