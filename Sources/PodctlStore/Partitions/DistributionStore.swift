import PodctlCore

/// How one table is laid over the machines of a Citus cluster.
public struct DistributionStep: Sendable, Hashable {
  public enum Kind: String, Sendable {
    /// The same rows on every machine: what belongs to no one tenant and is joined or referred to.
    case reference
    /// Cut by the tenant, all tables alike, so that a tenant's rows of every table lie on one machine.
    case distributed
  }

  public var table: String
  public var kind: Kind
  /// The table beside whose rows these lie; nil for the first, and for a reference table.
  public var beside: String?

  /// The statement that does it.
  public var sql: String {
    switch kind {
    case .reference: "SELECT create_reference_table('podctl.\(table)')"
    case .distributed:
      "SELECT create_distributed_table('podctl.\(table)', 'tenant_id', colocate_with => "
        + "'\(beside.map { "podctl.\($0)" } ?? "none")')"
    }
  }
}

/// Turns podctl's tables into those of a Citus cluster. Reference tables come first, then parents before their children:
/// Citus refuses a foreign key to a table that is not distributed yet.
public struct DistributionStore {
  let tx: Transaction

  public init(_ tx: Transaction) { self.tx = tx }

  /// Whether this is a coordinator of Citus.
  public func isCitus() throws -> Bool {
    guard tx.dialect == .postgres else { return false }
    return try tx.first("SELECT 1 AS one FROM pg_catalog.pg_extension WHERE extname = 'citus'") != nil
  }

  /// Every table that is not distributed yet, in the order in which Citus takes them; runs and the ledger stay on the
  /// coordinator.
  public func plan() throws -> [DistributionStep] {
    guard tx.dialect == .postgres else { return [] }
    let done = try distributed()
    let tables = try ProbedTable.all(in: tx).filter { !$0.isView }
    let shared = SharedTable.all.map(\.name)
    let ofTenants = Set(tables.filter { $0.hasTenant && !shared.contains($0.name) }.map(\.name))
    let references = ["tenants", "filter_lists", "filter_sets", "filter_set_lists"]
    var steps = references.map { DistributionStep(table: $0, kind: .reference) }
    let ordered = try parentsFirst(ofTenants)
    let first = ordered.first { done.contains($0) } ?? ordered.first
    steps += ordered.map { DistributionStep(table: $0, kind: .distributed, beside: $0 == first ? nil : first) }
    return steps.filter { !done.contains($0.table) }
  }

  private func distributed() throws -> Set<String> {
    guard try isCitus() else { return [] }
    return Set(
      try tx.rows(
        """
        SELECT c.relname::text AS name FROM pg_catalog.pg_dist_partition p JOIN pg_catalog.pg_class c ON c.oid = p.logicalrelid
        WHERE c.relnamespace = 'podctl'::regnamespace
        """
      ).map { try $0["name"] })
  }

  private func parentsFirst(_ tables: Set<String>) throws -> [String] {
    var parents: [String: Set<String>] = [:]
    for row in try tx.rows(
      """
      SELECT c.relname::text AS child, p.relname::text AS parent FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_class c ON c.oid = k.conrelid JOIN pg_catalog.pg_class p ON p.oid = k.confrelid
      WHERE k.contype = 'f' AND k.connamespace = 'podctl'::regnamespace AND c.oid <> p.oid
      """)
    {
      let child: String = try row["child"]
      let parent: String = try row["parent"]
      if tables.contains(child), tables.contains(parent) { parents[child, default: []].insert(parent) }
    }
    var ordered: [String] = []
    var waiting = tables.sorted()
    while !waiting.isEmpty {
      let ready = waiting.filter { (parents[$0] ?? []).isSubset(of: ordered) }
      guard !ready.isEmpty else {
        throw PodctlError(.internalFault, "the tables \(waiting.joined(separator: ", ")) refer to each other in a ring")
      }
      ordered += ready
      waiting.removeAll(where: ready.contains)
    }
    return ordered
  }

  /// Prepares a transaction for `apply`: one connection to a machine is the transaction's own setting already; here, that
  /// Citus takes no table which stays local into its own keeping for the sake of a foreign key.
  public func begin() throws {
    try tx.run("SET LOCAL citus.enable_local_reference_table_foreign_keys = off")
  }

  public func apply(_ step: DistributionStep) throws {
    try tx.run(Statement(segments: [.text(step.sql)]))
  }
}
