import PodctlCore

/// One runner at a time: on PostgreSQL an advisory lock that lives as long as its transaction, so that no pooler can
/// leak it and a killed runner leaves none; on SQLite the right to write the file.
struct MigrationLock {
  let database: Database
  let ledger: MigrationLedger
  let rules: MigrationRules

  /// Another runner holds the lock and the rules say not to wait.
  struct Skipped: Error {}

  /// Runs the body in a transaction under the lock. Throws `database_busy`, which names the holder, when the lock stays
  /// taken for longer than the rules allow, and `Skipped` where they say so.
  func hold<Result>(_ limits: TransactionLimits, _ body: (Transaction) throws -> Result) throws -> Result {
    try hold(limits, readingStamp: false) { tx, _ in try body(tx) }
  }

  /// The same, and hands on the ledger's stamp as it is under the lock, where it could be read in the same round trip; the
  /// ledger must be there.
  func hold<Result>(
    _ limits: TransactionLimits, readingStamp: Bool, _ body: (Transaction, Int64?) throws -> Result
  ) throws -> Result {
    let deadline = ContinuousClock.now + (rules.lock == .wait ? rules.lockWait : .zero)
    var backoff = Backoff.polling()
    while true {
      if let result = try attempt(limits, readingStamp, body) { return result }
      if rules.lock == .skip { throw Skipped() }
      guard ContinuousClock.now < deadline else { throw busy() }
      backoff.pause(until: deadline)
    }
  }

  /// One try; nil when another holds the lock.
  private func attempt<Result>(
    _ limits: TransactionLimits, _ readingStamp: Bool, _ body: (Transaction, Int64?) throws -> Result
  ) throws -> Result? {
    var hasBegun = false
    let dialect = database.driver.dialect
    var texts = dialect.tryLock(ledger.schema, limits)
    // A statement of its own, for one reads what was committed before it began, and another may hold the lock until then.
    if readingStamp, !texts.isEmpty { texts.append(ledger.stampText(dialect)) }
    do {
      return try database.write(running: texts) { tx, found in
        if let taken = found.first, taken != "true" { throw LockHeld() }
        hasBegun = true
        return try body(tx, found.count > 1 ? Int64(found[1]) : nil)
      }
    } catch is LockHeld {
      return nil
    } catch let error as PodctlError
      where error.code == .databaseBusy && !hasBegun && database.driver.dialect == .sqlite
    {
      return nil
    }
  }

  private struct LockHeld: Error {}

  private func busy() -> PodctlError {
    var holder = "another process"
    if let query = database.driver.dialect.lockHolder(ledger.schema),
      let row = try? database.read({ tx in try tx.first(query) }), let said = try? MigrationLock.describe(row)
    {
      holder = said
    }
    return PodctlError(
      .databaseBusy, "\(holder) is migrating this database",
      hint: "nothing was changed; run it again when the other one has ended, or wait longer with --lock-wait",
      commands: ["podctl migrate status"], context: [.init("holder", holder)])
  }

  private static func describe(_ row: Row) throws -> String {
    let pid: Int64 = try row["pid"]
    let application: String = try row["application"]
    let address: String = try row["address"]
    let age: Int64 = try row["age"]
    return "\(application.isEmpty ? "a session" : application) (pid \(pid), from \(address), for \(age) s)"
  }
}
