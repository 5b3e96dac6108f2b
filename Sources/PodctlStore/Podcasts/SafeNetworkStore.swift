import PodctlCore

/// A tenant's safe list.
public struct SafeNetworkStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// All networks, by their text.
  public func all() throws -> [SafeNetwork] {
    try tx.rows(
      """
      SELECT network, note, added_at, validated_at FROM safe_networks WHERE tenant_id = \(tx.tenant)
      ORDER BY \(bytewise: "network")
      """
    ).map {
      SafeNetwork(
        network: try $0["network"], note: try $0["note"], addedAt: try $0["added_at"],
        validatedAt: try $0["validated_at"])
    }
  }

  /// Adds a network; one that is there is looked at again, and gets the new note if there is one.
  public func upsert(_ network: SafeNetwork) throws {
    try tx.run(
      """
      INSERT INTO safe_networks (tenant_id, network, note, added_at, validated_at)
      VALUES (\(tx.tenant), \(network.network), \(network.note), \(network.addedAt), \(network.validatedAt))
      ON CONFLICT (tenant_id, network) DO UPDATE
        SET note = coalesce(excluded.note, safe_networks.note), validated_at = excluded.validated_at
      """)
  }

  /// Writes down that a network, or all of them where nil, were looked at again; gives how many there are.
  public func renew(_ network: String?, now: Instant) throws -> Int {
    let one: Statement = network.map { "AND network = \($0)" } ?? ""
    return try tx.run(
      "UPDATE safe_networks SET validated_at = \(now) WHERE tenant_id = \(tx.tenant) \(sql: one)")
  }

  /// Takes a network off the list; false when it was not on it.
  public func remove(_ network: String) throws -> Bool {
    try tx.run("DELETE FROM safe_networks WHERE tenant_id = \(tx.tenant) AND network = \(network)") == 1
  }
}
