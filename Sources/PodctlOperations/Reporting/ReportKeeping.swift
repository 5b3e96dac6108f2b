import Foundation
import PodctlCore
import PodctlDigest
import PodctlRender
import PodctlStore

/// Keeps the reports that were made: the same figures keep id and revision, others make the next revision.
public enum ReportKeeping {
  /// What a report would be kept as, worked out by reading alone.
  public struct Plan: Sendable {
    public var revision: ReportRevision
    /// Nil where the figures are the stored ones.
    public var addition: StoredReport?
  }

  public static func plan(
    _ report: SponsorReport, campaign: Campaign, in tx: TenantTransaction, ids: any IdentifierSource, now: Instant
  ) throws -> Plan {
    let figures = JSONText.of(SponsorReportData.figures(report))
    let hash = SHA256.hex(figures.utf8)
    let store = ReportStore(tx)
    let stored = try store.newest(of: campaign.id, period: report.period.range, limit: 2)
    if let same = stored.first, same.sha256 == hash {
      let before = stored.dropFirst().first
      return Plan(revision: revision(same, restating: before, report), addition: nil)
    }
    var id = ids.next(Report.self)
    while try store.exists(id) { id = ids.next(Report.self) }
    let addition = StoredReport(
      id: id, campaign: campaign.id, period: report.period.range, revision: (stored.first?.revision ?? 0) + 1,
      sha256: hash, figures: figures, createdAt: now)
    return Plan(revision: revision(addition, restating: stored.first, report), addition: addition)
  }

  /// Stores what the plan adds; nothing where the figures are stored already.
  public static func apply(_ plan: Plan, in tx: TenantTransaction) throws {
    if let addition = plan.addition { try ReportStore(tx).insert(addition) }
  }

  private static func revision(
    _ report: StoredReport, restating before: StoredReport?, _ figures: SponsorReport
  ) -> ReportRevision {
    ReportRevision(
      id: report.id, number: report.revision, madeAt: report.createdAt,
      restated: before.map { Restatement.between(restatable($0.figures), figures.restatable) } ?? [],
      restatesReportOf: before?.createdAt, isStored: true)
  }

  /// The headline figures out of stored ones.
  private static func restatable(_ figures: String) -> [Restatement.Figure: Int64] {
    struct Stored: Decodable { var restatable: [String: Int64?] }
    guard let stored = try? JSONDecoder().decode(Stored.self, from: Data(figures.utf8)) else { return [:] }
    var result: [Restatement.Figure: Int64] = [:]
    for figure in Restatement.Figure.allCases { result[figure] = stored.restatable[figure.rawValue] ?? nil }
    return result
  }
}
