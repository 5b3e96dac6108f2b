import PodctlCore
import PodctlRender
import PodctlStore

/// A campaign's report, made from what the stores hold, and what it is or would be kept as.
public struct MadeReport: Sendable {
  public let campaign: Campaign
  public let report: SponsorReport
  public let keeping: ReportKeeping.Plan
  private let command: String

  /// Reads only. Throws `flight_not_found` for a campaign without flights.
  public init(
    of campaign: Campaign, _ period: Period, by reporting: SponsorReporting, in tx: TenantTransaction,
    ids: any IdentifierSource, now: Instant
  ) throws {
    self.campaign = campaign
    report = try reporting.report(campaign, period)
    keeping = try ReportKeeping.plan(report, campaign: campaign, in: tx, ids: ids, now: now)
    let days = reporting.window == .standard ? "" : " --window-days \(reporting.window.days)"
    command =
      "podctl report sponsor --tenant \(reporting.tenant.slug) --campaign \(campaign.slug) \(period.words)\(days)"
  }

  /// Whether its figures are on record already.
  public var isKept: Bool { keeping.addition == nil }

  /// The page of the report as it is kept once its plan is applied.
  public var page: SponsorReportPage {
    SponsorReportPage(report: report, revision: keeping.revision, command: command)
  }

  /// The page of a report that nobody keeps: it has no place to be found again unless its figures are on record.
  public var draft: SponsorReportPage {
    var page = page
    page.revision.isStored = isKept
    return page
  }
}
