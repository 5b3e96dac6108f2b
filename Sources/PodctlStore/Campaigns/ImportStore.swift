import PodctlCore

/// One import of a file of rows.
public struct ImportRecord: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable { case delivery, conversions }

  public var id: Identifier<ImportRecord>
  public var kind: Kind
  /// Whose figures they are: an ad server for delivery, the sponsor's slug for conversions.
  public var source: String
  public var fileName: String
  public var sha256: String
  public var inserted: Int64
  public var updated: Int64
  public var unchanged: Int64
  public var rejected: Int64
  public var importedAt: Instant

  public init(
    id: Identifier<ImportRecord>, kind: Kind, source: String, fileName: String, sha256: String, inserted: Int64,
    updated: Int64, unchanged: Int64, rejected: Int64, importedAt: Instant
  ) {
    self.id = id
    self.kind = kind
    self.source = source
    self.fileName = fileName
    self.sha256 = sha256
    self.inserted = inserted
    self.updated = updated
    self.unchanged = unchanged
    self.rejected = rejected
    self.importedAt = importedAt
  }
}

extension ImportRecord.Kind: SQLBindable, SQLReadable {}

/// The imports of a tenant, with their counts.
public struct ImportStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  public func insert(_ record: ImportRecord) throws {
    try tx.run(
      """
      INSERT INTO imports (tenant_id, import_id, kind, source, file_name, sha256, inserted, updated, unchanged, rejected,
        imported_at)
      VALUES (\(tx.tenant), \(record.id), \(record.kind), \(record.source), \(record.fileName), \(record.sha256),
        \(record.inserted), \(record.updated), \(record.unchanged), \(record.rejected), \(record.importedAt))
      """)
  }

  public func find(_ id: Identifier<ImportRecord>) throws -> ImportRecord? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND import_id = \(id)").map(Self.record)
  }

  /// All imports of a kind, newest first.
  public func all(_ kind: ImportRecord.Kind) throws -> [ImportRecord] {
    try tx.rows(
      """
      \(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND kind = \(kind)
      ORDER BY imported_at DESC, import_id DESC
      """
    ).map(Self.record)
  }

  private static let selection: Statement = """
    SELECT import_id, kind, source, file_name, sha256, inserted, updated, unchanged, rejected, imported_at FROM imports
    """

  private static func record(_ row: Row) throws -> ImportRecord {
    ImportRecord(
      id: try row["import_id"], kind: try row["kind"], source: try row["source"], fileName: try row["file_name"],
      sha256: try row["sha256"], inserted: try row["inserted"], updated: try row["updated"],
      unchanged: try row["unchanged"], rejected: try row["rejected"], importedAt: try row["imported_at"])
  }
}
