import PodctlCore

/// A tenant's sponsors.
public struct SponsorStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// A sponsor by its slug; throws `sponsor_not_found` with the nearest slug.
  public func find(_ slug: String) throws -> Sponsor {
    if let sponsor = try first(slug: slug) { return sponsor }
    let slugs: [String] = try tx.rows(
      "SELECT slug FROM sponsors WHERE tenant_id = \(tx.tenant) ORDER BY \(bytewise: "slug") LIMIT 1000"
    ).map { try $0["slug"] }
    let suggestion = Suggestion.nearest(to: slug, among: slugs)
    throw PodctlError(
      .sponsorNotFound, "sponsor \"\(slug)\" not found", hint: suggestion.map { "did you mean \"\($0)\"?" },
      commands: ["podctl campaign sponsor list"], context: [.init("sponsor", slug)])
  }

  public func first(slug: String) throws -> Sponsor? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND slug = \(slug)").map(Self.sponsor)
  }

  public func find(_ id: Identifier<Sponsor>) throws -> Sponsor? {
    try tx.first("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) AND sponsor_id = \(id)").map(Self.sponsor)
  }

  /// All sponsors, by slug.
  public func all() throws -> [Sponsor] {
    try tx.rows("\(sql: Self.selection) WHERE tenant_id = \(tx.tenant) ORDER BY \(bytewise: "slug")").map(Self.sponsor)
  }

  /// Adds a sponsor; throws `sponsor_exists` when its slug is taken.
  public func insert(_ sponsor: Sponsor) throws {
    let added = try tx.run(
      """
      INSERT INTO sponsors (tenant_id, sponsor_id, slug, name, contact_name, contact_email, website, created_at,
        updated_at)
      VALUES (\(tx.tenant), \(sponsor.id), \(sponsor.slug), \(sponsor.name), \(sponsor.contactName),
        \(sponsor.contactEmail), \(sponsor.website), \(sponsor.createdAt), \(sponsor.updatedAt))
      ON CONFLICT (tenant_id, slug) DO NOTHING
      """)
    guard added == 1 else {
      throw PodctlError(
        .sponsorExists, "sponsor \"\(sponsor.slug)\" exists already",
        hint: "use it, choose another slug, or pass --if-not-exists",
        commands: ["podctl campaign sponsor show \(sponsor.slug)"], context: [.init("sponsor", sponsor.slug.text)])
    }
  }

  /// Changes whom and where to write to; what was approved before keeps its address.
  public func update(_ sponsor: Sponsor) throws {
    try tx.run(
      """
      UPDATE sponsors SET name = \(sponsor.name), contact_name = \(sponsor.contactName),
        contact_email = \(sponsor.contactEmail), website = \(sponsor.website), updated_at = \(sponsor.updatedAt)
      WHERE tenant_id = \(tx.tenant) AND sponsor_id = \(sponsor.id)
      """)
  }

  private static let selection: Statement = """
    SELECT sponsor_id, slug, name, contact_name, contact_email, website, created_at, updated_at FROM sponsors
    """

  private static func sponsor(_ row: Row) throws -> Sponsor {
    Sponsor(
      id: try row["sponsor_id"], slug: try row["slug"], name: try row["name"],
      contactName: try row["contact_name"], contactEmail: try row["contact_email"], website: try row["website"],
      createdAt: try row["created_at"], updatedAt: try row["updated_at"])
  }
}
