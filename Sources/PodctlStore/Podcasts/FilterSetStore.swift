import PodctlCore

/// One list of a set of filters: which contents, and where and when they were read.
public struct StoredList: Sendable, Hashable {
  public var name: String
  /// SHA-256 of the contents as they apply, dates of entries included.
  public var sha256: String
  public var entries: Int
  /// A file's path, or an address.
  public var source: String
  /// The mark that the server gave with it.
  public var etag: String?
  /// When its source was last read, changed or not.
  public var readAt: Instant

  public init(name: String, sha256: String, entries: Int, source: String, etag: String? = nil, readAt: Instant) {
    self.name = name
    self.sha256 = sha256
    self.entries = entries
    self.source = source
    self.etag = etag
    self.readAt = readAt
  }
}

/// Lists that were in use together; at most one set is the current one.
public struct FilterSet: Sendable, Hashable {
  public var version: String
  public var importedAt: Instant
  public var source: String
  public var isCurrent: Bool
  public var lists: [StoredList]

  public init(version: String, importedAt: Instant, source: String, isCurrent: Bool, lists: [StoredList]) {
    self.version = version
    self.importedAt = importedAt
    self.source = source
    self.isCurrent = isCurrent
    self.lists = lists
  }
}

/// Filter lists by the hash of their contents, and the sets of them; they belong to no tenant.
public struct FilterSetStore {
  let tx: Transaction

  public init(_ tx: Transaction) { self.tx = tx }

  /// The set that counts now; nil when none was ever imported.
  public func current() throws -> FilterSet? {
    try tx.first("\(sql: Self.selection) WHERE is_current = \(true)").map(set)
  }

  public func find(_ version: String) throws -> FilterSet? {
    try tx.first("\(sql: Self.selection) WHERE version = \(version)").map(set)
  }

  /// All sets, newest first.
  public func all() throws -> [FilterSet] {
    try tx.rows("\(sql: Self.selection) ORDER BY imported_at DESC, \(bytewise: "version")").map(set)
  }

  /// A list's contents, packed.
  public func content(of list: StoredList) throws -> [UInt8] {
    guard
      let row = try tx.first(
        "SELECT content FROM filter_lists WHERE sha256 = \(list.sha256) AND name = \(list.name)")
    else { throw PodctlError(.databaseDamaged, "the stored filter list \(list.name) has no contents") }
    return try row["content"]
  }

  /// Keeps contents, once.
  public func keep(_ list: StoredList, content: [UInt8]) throws {
    try tx.run(
      """
      INSERT INTO filter_lists (sha256, name, entries, content, imported_at)
      VALUES (\(list.sha256), \(list.name), \(list.entries), \(content), \(list.readAt))
      ON CONFLICT (sha256, name) DO NOTHING
      """)
  }

  /// Writes a set down; a current one takes the place of the one before.
  public func save(_ set: FilterSet) throws {
    if set.isCurrent { try tx.run("UPDATE filter_sets SET is_current = \(false) WHERE is_current = \(true)") }
    try tx.run(
      """
      INSERT INTO filter_sets (version, imported_at, source, is_current)
      VALUES (\(set.version), \(set.importedAt), \(set.source), \(set.isCurrent))
      ON CONFLICT (version) DO UPDATE SET is_current = excluded.is_current
      """)
    try tx.run("DELETE FROM filter_set_lists WHERE version = \(set.version)")
    for (position, list) in set.lists.enumerated() {
      try tx.run(
        """
        INSERT INTO filter_set_lists (version, position, name, sha256, source, etag, read_at)
        VALUES (\(set.version), \(position), \(list.name), \(list.sha256), \(list.source), \(list.etag), \(list.readAt))
        """)
    }
  }

  private static let selection: Statement = "SELECT version, imported_at, source, is_current FROM filter_sets"

  private func set(_ row: Row) throws -> FilterSet {
    let version: String = try row["version"]
    let lists = try tx.rows(
      """
      SELECT s.name, s.sha256, l.entries, s.source, s.etag, s.read_at
      FROM filter_set_lists s JOIN filter_lists l ON l.sha256 = s.sha256 AND l.name = s.name
      WHERE s.version = \(version) ORDER BY s.position
      """
    ).map {
      StoredList(
        name: try $0["name"], sha256: try $0["sha256"], entries: try $0["entries"], source: try $0["source"],
        etag: try $0["etag"], readAt: try $0["read_at"])
    }
    return FilterSet(
      version: version, importedAt: try row["imported_at"], source: try row["source"],
      isCurrent: try row["is_current"], lists: lists)
  }
}
