import PodctlCore

/// What changes the ledger alone, and the way back.
extension MigrationRunner {
  /// Takes the steps up to a version as applied without running them, in a database that has its tables already; gives
  /// them. It makes the ledger, and touches nothing else. Throws `history_exists`.
  public func baseline(at version: Int64, _ rules: MigrationRules = MigrationRules()) throws -> [Migration] {
    try locked(rules) { tx, state in
      guard state.history.entries.isEmpty else {
        throw PodctlError(
          .historyExists, "this database has a history already, of \(state.history.entries.count) steps",
          hint: "nothing was changed; migrate up goes on from there", commands: ["podctl migrate status"])
      }
      let taken = state.history.steps.filter { $0.file.kind == .versioned && $0.file.version <= version }
      guard version == 0 || taken.last?.file.version == version else {
        throw PodctlError(
          .usage, "there is no file of version \(version)",
          hint: taken.last.map { "the last one before it is \($0.file.fileName)" } ?? "the first versions are higher")
      }
      // Each is read through before the first is written.
      for step in taken { _ = try MigrationScript(step.file, dialect) }
      try ledger.prepare(state.form, in: tx, at: now(), by: agent)
      closing = taken.last?.file
      return try taken.map { step in
        try restamp(step.file, .baseline, .baseline, on: state.history.platform, in: tx).migration
      }
    }
  }

  /// Takes into the ledger how applied files look now: those of which only comments, blanks or the case of words have
  /// changed, and the one whose label is `accepting` whatever has. Throws `migration_changed` for another that has.
  public func repair(accepting label: String?, _ rules: MigrationRules = MigrationRules()) throws -> [Migration] {
    try locked(rules) { tx, state in
      try state.history.steps.compactMap { step in
        guard let entry = step.entry, step.file.kind == .versioned, entry.status != .running,
          entry.checksum != step.file.checksum
        else { return nil }
        let change = try change(step.file, entry, state.form, in: tx)
        guard change.isCosmetic || step.migration.label == label else {
          var error = change.error
          error.commands = ["podctl migrate repair --confirm \(step.migration.label)"]
          error.hint =
            (error.hint ?? "")
            + "\nor, where the database is as the file says now, take its text as the one that was applied"
          throw error
        }
        try ledger.prepare(state.form, in: tx, at: now(), by: agent)
        try ledger.remove(entry, in: tx)
        return try restamp(step.file, entry.status, .repaired, on: entry.platform, at: entry.appliedAt, in: tx)
          .migration
      }
    }
  }

  /// The newest applied step, with whether it can be undone; nil where nothing is applied.
  public func newest() throws -> (step: Migration, hasDown: Bool)? {
    let state = try database.read { tx in try checkedState(in: tx, MigrationRules()) }
    guard let step = state.history.steps.last(where: { $0.file.kind == .versioned && $0.entry != nil }) else {
      return nil
    }
    return (step.migration, try MigrationScript(step.file, dialect).header.down != nil)
  }

  /// Runs the section `-- podctl: down` of the newest applied step and takes its row out. Throws `down_missing`.
  public func down(_ label: String, _ rules: MigrationRules = MigrationRules()) throws -> Migration {
    if let text = dialect.foreignKeys(false) { _ = try database.driver.execute(text, []) }
    defer { if let text = dialect.foreignKeys(true) { _ = try? database.driver.execute(text, []) } }
    return try locked(rules) { tx, state in
      guard let step = state.history.steps.last(where: { $0.file.kind == .versioned && $0.entry != nil }),
        let entry = step.entry, step.migration.label == label
      else {
        throw PodctlError(.downMissing, "\(label) is not the newest applied step any more", hint: "nothing was changed")
      }
      let script = try MigrationScript(step.file, dialect)
      guard script.header.down != nil, script.header.isTransactional, entry.status == .applied else {
        throw PodctlError(
          .downMissing, "\(step.file.fileName) cannot be undone: it has no section down that a transaction can hold",
          hint: "write a new migration that undoes it", context: [.init("file", step.file.fileName)])
      }
      try script.forEach(dialect, down: true) { _, statement in try perform(statement, of: step.file) }
      try ledger.prepare(state.form, in: tx, at: now(), by: agent)
      try ledger.remove(entry, in: tx)
      try ledger.note(.reverted, entry, in: tx, at: now(), by: agent)
      return MigrationHistory.Step(file: step.file, entry: nil).migration
    }
  }

  /// Lets a repeatable file run again as it is, for a trial of that.
  public func forget(_ file: MigrationFile) throws {
    try database.write { tx in
      guard let entry = try current(in: tx).history.steps.first(where: { $0.file == file })?.entry else { return }
      try ledger.remove(entry, in: tx)
    }
  }

  /// How many events the ledger has; it is only added to.
  public func events() throws -> Int64 { try database.read { tx in try ledger.stamp(in: tx) } }

  private func locked<Result>(
    _ rules: MigrationRules, _ body: (Transaction, MigrationState) throws -> Result
  ) throws -> Result {
    let lock = MigrationLock(database: database, ledger: ledger, rules: rules)
    return try lock.hold(TransactionLimits(lock: rules.lockTimeout, statement: nil, file: nil)) { tx in
      try body(tx, current(in: tx))
    }
  }

  /// A row for a file as it is, without running it.
  private func restamp(
    _ file: MigrationFile, _ status: LedgerEntry.Status, _ event: MigrationLedger.Event, on platform: MigrationVariant,
    at instant: Instant? = nil, in tx: Transaction
  ) throws -> MigrationHistory.Step {
    var entry = LedgerEntry(file, on: platform, at: instant ?? now(), by: agent)
    entry.status = status
    let digest = TextDigest(keepsText: true)
    var source = try file.source()
    while let piece = try source.next() { digest.update(piece) }
    let text = digest.finish()
    guard text.checksum == file.checksum else { throw MigrationRunner.changedMeanwhile(file) }
    if status == .baseline, file == closing { entry.fingerprint = try fingerprint(in: tx) }
    try ledger.put(entry, text: text.text, in: tx, by: agent)
    try ledger.note(event, entry, in: tx, at: now(), by: agent)
    return MigrationHistory.Step(file: file, entry: entry)
  }
}
