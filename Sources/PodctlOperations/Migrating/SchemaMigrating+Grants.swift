import PodctlCore
import PodctlStore

extension SchemaMigrating {
  /// Gives a role what podctl's daily work needs; false where it had it all, and then nothing is written but, once, that
  /// it is such a role. `note` is told where another runner was left at it. Throws `database_refused` where the role owns
  /// the tables or is held by no policy.
  public func grant(
    to role: String, _ rules: MigrationRules, note: (String) -> Void = { _ in }
  ) throws -> Bool {
    let database = try Database.open(url, for: .migrating, searchPath: source.searchPath, now: now)
    return try ApplicationRole(role, ledger: source.ledger).grant(in: database, rules, note: note)
  }
}
