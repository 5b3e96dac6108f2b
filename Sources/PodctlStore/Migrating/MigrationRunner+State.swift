import PodctlCore

/// What a runner knows of a ledger, and how it knows that nothing has changed since.
struct MigrationState {
  var form: MigrationLedger.Facts.Form
  var probed: MigrationVariant
  var history: MigrationHistory
  /// The number of the last event; nil where it was not read.
  var stamp: Int64?
}

extension MigrationRunner {
  func current(in tx: Transaction, allowsNewer: Bool = false) throws -> MigrationState {
    let facts = try ledger.facts(in: tx)
    let probed = try MigrationVariant.of(dialect, extensions: facts.extensions)
    let history = try MigrationHistory(
      files, try ledger.entries(facts.form, in: tx), probed: probed, allowsNewer: allowsNewer)
    return MigrationState(form: facts.form, probed: probed, history: history, stamp: nil)
  }

  /// The same with the texts compared: throws `migration_changed`, which shows what was changed.
  func checkedState(in tx: Transaction, _ rules: MigrationRules) throws -> MigrationState {
    let state = try current(in: tx, allowsNewer: rules.allowsNewer)
    if let step = state.history.changed, let entry = step.entry {
      throw try change(step.file, entry, state.form, in: tx).error
    }
    return state
  }

  /// How a file differs from what was applied, from the text that the ledger keeps.
  func change(
    _ file: MigrationFile, _ entry: LedgerEntry, _ form: MigrationLedger.Facts.Form, in tx: Transaction
  ) throws -> MigrationChange {
    let kept = form == .current ? try ledger.text(of: entry, in: tx) : nil
    return try MigrationChange(file, entry, kept: kept, dialect)
  }

  /// The state as it is inside the lock: read again, and its order checked, unless the number of events, which may have
  /// been read under the lock before, says that it is as it was.
  func refresh(
    _ state: inout MigrationState, stamp: Int64? = nil, in tx: Transaction, _ rules: MigrationRules
  ) throws {
    if state.form == .current, let known = state.stamp, try stamp ?? ledger.stamp(in: tx) == known { return }
    state = try checkedState(in: tx, rules)
    if state.form == .current { state.stamp = try stamp ?? ledger.stamp(in: tx) }
  }
}
