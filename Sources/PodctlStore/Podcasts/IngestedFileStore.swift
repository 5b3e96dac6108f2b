import PodctlCore

/// The files that a tenant has taken, and the reason ledger of each.
public struct IngestedFileStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// Makes others of this tenant that take the lock wait until the transaction ends. Whatever reads, adds up or compares
  /// and then writes back takes it first, for each statement sees what others have committed before it: an ingest, a
  /// recount, a purge, an import, a run of attribution, a change of the tenant. (SQLite has one writer in any case.)
  public func lock() throws {
    try tx.run("UPDATE tenants SET updated_at = updated_at WHERE tenant_id = \(tx.tenant)")
  }

  /// Whether a file of this content has been taken, under whatever name.
  public func find(sha256: String) throws -> IngestedFile? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND sha256 = \(sha256)").map(Self.file)
  }

  /// The files last taken from these places. Whether one still lies there unchanged its size, time and inode tell.
  public func taken(from paths: [String]) throws -> [IngestedFile] {
    try Self.parts(of: paths).flatMap { part in
      try tx.rows("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND path IN \(anyOf: part)").map(Self.file)
    }
  }

  /// Which of these sizes a taken file has: a file of another size can only be new.
  public func taken(sizes: [Int64]) throws -> Set<Int64> {
    Set(
      try Self.parts(of: sizes).flatMap { part in
        try tx.rows(
          "SELECT DISTINCT bytes FROM ingested_files WHERE tenant_id = \(tx.tenant) AND bytes IN \(anyOf: part)"
        ).map { try $0["bytes"] as Int64 }
      })
  }

  /// SQLite takes 32,766 parameters a statement, PostgreSQL 65,535; a plan is made for each length, so few lengths.
  private static func parts<Value>(of values: [Value]) -> [[Value]] {
    stride(from: 0, to: values.count, by: 500).map { Array(values[$0..<min($0 + 500, values.count)]) }
  }

  public func insert(_ file: IngestedFile, reasons: [(reason: String, lines: Int64)]) throws {
    try tx.run(
      """
      INSERT INTO ingested_files (tenant_id, file_id, path, bytes, modified_ns, inode, sha256, format, lines, first_at,
        last_at, rules, list_version, zone, ingested_at, catalogue_sha256, provenance, said_format, format_map,
        is_shared)
      VALUES (\(tx.tenant), \(file.id), \(file.path), \(file.bytes), \(file.modified), \(file.inode), \(file.sha256),
        \(file.format), \(file.lines), \(file.firstAt), \(file.lastAt), \(file.rules), \(file.listVersion),
        \(file.zone), \(file.ingestedAt), \(file.catalogue), \(file.provenance), \(file.saidFormat.name),
        \(file.saidFormat.map), \(file.isShared))
      """)
    try insert(reasons, of: file.id)
  }

  /// Takes what a file was counted with, and its reasons, anew.
  public func recount(_ file: IngestedFile, reasons: [(reason: String, lines: Int64)]) throws {
    try tx.run(
      """
      UPDATE ingested_files
      SET path = \(file.path), modified_ns = \(file.modified), inode = \(file.inode), format = \(file.format),
        lines = \(file.lines), first_at = \(file.firstAt), last_at = \(file.lastAt), rules = \(file.rules),
        list_version = \(file.listVersion), zone = \(file.zone), catalogue_sha256 = \(file.catalogue),
        provenance = \(file.provenance), said_format = \(file.saidFormat.name), format_map = \(file.saidFormat.map)
      WHERE tenant_id = \(tx.tenant) AND file_id = \(file.id)
      """)
    try tx.run("DELETE FROM file_reasons WHERE tenant_id = \(tx.tenant) AND file_id = \(file.id)")
    try insert(reasons, of: file.id)
  }

  private func insert(_ reasons: [(reason: String, lines: Int64)], of file: Identifier<IngestedFile>) throws {
    for entry in reasons {
      try tx.run(
        """
        INSERT INTO file_reasons (tenant_id, file_id, reason, lines)
        VALUES (\(tx.tenant), \(file), \(entry.reason), \(entry.lines))
        """)
    }
  }

  /// Remembers where an already taken content lies now, so that the next look need not hash it.
  public func moved(_ file: IngestedFile) throws {
    try tx.run(
      """
      UPDATE ingested_files SET path = \(file.path), modified_ns = \(file.modified), inode = \(file.inode)
      WHERE tenant_id = \(tx.tenant) AND file_id = \(file.id)
      """)
  }

  /// Files that were counted by other rules, or in another zone.
  public func countedOtherwise(than rules: CountingRules, zone: Zone) throws -> [IngestedFile] {
    try tx.rows(
      """
      \(sql: Self.selection)
      WHERE tenant_id = \(tx.tenant) AND NOT (rules = \(rules.name) AND zone = \(zone.identifier))
      ORDER BY ingested_at, \(bytewise: "path"), file_id
      """
    ).map(Self.file)
  }

  /// Whether any file has been taken.
  public func hasAny() throws -> Bool {
    try tx.first("SELECT file_id FROM ingested_files WHERE tenant_id = \(tx.tenant) LIMIT 1") != nil
  }

  /// Whether a file with lines of some of these moments has been taken.
  public func reaches(_ instants: Range<Instant>) throws -> Bool {
    try tx.first(
      """
      SELECT file_id FROM ingested_files
      WHERE tenant_id = \(tx.tenant) AND first_at < \(instants.upperBound) AND last_at >= \(instants.lowerBound) LIMIT 1
      """) != nil
  }

  /// Whether any file was a log that tenants share.
  public func hasShared() throws -> Bool {
    try tx.first(
      "SELECT file_id FROM ingested_files WHERE tenant_id = \(tx.tenant) AND is_shared = \(true) LIMIT 1") != nil
  }

  /// All files, oldest first.
  public func all() throws -> [IngestedFile] {
    try tx.rows(
      "\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) ORDER BY ingested_at, \(bytewise: "path"), file_id"
    ).map(Self.file)
  }

  /// What files were counted with and when their last request was, each distinct combination once.
  public func kinds() throws -> [(rules: String, listVersion: String, lastAt: Instant?)] {
    try tx.rows(
      """
      SELECT rules, list_version, max(last_at) AS last_at FROM ingested_files
      WHERE tenant_id = \(tx.tenant) GROUP BY rules, list_version
      """
    ).map { (try $0["rules"], try $0["list_version"], try $0["last_at"]) }
  }

  /// Lines by reason over all files, without the reasons that depend on the listeners' other lines.
  public func filteredLines() throws -> [(reason: String, lines: Int64)] {
    try tx.rows(
      """
      SELECT reason, sum(lines) AS lines FROM file_reasons
      WHERE tenant_id = \(tx.tenant) AND reason NOT IN ('counted', 'duplicate', 'threshold', 'volume')
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
      zone, ingested_at, catalogue_sha256, provenance, said_format, format_map, is_shared
    FROM ingested_files
    """

  private static func file(_ row: Row) throws -> IngestedFile {
    var file = IngestedFile(
      id: try row["file_id"], path: try row["path"], bytes: try row["bytes"], modified: try row["modified_ns"],
      inode: try row["inode"], sha256: try row["sha256"], format: try row["format"], lines: try row["lines"],
      firstAt: try row["first_at"], lastAt: try row["last_at"], rules: try row["rules"],
      listVersion: try row["list_version"], zone: try row["zone"], ingestedAt: try row["ingested_at"],
      catalogue: try row["catalogue_sha256"], provenance: try row["provenance"])
    file.saidFormat = SaidFormat(name: try row["said_format"], map: try row["format_map"])
    file.isShared = try row["is_shared"]
    return file
  }
}
