import PodctlCore

/// What is known of the names on a tenant's papers.
public struct PayerStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// All of them, by name.
  public func all() throws -> [Payer] {
    try tx.rows(
      """
      SELECT name, kind, email, tax_name, tax_rate FROM payers WHERE tenant_id = \(tx.tenant)
      ORDER BY \(bytewise: "name")
      """
    ).map { try Self.payer($0) }
  }

  public func find(_ name: String) throws -> Payer? {
    try tx.first(
      "SELECT name, kind, email, tax_name, tax_rate FROM payers WHERE tenant_id = \(tx.tenant) AND name = \(name)"
    ).map { try Self.payer($0) }
  }

  public func save(_ payer: Payer, now: Instant) throws {
    try tx.run(
      """
      INSERT INTO payers (tenant_id, name, kind, email, tax_name, tax_rate, updated_at)
      VALUES (\(tx.tenant), \(payer.name), \(payer.kind), \(payer.email), \(payer.tax?.name),
        \(payer.tax?.rate.thousandths), \(now))
      ON CONFLICT (tenant_id, name) DO UPDATE SET kind = excluded.kind, email = excluded.email,
        tax_name = excluded.tax_name, tax_rate = excluded.tax_rate, updated_at = excluded.updated_at
      """)
  }

  /// The names that insertion orders are billed to, by name.
  public func names() throws -> [String] {
    try tx.rows(
      """
      SELECT bill_to AS name FROM insertion_orders WHERE tenant_id = \(tx.tenant)
      GROUP BY bill_to ORDER BY \(bytewise: "bill_to")
      """
    ).map { try $0["name"] }
  }

  static func payer(_ row: Row, name: String = "name", _ prefix: String = "") throws -> Payer {
    let taxName: String? = try row["tax_name"]
    let taxRate: Int64? = try row["tax_rate"]
    return Payer(
      name: try row[name], kind: try row[prefix + "kind"], email: try row[prefix + "email"],
      tax: taxName.flatMap { name in
        taxRate.map { Payer.Tax(name: name, rate: Percent(thousandths: $0)) }
      })
  }
}

extension Payer.Kind: SQLBindable, SQLReadable {}
