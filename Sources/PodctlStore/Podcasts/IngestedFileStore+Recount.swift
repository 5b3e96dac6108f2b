import PodctlCore

/// A file that was counted with something other than what counts today.
public struct OutdatedFile: Sendable, Hashable {
  public enum Difference: String, Sendable { case rules, lists, zone, episodes }

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
