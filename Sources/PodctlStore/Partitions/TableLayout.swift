import PodctlCore

/// Keeps the layout of podctl's tables on a server: their months, and on Citus their machines. Each step runs in a
/// transaction of its own under the lock of migrations, so that a stopped run leaves whole steps and the next goes on.
public struct TableLayout {
  private let database: Database
  private let lock: MigrationLock
  private let limits: TransactionLimits

  public init(_ database: Database, _ rules: MigrationRules) {
    self.database = database
    lock = MigrationLock(database: database, ledger: .own, rules: rules)
    limits = TransactionLimits(lock: rules.lockTimeout, statement: rules.statementTimeout, file: nil)
  }

  /// What `partition` would do, by table and month.
  public func partitionPlan(today: Day, ahead: Int) throws -> [PartitionStep] {
    try database.read { tx in try PartitionStore(tx).plan(today: today, ahead: ahead) }
  }

  /// Makes the months that lack and drops those that are empty; gives what was done. `note` is told where the rules leave
  /// the rest to another runner.
  public func partition(
    today: Day, ahead: Int, note: (String) -> Void = { _ in }
  ) throws -> [PartitionStep] {
    var done: [PartitionStep] = []
    do {
      for step in try partitionPlan(today: today, ahead: ahead) {
        done += try lock.hold(limits) { tx in try PartitionStore(tx).apply(step).map { [$0] } ?? [] }
      }
    } catch is MigrationLock.Skipped {
      note(TableLayout.left)
    }
    return done
  }

  /// What `distribute` would do, in order.
  public func distributionPlan() throws -> [DistributionStep] {
    try database.read { tx in try DistributionStore(tx).plan() }
  }

  private static let left = "another runner is at work; what is left to do waits for the next run"

  /// Distributes what is not distributed yet, all of it or nothing; `note` as with `partition`. Throws `migration_requires` without Citus.
  public func distribute(note: (String) -> Void = { _ in }) throws -> [DistributionStep] {
    guard try database.read({ tx in try DistributionStore(tx).isCitus() }) else {
      throw PodctlError(
        .migrationRequires, "this database has no extension citus",
        hint: "distributing needs the coordinator of a Citus cluster; docs/scaling.md says when that is worth it",
        commands: ["podctl migrate distribute --dry-run"])
    }
    do {
      return try lock.hold(limits) { tx in
        let store = DistributionStore(tx)
        try store.begin()
        let steps = try store.plan()
        for step in steps { try store.apply(step) }
        return steps
      }
    } catch is MigrationLock.Skipped {
      note(TableLayout.left)
      return []
    }
  }
}
