import PodctlCore
import PodctlStore

/// The reports of all a tenant's campaigns that had begun by the end of a period, drafts and cancelled ones left out.
public enum CampaignReports {
  /// Of one period, by the campaigns' slugs.
  public static func all(
    of tenant: Tenant, _ period: Period, now: Instant, in tx: TenantTransaction
  ) throws -> [SponsorReport] {
    try reports(of: tenant, begunBy: period.last, now: now, in: tx) { _ in period }
  }

  /// What the host of a show is told. Throws `podcast_not_found`, and `podcast_exists` where two shows have one title:
  /// airings know their show by it, and a host is told of no other's.
  public static func host(
    _ slug: String, of tenant: Tenant, _ period: Period, now: Instant, in tx: TenantTransaction
  ) throws -> HostReport {
    let podcast = try PodcastStore(tx).find(slug)
    guard try PodcastStore(tx).all().count(where: { $0.title == podcast.title }) == 1 else {
      throw PodctlError(
        .podcastExists, "two shows are called \"\(podcast.title)\", so that their ads cannot be told apart",
        hint: "give one of them another title")
    }
    func downloads(_ days: ClosedRange<Day>) throws -> Int64? {
      let counted = try DownloadFigureStore(tx).byDay(DownloadScope(podcast: podcast.id, days: days)).values
        .reduce(0) { $0 + $1.counted }
      return try counted > 0 || LogCoverage(tx).measures(podcast.id, on: days) ? counted : nil
    }
    // A period that is not over is not compared with a full one.
    let isOver = try DeliveryLedger(tx).dataThrough(in: tenant.zone).map { $0 >= period.last } ?? false
    let before = period.start.advanced(by: -period.dayCount)...period.start.advanced(by: -1)
    return HostReport(
      of: podcast, tenant: tenant, period: period,
      downloads: ReportFigure(
        try downloads(period.range), before: isOver ? try downloads(before) : nil),
      reports: try all(of: tenant, period, now: now, in: tx))
  }

  /// Delivery up to the end of a month against the invoices up to then. An invoice takes up what those before it left, so
  /// that only sums from the campaign's beginning can agree.
  public static func finance(
    of tenant: Tenant, _ month: Period, now: Instant, in tx: TenantTransaction
  ) throws -> FinanceReport {
    FinanceReport(
      of: tenant, month: month,
      reports: try reports(of: tenant, begunBy: month.last, now: now, in: tx) { first in
        try Period(first: first, last: month.last, zone: tenant.zone)
      },
      bills: try InvoiceStore(tx).summaries().filter { $0.lastDay <= month.last }.map {
        FinanceReport.Bill(campaign: $0.campaign, status: $0.status, total: $0.subtotal)
      })
  }

  /// Each over the days that follow from the campaign's first.
  private static func reports(
    of tenant: Tenant, begunBy last: Day, now: Instant, in tx: TenantTransaction, over days: (Day) throws -> Period
  ) throws -> [SponsorReport] {
    let reporting = SponsorReporting(tenant, window: .standard, now: now, in: tx)
    return try CampaignStore(tx).entries(statuses: [.active, .paused, .completed]).compactMap { entry in
      guard let first = entry.startsOn, first <= last else { return nil }
      return try reporting.report(entry.campaign, days(first))
    }
  }
}
