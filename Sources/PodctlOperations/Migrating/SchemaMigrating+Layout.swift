import PodctlCore
import PodctlStore

extension SchemaMigrating {
  /// Makes months of telemetry ahead and drops empty ones; with `dryRun` only says which. Nothing on a database that has
  /// no such tables. What plans rest on is gathered where it is out of date, since the server never does so for a table
  /// in months as a whole. `note` is told where another runner was left at it.
  public func partition(
    ahead: Int, dryRun: Bool, _ rules: MigrationRules, note: (String) -> Void = { _ in }
  ) throws -> [PartitionStep] {
    let today = Zone.utc.day(of: now())
    let layout = try layout(rules)
    if dryRun { return try layout.partitionPlan(today: today, ahead: ahead) }
    let done = try layout.partition(today: today, ahead: ahead, note: note)
    try gatherStatistics()
    return done
  }

  /// Lays the tables over the machines of a Citus cluster; with `dryRun` only says how. Throws `migration_requires`
  /// where there is none. `note` as with `partition`.
  public func distribute(
    dryRun: Bool, _ rules: MigrationRules, note: (String) -> Void = { _ in }
  ) throws -> [DistributionStep] {
    let layout = try layout(rules)
    return dryRun ? try layout.distributionPlan() : try layout.distribute(note: note)
  }

  private func layout(_ rules: MigrationRules) throws -> TableLayout {
    try runner(for: .inspecting).checkSchema()
    return TableLayout(try Database.open(url, for: .migrating, searchPath: source.searchPath, now: now), rules)
  }
}
