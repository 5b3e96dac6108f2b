import Glibc
import PodctlCore
import PodctlDigest

/// Brings a database from one step of its history to the next: one transaction a file, the ledger's row in it, under a
/// lock, so that any number of runs at once, killed at any moment, leave each file applied once and whole.
public struct MigrationRunner {
  private let database: Database
  private let ledger: MigrationLedger
  private let files: [MigrationFile]
  private let now: () -> Instant

  /// `files` may hold every database's variants. Throws `migration_duplicate`.
  public init(
    _ database: Database, ledger: MigrationLedger, files: [MigrationFile], now: @escaping () -> Instant
  ) throws {
    self.database = database
    self.ledger = ledger
    self.files = try MigrationFile.chosen(files, for: database.driver.dialect)
    self.now = now
  }

  /// Every step with its state; throws where the history and the files disagree.
  public func history() throws -> [Migration] {
    try database.read { tx in try compared(with: ledger.entries(in: tx)) }
  }

  /// Applies what is pending and gives what this run applied. Writes nothing when nothing is pending. Throws
  /// `database_busy` when another run holds the lock for longer than `lockWait`.
  public func up(lockWait: Duration = .seconds(60), applied: (Migration) -> Void = { _ in }) throws -> [Migration] {
    var done: [Migration] = []
    for step in try history() where step.state == .pending {
      guard let file = files.first(where: { $0.version == step.version }) else { continue }
      if let migration = try underLock(lockWait, { try apply(file, in: $0) }) {
        done.append(migration)
        applied(migration)
      }
    }
    return done
  }

  /// Brings a new SQLite file to the newest schema in one transaction, so that a killed first command leaves it new.
  func fill() throws {
    try underLock(.seconds(60)) { tx in
      for file in files { _ = try apply(file, in: tx) }
    }
  }

  /// What is pending or unknown here, for the check at opening; throws `schema_behind` or `schema_ahead`.
  func checkSchema() throws {
    let entries = try database.read { tx in try ledger.entries(in: tx) }
    try checkNotAhead(entries)
    let known = Set(entries.map(\.version))
    let pending = files.filter { !known.contains($0.version) }
    guard let first = pending.first else { return }
    throw PodctlError(
      .schemaBehind,
      "the database lacks \(pending.count == 1 ? "a migration" : "\(pending.count) migrations"), from \(first.fileName) on",
      hint: "bring it up to date; it is safe to run at any time", commands: ["podctl migrate up"],
      context: [.init("pending", "\(pending.count)")])
  }

  private func checkNotAhead(_ entries: [MigrationLedger.Entry]) throws {
    guard ledger == .own, let newest = entries.last, newest.version > files.last?.version ?? 0 else { return }
    throw PodctlError(
      .schemaAhead, "the database was migrated by a newer podctl, to version \(newest.version) (\(newest.name))",
      hint: "install that podctl, or a later one", context: [.init("version", "\(newest.version)")])
  }

  /// Files beside entries, in the order of versions; throws at the first that disagrees.
  private func compared(with entries: [MigrationLedger.Entry]) throws -> [Migration] {
    try checkNotAhead(entries)
    var known: [Int64: MigrationLedger.Entry] = [:]
    for entry in entries {
      known[entry.version] = entry
      guard files.contains(where: { $0.version == entry.version }) else {
        throw PodctlError(
          .migrationMissing, "version \(entry.version) (\(entry.name)) was applied, and its file is gone",
          hint: "put the file back as it was; history is only added to",
          context: [.init("version", "\(entry.version)")])
      }
    }
    return try files.map { file in
      guard let entry = known[file.version] else {
        return Migration(
          version: file.version, name: file.name, state: .pending, checksum: file.checksum, appliedAt: nil,
          durationMilliseconds: nil, sql: file.text)
      }
      guard entry.checksum == file.checksum else {
        throw PodctlError(
          .migrationChanged, "\(file.fileName) was changed after it was applied",
          hint: "put it back as it was, and make the change in a new file",
          context: [
            .init("file", file.fileName), .init("applied", entry.checksum), .init("found", file.checksum),
          ])
      }
      return Migration(
        version: file.version, name: entry.name, state: .applied, checksum: entry.checksum,
        appliedAt: entry.appliedAt, durationMilliseconds: entry.durationMilliseconds, sql: file.text)
    }
  }

  /// Runs a file and writes its row; nil when another run was first, which only the state read inside the lock shows.
  private func apply(_ file: MigrationFile, in tx: Transaction) throws -> Migration? {
    if try !ledger.exists(in: tx) { try ledger.create(in: tx) }
    let history = try compared(with: ledger.entries(in: tx))
    guard history.contains(where: { $0.version == file.version && $0.state == .pending }) else { return nil }
    let start = now()
    do {
      try database.driver.script(file.text)
    } catch let error as PodctlError {
      throw failure(of: file, error)
    }
    let duration = max(0, (now().microseconds - start.microseconds) / 1000)
    let entry = MigrationLedger.Entry(
      version: file.version, name: file.name, checksum: file.checksum, appliedAt: start,
      durationMilliseconds: duration)
    try ledger.append(entry, in: tx)
    return Migration(
      version: file.version, name: file.name, state: .applied, checksum: file.checksum, appliedAt: start,
      durationMilliseconds: duration, sql: file.text)
  }

  /// The database's complaint with the file and line; what is not the file's fault keeps its own code.
  private func failure(of file: MigrationFile, _ error: PodctlError) -> PodctlError {
    let place = file.fileName + (error.context.first { $0.name == "line" }.map { ", line \($0.value)" } ?? "")
    let isFileFault = [.databaseFailed, .statementConflict, .migrationFailed].contains(error.code)
    return PodctlError(
      isFileFault ? .migrationFailed : error.code, "\(place): \(error.message)",
      hint: isFileFault ? "nothing of this file was kept; correct it and run migrate up again" : error.hint,
      commands: error.commands, context: [.init("file", file.fileName)] + error.context)
  }

  /// Both databases keep their locks by themselves, so the key need only tell podctl's two ledgers apart.
  private var lockKey: Int64 {
    SHA256.hash(Array("podctl.migrate\0\(ledger.name)".utf8)).prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }

  private func underLock<Result>(_ wait: Duration, _ body: (Transaction) throws -> Result) throws -> Result {
    let clock = ContinuousClock()
    let deadline = clock.now + wait
    var pause: UInt32 = 20_000
    while true {
      if let result = try attempt(body) { return result }
      guard clock.now < deadline else {
        throw PodctlError(
          .databaseBusy, "another podctl is migrating this database",
          hint: "nothing was changed; run it again when the other one has ended", commands: ["podctl migrate status"])
      }
      usleep(pause)
      pause = min(pause * 2, 500_000)
    }
  }

  /// One try for the lock; nil when another holds it.
  private func attempt<Result>(_ body: (Transaction) throws -> Result) throws -> Result? {
    do {
      return try database.write { tx in
        if let lock = database.driver.dialect.tryLock(lockKey) {
          let taken: Bool = try tx.first(lock)?["taken"] ?? false
          guard taken else { throw LockHeld() }
        }
        return try body(tx)
      }
    } catch is LockHeld {
      return nil
    }
  }

  private struct LockHeld: Error {}
}
