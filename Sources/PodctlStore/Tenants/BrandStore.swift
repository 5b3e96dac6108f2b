import PodctlCore

/// How a tenant's reports look.
public struct BrandStore {
  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// An empty brand where none was set.
  public func find() throws -> Brand {
    try tx.first(
      """
      SELECT accent, from_name, footer, logo_type, logo, page_template, mail_template FROM tenant_brands
      WHERE tenant_id = \(tx.tenant)
      """
    ).map { row in
      let accent: String? = try row["accent"]
      let (type, bytes): (String?, [UInt8]?) = (try row["logo_type"], try row["logo"])
      return Brand(
        accent: accent.flatMap { Brand.Color($0) },
        logo: type.flatMap { type in bytes.map { Brand.Logo(type: type, bytes: $0) } },
        fromName: try row["from_name"], footer: try row["footer"], pageTemplate: try row["page_template"],
        mailTemplate: try row["mail_template"])
    } ?? Brand()
  }

  public func save(_ brand: Brand, now: Instant) throws {
    try tx.run(
      """
      INSERT INTO tenant_brands (tenant_id, accent, from_name, footer, logo_type, logo, page_template,
        mail_template, updated_at)
      VALUES (\(tx.tenant), \(brand.accent?.description), \(brand.fromName), \(brand.footer), \(brand.logo?.type),
        \(brand.logo?.bytes), \(brand.pageTemplate), \(brand.mailTemplate), \(now))
      ON CONFLICT (tenant_id) DO UPDATE SET accent = excluded.accent, from_name = excluded.from_name,
        footer = excluded.footer, logo_type = excluded.logo_type, logo = excluded.logo,
        page_template = excluded.page_template, mail_template = excluded.mail_template,
        updated_at = excluded.updated_at
      """)
  }

  /// False where none was set.
  public func clear() throws -> Bool {
    try tx.run("DELETE FROM tenant_brands WHERE tenant_id = \(tx.tenant)") == 1
  }
}
