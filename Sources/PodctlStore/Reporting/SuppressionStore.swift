import PodctlCore

/// Addresses that take no mail of a tenant. Rows of earlier versions may differ in the case of their letters alone: they
/// are one address.
public struct SuppressionStore {
  public struct Suppression: Sendable, Hashable {
    public var address: MailAddress
    public var reason: String
    public var since: Instant

    public init(address: MailAddress, reason: String, since: Instant) {
      self.address = address
      self.reason = reason
      self.since = since
    }
  }

  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// By address, each once with its first reason.
  public func all() throws -> [Suppression] {
    var seen: Set<MailAddress> = []
    return try tx.rows(
      """
      SELECT address, reason, since FROM mail_suppressions WHERE tenant_id = \(tx.tenant)
      ORDER BY since, \(bytewise: "address")
      """
    ).compactMap { row -> Suppression? in
      let (reason, since): (String, Instant) = (try row["reason"], try row["since"])
      return MailAddress(try row["address"]).map { Suppression(address: $0, reason: reason, since: since) }
    }.filter { seen.insert($0.address).inserted }.sorted { $0.address < $1.address }
  }

  /// Why addresses take no mail, by address.
  public func reasons() throws -> [MailAddress: String] {
    try Dictionary(all().map { ($0.address, $0.reason) }) { first, _ in first }
  }

  /// Whether any address takes no mail; most tenants have none for a long time.
  public func hasAny() throws -> Bool {
    try tx.first("SELECT address FROM mail_suppressions WHERE tenant_id = \(tx.tenant) LIMIT 1") != nil
  }

  /// What is on record of an address, with its first reason; nil where it takes mail.
  public func find(_ address: MailAddress) throws -> Suppression? {
    try tx.first(
      """
      SELECT address, reason, since FROM mail_suppressions WHERE tenant_id = \(tx.tenant) AND \(sql: Self.isOne(address))
      ORDER BY since, \(bytewise: "address") LIMIT 1
      """
    ).map { row in
      Suppression(
        address: MailAddress(try row["address"]) ?? address, reason: try row["reason"], since: try row["since"])
    }
  }

  /// Why an address takes no mail; nil where it does.
  public func reason(_ address: MailAddress) throws -> String? { try find(address)?.reason }

  /// False when the address was suppressed before; the first reason stays.
  @discardableResult
  public func add(_ suppression: Suppression) throws -> Bool {
    guard try find(suppression.address) == nil else { return false }
    return try tx.run(
      """
      INSERT INTO mail_suppressions (tenant_id, address, reason, since)
      VALUES (\(tx.tenant), \(suppression.address.text), \(suppression.reason), \(suppression.since))
      ON CONFLICT (tenant_id, address) DO NOTHING
      """) == 1
  }

  /// False when the address was not suppressed.
  public func remove(_ address: MailAddress) throws -> Bool {
    try tx.run("DELETE FROM mail_suppressions WHERE tenant_id = \(tx.tenant) AND \(sql: Self.isOne(address))") > 0
  }

  /// Whether a row's `address` is this one. Under the C collation only the letters of ASCII have a case, as on SQLite.
  static func isOne(_ address: MailAddress) -> Statement { "lower(\(bytewise: "address")) = \(address.folded)" }
}
