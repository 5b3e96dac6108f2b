import PodctlCore

/// A log file that was taken, whole, and what it was counted with.
public struct IngestedFile: Sendable, Hashable {
  public var id: Identifier<IngestedFile>
  public var path: String
  public var bytes: Int64
  /// Nanoseconds since the epoch.
  public var modified: Int64
  public var inode: Int64
  public var sha256: String
  public var format: String
  public var lines: Int64
  public var firstAt: Instant?
  public var lastAt: Instant?
  /// The rules' name and version, for example `iab-2.3/calendar`.
  public var rules: String
  public var listVersion: String
  public var zone: String
  public var ingestedAt: Instant

  public init(
    id: Identifier<IngestedFile>, path: String, bytes: Int64, modified: Int64, inode: Int64, sha256: String,
    format: String, lines: Int64, firstAt: Instant?, lastAt: Instant?, rules: String, listVersion: String,
    zone: String, ingestedAt: Instant
  ) {
    self.id = id
    self.path = path
    self.bytes = bytes
    self.modified = modified
    self.inode = inode
    self.sha256 = sha256
    self.format = format
    self.lines = lines
    self.firstAt = firstAt
    self.lastAt = lastAt
    self.rules = rules
    self.listVersion = listVersion
    self.zone = zone
    self.ingestedAt = ingestedAt
  }
}

/// The files that a tenant has taken, and the reason ledger of each.
public struct IngestedFileStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Makes other ingests of this tenant wait until the transaction ends: what two files cover is read, joined and
  /// written back, which must not happen twice at once. (SQLite has one writer in any case.)
  public func lock() throws {
    try tx.run("UPDATE tenants SET updated_at = updated_at WHERE tenant_id = \(tx.tenant)")
  }

  /// Whether a file of this content has been taken, under whatever name.
  public func find(sha256: String) throws -> IngestedFile? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND sha256 = \(sha256)").map(Self.file)
  }

  /// The file last taken from a place that has not changed since: same path, size, time and inode.
  public func find(path: String, bytes: Int64, modified: Int64, inode: Int64) throws -> IngestedFile? {
    try tx.first(
      """
      \(sql: Self.selection)
      WHERE tenant_id = \(tx.tenant) AND path = \(path) AND bytes = \(bytes) AND modified_ns = \(modified)
        AND inode = \(inode)
      """
    ).map(Self.file)
  }

  public func insert(_ file: IngestedFile, reasons: [(reason: String, lines: Int64)]) throws {
    try tx.run(
      """
      INSERT INTO ingested_files (tenant_id, file_id, path, bytes, modified_ns, inode, sha256, format, lines, first_at,
        last_at, rules, list_version, zone, ingested_at)
      VALUES (\(tx.tenant), \(file.id), \(file.path), \(file.bytes), \(file.modified), \(file.inode), \(file.sha256),
        \(file.format), \(file.lines), \(file.firstAt), \(file.lastAt), \(file.rules), \(file.listVersion),
        \(file.zone), \(file.ingestedAt))
      """)
    for entry in reasons {
      try tx.run(
        """
        INSERT INTO file_reasons (tenant_id, file_id, reason, lines)
        VALUES (\(tx.tenant), \(file.id), \(entry.reason), \(entry.lines))
        """)
    }
  }

  /// Remembers where an already taken content lies now, so that the next look need not hash it.
  public func moved(_ file: Identifier<IngestedFile>, path: String, modified: Int64, inode: Int64) throws {
    try tx.run(
      """
      UPDATE ingested_files SET path = \(path), modified_ns = \(modified), inode = \(inode)
      WHERE tenant_id = \(tx.tenant) AND file_id = \(file)
      """)
  }

  /// Whether any file has been taken.
  public func hasAny() throws -> Bool {
    try tx.first("SELECT file_id FROM ingested_files WHERE tenant_id = \(tx.tenant) LIMIT 1") != nil
  }

  /// All files, oldest first.
  public func all() throws -> [IngestedFile] {
    try tx.rows(
      "\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) ORDER BY ingested_at, \(bytewise: "path"), file_id"
    ).map(Self.file)
  }

  /// Lines by reason over all files, without the reasons that depend on the listeners' other lines.
  public func filteredLines() throws -> [(reason: String, lines: Int64)] {
    try tx.rows(
      """
      SELECT reason, sum(lines) AS lines FROM file_reasons
      WHERE tenant_id = \(tx.tenant) AND reason NOT IN ('counted', 'duplicate', 'threshold')
      GROUP BY reason ORDER BY \(bytewise: "reason")
      """
    ).map { (try $0["reason"], try $0["lines"]) }
  }

  /// Whether anything has been taken at all, and up to which instant.
  public func completeThrough() throws -> Instant? {
    try tx.first("SELECT max(last_at) AS last_at FROM ingested_files WHERE tenant_id = \(tx.tenant)")
      .flatMap { try $0["last_at"] }
  }

  private static let selection: Statement = """
    SELECT file_id, path, bytes, modified_ns, inode, sha256, format, lines, first_at, last_at, rules, list_version,
      zone, ingested_at
    FROM ingested_files
    """

  private static func file(_ row: Row) throws -> IngestedFile {
    IngestedFile(
      id: try row["file_id"], path: try row["path"], bytes: try row["bytes"], modified: try row["modified_ns"],
      inode: try row["inode"], sha256: try row["sha256"], format: try row["format"], lines: try row["lines"],
      firstAt: try row["first_at"], lastAt: try row["last_at"], rules: try row["rules"],
      listVersion: try row["list_version"], zone: try row["zone"], ingestedAt: try row["ingested_at"])
  }
}
