import PodctlCore

/// Kills a runner at each boundary of one file's statements and lets another go on, in a database that is there for this
/// alone.
///
/// On PostgreSQL the connection is cut off, which is all that a server sees of a client's end, and an index that is built
/// concurrently is stopped in the midst of its building as well. On SQLite each trial goes on with a copy of the file and
/// its log as they lie on the disk at that moment, which is all that a killed process leaves.
public struct KillTrial {
  public struct Result: Sendable {
    public internal(set) var kills = 0
    /// What was not as it should be after a kill; the first of it.
    public internal(set) var fault: String?
  }

  let url: DatabaseURL
  let ledger: MigrationLedger
  let searchPath: PostgresDriver.SearchPath
  let now: () -> Instant

  public init(
    _ url: DatabaseURL, ledger: MigrationLedger, searchPath: PostgresDriver.SearchPath, now: @escaping () -> Instant
  ) {
    self.url = url
    self.ledger = ledger
    self.searchPath = searchPath
    self.now = now
  }

  /// Brings the last of the files in, with every kill; those before it must be applied. Throws what a run says that was
  /// not killed.
  public func run(_ files: [MigrationFile]) throws -> Result {
    guard let file = files.last else { return Result() }
    return try url.dialect == .sqlite ? CrashImage(trial: self, files: files).run() : cut(files, file)
  }

  private func cut(_ files: [MigrationFile], _ file: MigrationFile) throws -> Result {
    var result = Result()
    let before = try snapshot(open())
    let isWhole = try MigrationScript(file, url.dialect).header.isTransactional
    var last: MigrationBoundary?
    while true {
      let runner = try runner(open(), files)
      var cut: MigrationBoundary?
      var stopper: BuildStopper?
      runner.interruption = { boundary, statement in
        guard cut == nil, boundary.file == file.fileName, last.map({ boundary > $0 }) ?? true else { return }
        if boundary.moment == .during {
          guard let index = statement?.concurrentIndex else { return }
          stopper = try BuildStopper(index, open: reopening())
        } else {
          runner.database.driver.sever()
        }
        cut = boundary
      }
      do {
        _ = try runner.up()
      } catch let error as PodctlError where cut != nil && KillTrial.isEnd(error) {}
      stopper?.finish()
      guard let cut else { return result }
      last = cut
      result.kills += 1
      try forgetLease()
      if isWhole, result.fault == nil, try snapshot(open()) != before {
        result.fault = "a run killed \(KillTrial.told(cut)) left something behind"
      }
    }
  }

  /// How an operation ends whose connection has.
  private static func isEnd(_ error: PodctlError) -> Bool {
    [.databaseUnreachable, .outcomeUnknown, .migrationStopped, .databaseBusy].contains(error.code)
  }

  static func told(_ boundary: MigrationBoundary) -> String {
    let place = "statement \(boundary.statement + 1)"
    return switch boundary.moment {
    case .before: "before \(place)"
    case .during: "in \(place)"
    case .after: "behind \(place)"
    }
  }

  func open() throws -> Database { try Database.open(url, for: .migrating, searchPath: searchPath, now: now) }

  func runner(_ database: Database, _ files: [MigrationFile]) throws -> MigrationRunner {
    try MigrationRunner(database, ledger: ledger, files: files, now: now)
  }

  func snapshot(_ database: Database) throws -> SchemaSnapshot {
    try database.read { tx in try SchemaCatalog(tx, without: ledger.tables).snapshot() }
  }

  /// As if the seconds had gone by after which a holder who says nothing is taken to be dead.
  func forgetLease(in database: Database? = nil) throws {
    let database = try database ?? open()
    try database.write { tx in
      guard try ledger.facts(in: tx).form == .current else { return }
      try tx.run("UPDATE \(sql: ledger.table(tx.dialect)) SET lease_until = NULL WHERE lease_until IS NOT NULL")
    }
  }

  private func reopening() -> @Sendable () throws -> Database {
    let (url, searchPath) = (url, searchPath)
    return { try Database.open(url, for: .migrating, searchPath: searchPath, now: { Instant(seconds: 0) }) }
  }
}
