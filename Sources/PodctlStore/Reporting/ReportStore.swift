import PodctlCore

/// A report as it was stored.
public struct StoredReport: Sendable, Hashable {
  public var id: Identifier<Report>
  public var campaign: Identifier<Campaign>
  public var period: ClosedRange<Day>
  public var revision: Int
  /// Of the figures' text, in lower-case hexadecimal.
  public var sha256: String
  /// The figures as JSON.
  public var figures: String
  public var createdAt: Instant

  public init(
    id: Identifier<Report>, campaign: Identifier<Campaign>, period: ClosedRange<Day>, revision: Int, sha256: String,
    figures: String, createdAt: Instant
  ) {
    self.id = id
    self.campaign = campaign
    self.period = period
    self.revision = revision
    self.sha256 = sha256
    self.figures = figures
    self.createdAt = createdAt
  }
}

/// The reports that were made.
public struct ReportStore {
  static let sponsorKind = "sponsor"
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// The newest revisions of a campaign's report for a period, at most `limit`, newest first.
  public func newest(
    of campaign: Identifier<Campaign>, period: ClosedRange<Day>, limit: Int
  ) throws -> [StoredReport] {
    try tx.rows(
      """
      SELECT report_id, campaign_id, period_from, period_to, revision, figures_sha256, figures, created_at
      FROM reports
      WHERE tenant_id = \(tx.tenant) AND kind = \(Self.sponsorKind) AND campaign_id = \(campaign)
        AND period_from = \(period.lowerBound) AND period_to = \(period.upperBound)
      ORDER BY revision DESC LIMIT \(limit)
      """
    ).map { row in
      StoredReport(
        id: try row["report_id"], campaign: try row["campaign_id"],
        period: (try row["period_from"] as Day)...(try row["period_to"] as Day), revision: try row["revision"],
        sha256: try row["figures_sha256"], figures: try row["figures"], createdAt: try row["created_at"])
    }
  }

  public func exists(_ id: Identifier<Report>) throws -> Bool {
    try tx.first("SELECT 1 AS found FROM reports WHERE tenant_id = \(tx.tenant) AND report_id = \(id)") != nil
  }

  public func insert(_ report: StoredReport) throws {
    try tx.run(
      """
      INSERT INTO reports (tenant_id, report_id, kind, campaign_id, period_from, period_to, revision, figures_sha256,
        figures, created_at)
      VALUES (\(tx.tenant), \(report.id), \(Self.sponsorKind), \(report.campaign), \(report.period.lowerBound),
        \(report.period.upperBound), \(report.revision), \(report.sha256), \(report.figures), \(report.createdAt))
      """)
  }
}
