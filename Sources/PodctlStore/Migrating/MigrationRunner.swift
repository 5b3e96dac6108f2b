import PodctlCore

/// Brings a database from one step of its history to the next: one transaction a file, the ledger's row in it, under a
/// lock, so that any number of runs at once, killed at any moment, leave each file applied once and whole.
public final class MigrationRunner {
  var database: Database
  let ledger: MigrationLedger
  /// Every variant.
  let files: [MigrationFile]
  let now: () -> Instant
  let agent: MigrationAgent
  /// Makes one more connection to the same database; nil for one that lives in memory.
  let reopen: (() throws -> Database)?
  /// The last file of a run, behind which the schema's hash is kept.
  var closing: MigrationFile?
  /// The last commit of this run may not be on the server's disk yet.
  var hasUnflushed = false
  /// Told of each boundary at which a kill may fall; nil but in a trial.
  var interruption: ((MigrationBoundary, ScriptStatement?) throws -> Void)?

  /// `files` may hold every database's variants. Throws `migration_duplicate`.
  public init(
    _ database: Database, ledger: MigrationLedger, files: [MigrationFile], now: @escaping () -> Instant,
    by agent: MigrationAgent = .init(version: "", runner: ""), reopen: (() throws -> Database)? = nil
  ) throws {
    self.database = database
    self.ledger = ledger
    self.files = files
    self.now = now
    self.agent = agent
    self.reopen = reopen
    _ = try MigrationVariant(plain: database.driver.dialect).chosen(files)
  }

  var dialect: Dialect { database.driver.dialect }

  /// Every step with its state; throws where the history and the files disagree.
  public func history(allowsNewer: Bool = false) throws -> [Migration] {
    var rules = MigrationRules()
    rules.allowsNewer = allowsNewer
    return try database.read { tx in try checkedState(in: tx, rules).history.steps.map(\.migration) }
  }

  /// Applies what is pending and gives what this run applied. Writes nothing when nothing is pending. `note` is told what
  /// somebody may want to know besides. Throws `database_busy` when another run holds the lock for longer than the rules
  /// allow.
  public func up(
    _ rules: MigrationRules = MigrationRules(), applied: (Migration) -> Void = { _ in },
    note: (String) -> Void = { _ in }
  ) throws -> [Migration] {
    var state = try database.read { tx in try checkedState(in: tx, rules) }
    let scripts = try scripts(state.history, rules)
    guard !scripts.isEmpty else { return [] }
    closing = scripts.last?.file
    try checkRequirements(scripts)
    let isPooled = try isBehindPooler()
    if isPooled {
      note(
        "this connection goes through a pooler that changes servers between transactions; migrations are safe through it, "
          + "and a direct connection can also stop a file without a transaction at once")
    }
    if let text = dialect.foreignKeys(false) { _ = try database.driver.execute(text, []) }
    defer { if let text = dialect.foreignKeys(true) { _ = try? database.driver.execute(text, []) } }
    defer { flush() }
    var done: [Migration] = []
    do {
      for script in scripts {
        let result =
          try script.header.isTransactional
          ? applyWhole(script, rules, &state) : applyStepwise(script, rules, &state, isPooled: isPooled)
        guard let result else { continue }
        done.append(result)
        applied(result)
      }
    } catch is MigrationLock.Skipped {
      note("another runner is at work; this one leaves it to that one")
    }
    return done
  }

  /// Files of one run are committed without waiting for the disk but for the last, whose commit brings all before it there;
  /// where the run ended otherwise, this does. A server that crashes before may have lost the newest of them, each with
  /// its ledger's row, and the next run applies them again.
  private func flush() {
    guard hasUnflushed, let flush = dialect.flush else { return }
    hasUnflushed = false
    _ = try? database.write { tx in try tx.first(flush) }
  }

  /// Brings a new SQLite file to the newest schema in one transaction, so that a killed first command leaves it new.
  func fill() throws {
    var rules = MigrationRules()
    rules.lockWait = .seconds(60)
    let lock = MigrationLock(database: database, ledger: ledger, rules: rules)
    try lock.hold(TransactionLimits(lock: rules.lockTimeout, statement: nil, file: nil)) { tx in
      var state = try current(in: tx)
      closing = state.history.due.last?.file
      for step in state.history.due {
        _ = try apply(try MigrationScript(step.file, dialect), in: tx, rules, &state)
      }
    }
  }

  /// What is pending or unknown here, for the check at opening; throws `schema_behind` or `schema_ahead`.
  public func checkSchema() throws {
    let state = try database.read { tx in try current(in: tx, allowsNewer: true) }
    let newest = state.history.steps.last { $0.file.kind == .versioned }?.file.version ?? 0
    if let ahead = state.history.entries.last(where: { $0.kind == .versioned }), ahead.version > newest {
      throw PodctlError(
        .schemaAhead, "the database was migrated by a newer podctl, to version \(ahead.version) (\(ahead.name))",
        hint: "install that podctl, or a later one", context: [.init("version", "\(ahead.version)")])
    }
    let pending = state.history.due
    guard let first = pending.first else { return }
    throw PodctlError(
      .schemaBehind,
      "the database lacks \(pending.count == 1 ? "a migration" : "\(pending.count) migrations"), from \(first.file.fileName) on",
      hint: "bring it up to date; it is safe to run at any time", commands: ["podctl migrate up"],
      context: [.init("pending", "\(pending.count)")])
  }

  /// What is due, read through, so that a fault in the last file stops before the first has run.
  func scripts(_ history: MigrationHistory, _ rules: MigrationRules) throws -> [MigrationScript] {
    if !rules.allowsOutOfOrder { try history.checkOrder() }
    return try history.due
      .filter { step in rules.to.map { step.file.kind == .versioned && step.file.version <= $0 } ?? true }
      .map { try MigrationScript($0.file, dialect) }
  }

  func checkRequirements(_ scripts: [MigrationScript]) throws {
    for script in scripts {
      for name in script.header.requiredExtensions {
        if let query = dialect.extensionNamed(name), try database.read({ tx in try tx.first(query) }) != nil {
          continue
        }
        throw PodctlError(
          .migrationRequires, "\(script.file.fileName) needs the extension \(name), which this database cannot have",
          hint: dialect == .sqlite
            ? "name the file for its database, such as .postgres.sql"
            : "install it on the server, or leave the file out",
          context: [.init("file", script.file.fileName), .init("extension", name)])
      }
    }
  }

  /// Two connections of ours that are one on the server are a pooler's.
  private func isBehindPooler() throws -> Bool {
    guard let query = dialect.serverProcess, let reopen else { return false }
    let other = try reopen()
    let mine: Int64? = try database.driver.execute(query, []).rows.first?["pid"]
    let others: Int64? = try other.driver.execute(query, []).rows.first?["pid"]
    return mine == others
  }
}
