import PodctlCore

/// Files that run in one transaction, with their ledger's row.
extension MigrationRunner {
  /// Applies a file; nil when another run was first, which only the state read inside the lock shows. A file that met a
  /// lock's timeout, a deadlock or a conflict of serialisation is rolled back whole and tried again.
  func applyWhole(
    _ script: MigrationScript, _ rules: MigrationRules, _ state: inout MigrationState
  ) throws -> Migration? {
    let retries = script.header.retries ?? rules.retries
    var backoff = Backoff.retrying()
    for attempt in 0... {
      do {
        return try applyOnce(script, rules, &state)
      } catch let error as PodctlError where error.isPassing {
        // What the transaction had remembered is not so: it is read again.
        state.stamp = nil
        guard attempt < retries else { throw MigrationRunner.exhausted(script.file, error, attempts: attempt + 1) }
        backoff.pause()
      }
    }
    return nil
  }

  private func applyOnce(
    _ script: MigrationScript, _ rules: MigrationRules, _ state: inout MigrationState
  ) throws -> Migration? {
    let lock = MigrationLock(database: database, ledger: ledger, rules: rules)
    do {
      var limits = rules.limits(script.header, script.file)
      limits.isFlushedLater = script.file != closing
      let readsStamp = state.form == .current && state.stamp != nil
      let result = try lock.hold(limits, readingStamp: readsStamp) { tx, stamp in
        try apply(script, stamp: stamp, in: tx, rules, &state)
      }
      if result != nil { hasUnflushed = limits.isFlushedLater }
      return result
    } catch let error as PodctlError where error.code == .outcomeUnknown {
      return try outcome(of: script, error, rules, &state)
    }
  }

  /// The work inside the lock and the transaction.
  func apply(
    _ script: MigrationScript, stamp: Int64? = nil, in tx: Transaction, _ rules: MigrationRules,
    _ state: inout MigrationState
  ) throws -> Migration? {
    try refresh(&state, stamp: stamp, in: tx, rules)
    let file = script.file
    guard state.history.isDue(file) else { return nil }
    if !rules.allowsOutOfOrder { try state.history.checkOrder() }
    let start = now()
    // First of all, since podctl's own files make their tables in the ledger's schema.
    try ledger.prepare(state.form, in: tx, at: start, by: agent)
    let digest = TextDigest(keepsText: true)
    try script.forEach(dialect, digest: digest) { index, statement in
      try reach(file, index, .before, statement)
      try perform(statement, of: file)
    }
    try reach(file, script.count, .before)
    try verify(script, in: tx)
    try checkForeignKeys(file)
    let text = digest.finish()
    guard text.checksum == file.checksum else { throw MigrationRunner.changedMeanwhile(file) }
    var entry = LedgerEntry(file, on: state.history.platform, at: start, by: agent)
    entry.durationMilliseconds = max(0, (now().microseconds - start.microseconds) / 1000)
    entry.statementsTotal = Int64(script.count)
    entry.statementsDone = entry.statementsTotal
    entry.statementsBegun = entry.statementsTotal
    if file == closing { entry.fingerprint = try fingerprint(in: tx) }
    try ledger.put(entry, text: text.text, in: tx, by: agent)
    state.stamp = try ledger.note(.applied, entry, in: tx, at: start, by: agent)
    try reach(file, script.count, .after)
    remember(entry, &state)
    return MigrationHistory.Step(file: file, entry: entry).migration
  }

  /// Adds what was just written to what is known, so that the next file need not read the whole history again.
  func remember(_ entry: LedgerEntry, _ state: inout MigrationState) {
    state.history.take(entry)
    state.form = .current
  }

  func perform(_ statement: ScriptStatement, of file: MigrationFile) throws {
    do {
      try database.driver.perform(statement)
    } catch let error as PodctlError {
      throw MigrationRunner.failure(of: file, error)
    }
  }

  /// The file's own queries, each of which must give true now, or no row.
  func verify(_ script: MigrationScript, in tx: Transaction) throws {
    for query in script.header.verifications {
      do {
        let rows = try database.driver.execute(query, []).rows
        if rows.isEmpty || rows.count == 1 && dialect.isTrue(rows[0].values.first) { continue }
      } catch let error as PodctlError {
        throw MigrationRunner.failure(of: script.file, error)
      }
      throw PodctlError(
        .migrationFailed, "\(script.file.fileName): what it promises does not hold: \(query)",
        hint: "nothing of this file was kept; correct it and run migrate up again",
        context: [.init("file", script.file.fileName)])
    }
  }

  /// On SQLite the keys are not kept while a migration runs, so that tables can be rebuilt; they must hold at its end.
  private func checkForeignKeys(_ file: MigrationFile) throws {
    guard dialect == .sqlite else { return }
    guard let broken = try database.driver.execute("PRAGMA foreign_key_check", []).rows.first else { return }
    let table: String = try broken["table"]
    let parent: String = try broken["parent"]
    throw PodctlError(
      .migrationFailed, "\(file.fileName) leaves rows of \(table) that point to no row of \(parent)",
      hint: "nothing of this file was kept; correct it and run migrate up again",
      context: [.init("file", file.fileName)])
  }

  /// After a COMMIT whose answer never came: the ledger knows.
  private func outcome(
    of script: MigrationScript, _ error: PodctlError, _ rules: MigrationRules, _ state: inout MigrationState
  ) throws -> Migration? {
    guard let reopen else { throw error }
    var backoff = Backoff.polling()
    for _ in 0..<5 {
      backoff.pause()
      guard let fresh = try? reopen() else { continue }
      database = fresh
      state = try fresh.read { tx in try checkedState(in: tx, rules) }
      if let step = state.history.steps.first(where: { $0.file == script.file }), !step.isDue { return step.migration }
      throw PodctlError(
        .databaseUnreachable,
        "the connection was lost while \(script.file.fileName) was being committed, and it was not kept",
        hint: "nothing of this file was kept; run migrate up again", commands: ["podctl migrate up"],
        context: [.init("file", script.file.fileName)])
    }
    throw error
  }
}

extension PodctlError {
  /// A wait for a lock that was too long, a deadlock, or a conflict of serialisation: another try may well go through.
  var isPassing: Bool {
    context.contains { $0.name == "sqlstate" && ["55P03", "40P01", "40001"].contains($0.value) }
  }
}
