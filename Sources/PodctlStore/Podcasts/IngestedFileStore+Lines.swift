import PodctlCore

/// The reason ledgers of single files.
extension IngestedFileStore {
  /// All lines of all files.
  public func allLines() throws -> Int64 {
    try tx.first("SELECT coalesce(sum(lines), 0) AS lines FROM ingested_files WHERE tenant_id = \(tx.tenant)")
      .map { try $0["lines"] } ?? 0
  }

  public func lines(of file: Identifier<IngestedFile>, reason: String) throws -> Int64 {
    try tx.first(
      """
      SELECT lines FROM file_reasons
      WHERE tenant_id = \(tx.tenant) AND file_id = \(file) AND reason = \(reason)
      """
    ).map { try $0["lines"] } ?? 0
  }

  /// Adds missing lines to a file's `closed`, or takes lines that are too many (a negative number) from its filters'
  /// reasons, the fullest first. Returns how much of it the file could take.
  public func shift(_ missing: Int64, in file: Identifier<IngestedFile>) throws -> Int64 {
    if missing > 0 {
      try tx.run(
        """
        INSERT INTO file_reasons (tenant_id, file_id, reason, lines)
        VALUES (\(tx.tenant), \(file), \(LineReason.closed.rawValue), \(missing))
        ON CONFLICT (tenant_id, file_id, reason) DO UPDATE SET lines = file_reasons.lines + excluded.lines
        """)
      return missing
    }
    let rows = try tx.rows(
      """
      SELECT reason, lines FROM file_reasons
      WHERE tenant_id = \(tx.tenant) AND file_id = \(file)
        AND reason NOT IN ('counted', 'duplicate', 'threshold', 'volume', 'closed', 'malformed')
      ORDER BY lines DESC, \(bytewise: "reason")
      """)
    var left = -missing
    for row in rows where left > 0 {
      let taken = min(left, try row["lines"])
      try tx.run(
        """
        UPDATE file_reasons SET lines = lines - \(taken)
        WHERE tenant_id = \(tx.tenant) AND file_id = \(file) AND reason = \(try row["reason"] as String)
        """)
      left -= taken
    }
    return missing + left
  }
}
