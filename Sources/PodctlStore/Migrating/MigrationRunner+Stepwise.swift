import PodctlCore

/// Files whose statements no transaction can hold: each runs alone, and progress is kept after each.
extension MigrationRunner {
  /// Goes through a file from the statement at which it stands; nil when another run was first.
  func applyStepwise(
    _ script: MigrationScript, _ rules: MigrationRules, _ state: inout MigrationState, isPooled: Bool
  ) throws -> Migration? {
    guard let lease = try take(script, rules, &state) else { return nil }
    let heart = try heartbeat(lease)
    defer { heart?.stop() }
    let work = StepwiseWork(runner: self, script: script, rules: rules, lease: lease)
    if !isPooled { try work.settle() }
    do {
      try work.run()
      var result: Migration?
      try whenFree(rules, script) { tx in result = try finish(script, lease, &state, in: tx) }
      return result
    } catch let error as PodctlError {
      _ = try? database.write { tx in try lease.release(in: tx) }
      throw error
    }
  }

  /// Takes the lease, waiting while another's is alive; nil when there is nothing left to do.
  private func take(
    _ script: MigrationScript, _ rules: MigrationRules, _ state: inout MigrationState
  ) throws -> MigrationLease? {
    let deadline = ContinuousClock.now + (rules.lock == .wait ? rules.lockWait : .zero)
    var backoff = Backoff.polling()
    while true {
      var outcome = Taking.nothingToDo
      var inner = state
      try whenFree(rules, script) { tx in
        inner = state
        inner.stamp = nil
        try refresh(&inner, in: tx, rules)
        outcome = try claim(script, &inner, in: tx)
      }
      state = inner
      switch outcome {
      case .nothingToDo: return nil
      case .taken(let lease): return lease
      case .held(let runner):
        if rules.lock == .skip { throw MigrationLock.Skipped() }
        guard ContinuousClock.now < deadline else {
          throw PodctlError(
            .databaseBusy, "\(script.file.fileName) is at work in \(runner ?? "another process")",
            hint: "run it again when the other one has ended, or wait longer with --lock-wait",
            commands: ["podctl migrate status"])
        }
        backoff.pause(until: deadline)
      }
    }
  }

  private enum Taking { case nothingToDo, taken(MigrationLease), held(String?) }

  private func claim(_ script: MigrationScript, _ state: inout MigrationState, in tx: Transaction) throws -> Taking {
    guard let step = state.history.due.first(where: { $0.file == script.file }) else { return .nothingToDo }
    let start = now()
    var entry = LedgerEntry(script.file, on: state.history.platform, at: start, by: agent)
    entry.status = .running
    entry.statementsTotal = Int64(script.count)
    entry.statementsBegun = 0
    entry.statementsDone = 0
    var event = MigrationLedger.Event.started
    if let stopped = step.entry, stopped.status == .running {
      if try MigrationLease.isHeld(stopped, ledger, in: tx, start) { return .held(stopped.runner) }
      try checkDoneStatements(script, stopped, in: tx)
      entry.statementsBegun = stopped.statementsBegun
      entry.statementsDone = stopped.statementsDone
      entry.appliedAt = stopped.appliedAt
      entry.leaseToken = stopped.leaseToken
      event = .resumed
    }
    entry.leaseToken += 1
    try ledger.prepare(state.form, in: tx, at: start, by: agent)
    let digest = TextDigest(keepsText: true)
    try script.forEach(dialect, digest: digest) { _, _ in }
    let text = digest.finish()
    guard text.checksum == script.file.checksum else { throw MigrationRunner.changedMeanwhile(script.file) }
    try ledger.put(entry, text: text.text, in: tx, by: agent)
    let lease = MigrationLease(ledger: ledger, entry: entry)
    guard try lease.renew(in: tx, start) else { throw lease.lost }
    state.stamp = try ledger.note(event, entry, in: tx, at: start, by: agent)
    remember(entry, &state)
    return .taken(lease)
  }

  /// A stopped file may have been mended behind the statement at which it stands, not before it.
  private func checkDoneStatements(_ script: MigrationScript, _ stopped: LedgerEntry, in tx: Transaction) throws {
    guard stopped.checksum != script.file.checksum, let done = stopped.statementsDone, done > 0 else { return }
    guard let kept = try ledger.text(of: stopped, in: tx) else {
      throw try MigrationChange(script.file, stopped, kept: nil, dialect).error
    }
    var before = ScriptReader(ScriptSource(kept), dialect)
    var after = try script.file.reader(dialect)
    for _ in 0..<done {
      guard let old = try before.next(), let new = try after.next(), old.isSameButForLooks(as: new) else {
        throw try MigrationChange(script.file, stopped, kept: kept, dialect).error
      }
    }
  }

  private func finish(
    _ script: MigrationScript, _ lease: MigrationLease, _ state: inout MigrationState, in tx: Transaction
  ) throws -> Migration {
    try lease.record(begun: Int64(script.count), done: Int64(script.count), in: tx)
    try reach(script.file, script.count, .before)
    try verify(script, in: tx)
    var entry = lease.entry
    entry.status = .applied
    entry.statementsBegun = Int64(script.count)
    entry.statementsDone = entry.statementsBegun
    entry.durationMilliseconds = max(0, (now().microseconds - entry.appliedAt.microseconds) / 1000)
    if script.file == closing { entry.fingerprint = try fingerprint(in: tx) }
    try ledger.close(entry, in: tx)
    state.stamp = try ledger.note(.applied, entry, in: tx, at: now(), by: agent)
    remember(entry, &state)
    return MigrationHistory.Step(file: script.file, entry: entry).migration
  }

  private func whenFree(
    _ rules: MigrationRules, _ script: MigrationScript, _ body: (Transaction) throws -> Void
  ) throws {
    let lock = MigrationLock(database: database, ledger: ledger, rules: rules)
    try lock.hold(rules.limits(script.header, script.file), body)
  }

  private func heartbeat(_ lease: MigrationLease) throws -> LeaseHeartbeat? {
    guard let reopen else { return nil }
    // Both closures only read what they captured, and the connection that they make stays on the heartbeat's thread.
    nonisolated(unsafe) let open = reopen
    nonisolated(unsafe) let clock = now
    return LeaseHeartbeat(lease, now: { clock() }, open: { try open() })
  }
}

extension MigrationLedger {
  /// Ends a file that ran without a transaction.
  func close(_ entry: LedgerEntry, in tx: Transaction) throws {
    try tx.run(
      """
      UPDATE \(sql: table(tx.dialect))
      SET status = \(entry.status), duration_ms = \(entry.durationMilliseconds),
        fingerprint_after = \(entry.fingerprint), lease_until = NULL
      WHERE kind = \(entry.kind) AND version = \(entry.version) AND name = \(entry.name)
      """)
  }
}
