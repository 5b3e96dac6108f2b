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
    let deadline = ContinuousClock.now + (rules.lock == .wait ? rules.lockWait : .zero)
    var backoff = Backoff.polling()
    while true {
      if let result = try attempt(limits, body) { return result }
      if rules.lock == .skip { throw Skipped() }
      guard ContinuousClock.now < deadline else { throw busy() }
      backoff.pause(until: deadline)
    }
  }

  /// One try; nil when another holds the lock.
  private func attempt<Result>(
    _ limits: TransactionLimits, _ body: (Transaction) throws -> Result
  ) throws -> Result? {
    var hasBegun = false
    do {
      return try database.write(retrying: false) { tx in
        if let lock = database.driver.dialect.tryLock(ledger.schema, limits) {
          guard try tx.first(lock)?["taken"] ?? false else { throw LockHeld() }
        }
        hasBegun = true
        return try body(tx)
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
