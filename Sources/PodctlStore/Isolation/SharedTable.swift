import PodctlCore

/// A table of podctl's whose rows belong to no one tenant, so that no policy is on it, and what the application role may
/// do there. A table that has no `tenant_id` and is not named here is a finding of the isolation probe.
public struct SharedTable: Sendable {
  public enum Right: String, Sendable, CaseIterable {
    case select = "SELECT"
    case insert = "INSERT"
    case update = "UPDATE"
    case delete = "DELETE"
  }

  public let name: String
  public let rights: [Right]
  /// Why its rows are no tenant's.
  public let reason: String

  /// The tables besides the ledgers of migrations, which the application role reads and does not write.
  public static let all = [
    SharedTable(name: "tenants", rights: Right.allCases, reason: "read before a tenant is known"),
    SharedTable(name: "runs", rights: [.select, .insert, .update], reason: "a record of commands, kept"),
    SharedTable(name: "filter_lists", rights: [.select, .insert], reason: "public lists, told by their content"),
    SharedTable(name: "filter_sets", rights: [.select, .insert, .update], reason: "sets of public lists"),
    SharedTable(name: "filter_set_lists", rights: [.select, .insert, .delete], reason: "what a set holds"),
    SharedTable(name: "plan_prices", rights: Right.allCases, reason: "what the platform's own plans cost"),
  ]

  /// The rights on a table of this name: all four on a tenant's, none to write on a ledger's.
  static func rights(on table: String, ledger: MigrationLedger) -> [Right] {
    if ledger.tables.contains(table) { return [.select] }
    return all.first { $0.name == table }?.rights ?? Right.allCases
  }
}
