import PodctlCore
import PodctlStore

/// The reports of all a tenant's campaigns that had begun by the end of a period. Those that were cancelled stand where it
/// is about money, and are left out where it is about what runs.
public enum CampaignReports {
  /// Of one period, by the campaigns' slugs; drafts and cancelled ones left out.
  public static func all(
    of tenant: Tenant, _ period: Period, now: Instant, in tx: TenantTransaction
  ) throws -> [SponsorReport] {
    try reports(of: tenant, begunBy: period.last, now: now, in: tx, where: isRunning) { _ in period }
  }

  /// The same with those that were cancelled after they had begun: what they delivered is owed.
  public static func owing(
    of tenant: Tenant, _ period: Period, now: Instant, in tx: TenantTransaction
  ) throws -> [SponsorReport] {
    try reports(of: tenant, begunBy: period.last, now: now, in: tx) {
      isRunning($0) || isOwing($0, tenant)
    } over: { _ in
      period
    }
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
  /// that only sums from the campaign's beginning can agree. Whatever became of a campaign, the books hold its invoices.
  public static func finance(
    of tenant: Tenant, _ month: Period, now: Instant, in tx: TenantTransaction
  ) throws -> FinanceReport {
    let bills = try InvoiceStore(tx).summaries().filter { $0.lastDay <= month.last }
    let billed = Set(bills.filter { $0.status != .void }.map(\.campaign))
    return FinanceReport(
      of: tenant, month: month,
      reports: try reports(of: tenant, begunBy: month.last, now: now, in: tx) {
        isRunning($0) || isOwing($0, tenant) || billed.contains($0.campaign.slug)
      } over: { first in
        try Period(first: first, last: month.last, zone: tenant.zone)
      },
      bills: bills.map { FinanceReport.Bill(campaign: $0.campaign, status: $0.status, total: $0.subtotal) })
  }

  private static func isRunning(_ entry: CampaignEntry) -> Bool {
    [.active, .paused, .completed].contains(entry.campaign.status)
  }

  /// Cancelled after it had begun: its last change is that it was cancelled.
  private static func isOwing(_ entry: CampaignEntry, _ tenant: Tenant) -> Bool {
    guard entry.campaign.status == .cancelled, let first = entry.startsOn else { return false }
    return first <= tenant.zone.day(of: entry.campaign.updatedAt)
  }

  /// Each over the days that follow from the campaign's first.
  private static func reports(
    of tenant: Tenant, begunBy last: Day, now: Instant, in tx: TenantTransaction,
    where isMeant: (CampaignEntry) -> Bool, over days: (Day) throws -> Period
  ) throws -> [SponsorReport] {
    let reporting = SponsorReporting(tenant, window: .standard, now: now, in: tx)
    return try CampaignStore(tx).entries().filter(isMeant).compactMap { entry in
      guard let first = entry.startsOn, first <= last else { return nil }
      return try reporting.report(entry.campaign, days(first))
    }
  }
}
