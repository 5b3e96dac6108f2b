/// What `migrate up` would do to one database, bound to its files, its history and its server: a plan that was read and
/// agreed to is carried out as it was read, or not at all.
public struct MigrationPlan: Sendable, Hashable, Codable {
  public static let schema = "podctl.migrate.plan/1"

  public struct Statement: Sendable, Hashable, Codable {
    public var line: Int
    public var sql: String
    /// `ACCESS EXCLUSIVE on shows`.
    public var locks: [String]

    public init(line: Int, sql: String, locks: [String]) {
      self.line = line
      self.sql = sql
      self.locks = locks
    }
  }

  public struct Step: Sendable, Hashable, Codable {
    public var file: String
    public var label: String
    public var checksum: String
    /// True: the whole file or nothing. False: statement by statement, and a stopped run goes on.
    public var isTransactional: Bool
    /// How many it has; a file of very many is kept with its first ones and those that lock a table.
    public var count: Int
    public var statements: [Statement] = []

    public init(file: String, label: String, checksum: String, isTransactional: Bool, count: Int) {
      self.file = file
      self.label = label
      self.checksum = checksum
      self.isTransactional = isTransactional
      self.count = count
    }

    /// How much of one file's SQL a plan keeps, in bytes.
    public static let mostBytes = 1 << 20

    /// Whether a statement takes a lock that none before it does.
    public func needs(_ statement: Statement) -> Bool {
      !statement.locks.allSatisfy { lock in statements.contains { $0.locks.contains(lock) } }
    }
  }

  /// A table that a statement locks, as large as it is now.
  public struct Table: Sendable, Hashable, Codable {
    public var name: String
    public var bytes: Int64
    /// As the server estimates it; nil where it has never looked.
    public var rows: Int64?

    public init(name: String, bytes: Int64, rows: Int64?) {
      self.name = name
      self.bytes = bytes
      self.rows = rows
    }
  }

  public var schema = MigrationPlan.schema
  /// Which database on which server, as a hash.
  public var server: String
  /// The history, as a hash.
  public var ledger: String
  /// `postgres`, `sqlite`, `timescaledb` or `citus`.
  public var platform: String
  public var steps: [Step]
  public var tables: [Table]

  public init(server: String, ledger: String, platform: String, steps: [Step], tables: [Table]) {
    self.server = server
    self.ledger = ledger
    self.platform = platform
    self.steps = steps
    self.tables = tables
  }

  /// A lock with what stands behind it: `ACCESS EXCLUSIVE on shows (8.2 MB, about 12000 rows)`.
  public func sized(_ lock: String) -> String {
    guard let table = tables.first(where: { lock.hasSuffix(" on \($0.name)") }) else { return lock }
    let tenths = table.bytes * 10 / 1_048_576
    return "\(lock) (\(tenths / 10).\(tenths % 10) MB\(table.rows.map { ", about \($0) rows" } ?? ""))"
  }

  /// What of another plan is not as in this one, in a few words; nil where the two would do the same to the same.
  /// Tables may have grown meanwhile.
  public func differs(from other: MigrationPlan) -> String? {
    if server != other.server { return "it was made for another database" }
    if platform != other.platform { return "the database was \(platform) and is \(other.platform)" }
    if ledger != other.ledger { return "the history has gone on since" }
    for (mine, theirs) in zip(steps, other.steps) where mine.file != theirs.file || mine.checksum != theirs.checksum {
      return mine.file == theirs.file
        ? "\(mine.file) was changed since" : "\(theirs.file) stands where \(mine.file) stood"
    }
    return steps.count == other.steps.count
      ? nil : "it has \(steps.count) files, and there are \(other.steps.count) now"
  }
}
