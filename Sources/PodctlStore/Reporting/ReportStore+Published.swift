import PodctlCore

/// A period of which a campaign's report was kept.
public struct KeptPeriod: Sendable, Hashable {
  public var campaign: Identifier<Campaign>
  public var campaignSlug: Slug
  public var campaignName: String
  public var sponsor: Slug
  public var sponsorName: String
  public var days: ClosedRange<Day>
}

extension ReportStore {
  /// Every period with a kept report, by sponsor, newest first, then by campaign.
  public func periods() throws -> [KeptPeriod] {
    try tx.rows(
      """
      SELECT r.campaign_id AS campaign_id, r.period_from AS period_from, r.period_to AS period_to, c.slug AS slug,
        c.name AS name, s.slug AS sponsor, s.name AS sponsor_name
      FROM reports r
      JOIN campaigns c ON c.tenant_id = \(tx.tenant) AND c.campaign_id = r.campaign_id
      JOIN sponsors s ON s.tenant_id = \(tx.tenant) AND s.sponsor_id = c.sponsor_id
      WHERE r.tenant_id = \(tx.tenant) AND r.kind = \(Self.sponsorKind)
      GROUP BY r.campaign_id, r.period_from, r.period_to, c.slug, c.name, s.slug, s.name
      ORDER BY \(bytewise: "s.slug"), r.period_to DESC, r.period_from DESC, \(bytewise: "c.slug")
      """
    ).map { row in
      KeptPeriod(
        campaign: try row["campaign_id"], campaignSlug: try row["slug"], campaignName: try row["name"],
        sponsor: try row["sponsor"], sponsorName: try row["sponsor_name"],
        days: (try row["period_from"] as Day)...(try row["period_to"] as Day))
    }
  }
}
