import PodctlCore

/// Addresses that take no mail of a tenant.
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

  /// By address.
  public func all() throws -> [Suppression] {
    try tx.rows(
      """
      SELECT address, reason, since FROM mail_suppressions WHERE tenant_id = \(tx.tenant)
      ORDER BY \(bytewise: "address")
      """
    ).compactMap { row in
      let (reason, since): (String, Instant) = (try row["reason"], try row["since"])
      return MailAddress(try row["address"]).map { Suppression(address: $0, reason: reason, since: since) }
    }
  }

  /// Whether any address takes no mail; most tenants have none for a long time.
  public func hasAny() throws -> Bool {
    try tx.first("SELECT address FROM mail_suppressions WHERE tenant_id = \(tx.tenant) LIMIT 1") != nil
  }

  /// Why an address takes no mail; nil where it does.
  public func reason(_ address: MailAddress) throws -> String? {
    try tx.first(
      "SELECT reason FROM mail_suppressions WHERE tenant_id = \(tx.tenant) AND address = \(address.text)"
    ).flatMap { try $0["reason"] }
  }

  /// False when the address was suppressed before; the first reason stays.
  @discardableResult
  public func add(_ suppression: Suppression) throws -> Bool {
    try tx.run(
      """
      INSERT INTO mail_suppressions (tenant_id, address, reason, since)
      VALUES (\(tx.tenant), \(suppression.address.text), \(suppression.reason), \(suppression.since))
      ON CONFLICT (tenant_id, address) DO NOTHING
      """) == 1
  }

  /// False when the address was not suppressed.
  public func remove(_ address: MailAddress) throws -> Bool {
    try tx.run("DELETE FROM mail_suppressions WHERE tenant_id = \(tx.tenant) AND address = \(address.text)") == 1
  }
}
