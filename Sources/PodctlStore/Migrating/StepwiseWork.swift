import PodctlCore

/// The statements of one file that runs without a transaction, under a lease.
struct StepwiseWork {
  let runner: MigrationRunner
  let script: MigrationScript
  let rules: MigrationRules
  let lease: MigrationLease

  private var dialect: Dialect { runner.dialect }
  private var database: Database { runner.database }

  /// Settings for the session, which a direct connection takes with it when it ends.
  func settle() throws {
    for text in dialect.sessionSettings(runner.ledger.schema) { _ = try database.driver.execute(text, []) }
  }

  /// From the first statement that is not done to the last.
  func run() throws {
    let done = Int(lease.entry.statementsDone ?? 0)
    let begun = Int(lease.entry.statementsBegun ?? 0)
    try script.forEach(dialect) { index, statement in
      guard index >= done else { return }
      do {
        if statement.reasonToRunAlone(dialect) == nil {
          try together(statement, index)
        } else {
          try alone(statement, index, mayHaveRun: begun > index)
        }
      } catch let error as PodctlError {
        throw stopped(at: index, error)
      }
    }
  }

  /// A statement that a transaction can hold commits with its progress.
  private func together(_ statement: ScriptStatement, _ index: Int) throws {
    var backoff = Backoff.retrying()
    for attempt in 0... {
      do {
        try database.write(retrying: false) { tx in
          if let limits = dialect.limits(rules.limits(script.header, script.file)) { _ = try tx.first(limits) }
          try runner.reach(script.file, index, .before, statement)
          try database.driver.perform(statement)
          try lease.record(begun: Int64(index + 1), done: Int64(index + 1), in: tx)
          try runner.reach(script.file, index, .after, statement)
        }
        return
      } catch let error as PodctlError where error.isPassing && attempt < (script.header.retries ?? rules.retries) {
        backoff.pause()
      }
    }
  }

  /// One that no transaction can hold: that it begins is written down first, so that a run which finds it begun and not
  /// done looks at what it left.
  private func alone(_ statement: ScriptStatement, _ index: Int, mayHaveRun: Bool) throws {
    if mayHaveRun, try didTakeEffect(statement) {
      return try database.write(retrying: false) { tx in try record(index, tx) }
    }
    try database.write(retrying: false) { tx in try lease.record(begun: Int64(index + 1), done: Int64(index), in: tx) }
    try runner.reach(script.file, index, .before, statement)
    try runner.reach(script.file, index, .during, statement)
    do {
      try database.driver.perform(statement)
    } catch let error as PodctlError {
      // What a failed build leaves is in the way of the next one.
      try? dropInvalid(statement)
      throw error
    }
    if let index = statement.concurrentIndex, try validity(of: index) == false {
      try dropInvalid(statement)
      throw PodctlError(.migrationFailed, "the index \(index.name) was built and is not valid")
    }
    try runner.reach(script.file, index, .after, statement)
    try database.write(retrying: false) { tx in try record(index, tx) }
  }

  private func record(_ index: Int, _ tx: Transaction) throws {
    try lease.record(begun: Int64(index + 1), done: Int64(index + 1), in: tx)
  }

  /// Whether a statement that was begun by a run which ended is done all the same. An index that it left invalid is
  /// dropped; while the server is still building it, this waits.
  private func didTakeEffect(_ statement: ScriptStatement) throws -> Bool {
    if let index = statement.concurrentIndex {
      try waitForBuild(of: index)
      guard let isValid = try validity(of: index) else { return false }
      if isValid { return true }
      try dropInvalid(statement)
      return false
    }
    guard let query = statement.leftover(dialect) else { return false }
    return try database.driver.execute(query, []).rows.first.map { try $0["done"] } ?? false
  }

  /// Nil where there is no index of that name.
  private func validity(of index: ConcurrentIndex) throws -> Bool? {
    try database.driver.execute(dialect.indexValidity(index), []).rows.first.map { try $0["valid"] }
  }

  private func waitForBuild(of index: ConcurrentIndex) throws {
    let deadline = ContinuousClock.now + rules.lockWait
    var backoff = Backoff.polling()
    while try !database.driver.execute(dialect.indexBuild(index), []).rows.isEmpty {
      guard ContinuousClock.now < deadline else {
        throw PodctlError(
          .databaseBusy, "the server is still building the index \(index.name) for a run that has ended")
      }
      backoff.pause(until: deadline)
    }
  }

  private func dropInvalid(_ statement: ScriptStatement) throws {
    guard let index = statement.concurrentIndex, try validity(of: index) == false else { return }
    _ = try database.driver.execute("DROP INDEX CONCURRENTLY IF EXISTS \(index.quoted)", [])
  }

  /// The statement's own fault is the file's; anything else is a stop from which the next run goes on.
  private func stopped(at index: Int, _ error: PodctlError) -> PodctlError {
    var error = MigrationRunner.failure(of: script.file, error)
    let kept = "\(index) of \(script.count) statements are done and kept"
    if error.code == .migrationFailed {
      error.hint = "\(kept); correct the rest and run migrate up again: it goes on from there"
    } else if [.databaseBusy, .databaseUnreachable, .outcomeUnknown].contains(error.code) {
      error.code = .migrationStopped
      error.hint = "\(kept); run migrate up again: it goes on from there"
    }
    error.commands = ["podctl migrate up"]
    error.context += [.init("statements_done", "\(index)"), .init("statements_total", "\(script.count)")]
    return error
  }
}
