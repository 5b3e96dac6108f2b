import PodctlCore
import PodctlStore

/// How the newest report that is due of a schedule stands, by what is on record and the clock. It asks no source, so that
/// it can be had often, and it knows of a miss even where no run has been.
public struct ReportStanding: Sendable, Hashable {
  public var campaign: Slug
  public var week: Period
  /// Nil where no run has come to it yet.
  public var state: ReportOccurrence.State?
  public var reason: String?
  public var dueAt: Instant
  public var deadline: Instant
  public var isOverdue: Bool

  /// By the campaigns' slugs; a schedule whose first report is not due yet has none.
  public static func all(of tenant: Tenant, at now: Instant, in tx: TenantTransaction) throws -> [ReportStanding] {
    let due = try ReportScheduleStore(tx).all().compactMap { entry in
      entry.schedule.newestDue(at: now, in: tenant.zone).map { (entry.schedule.id, entry.campaign, $0) }
    }
    guard let first = due.map(\.2.week.start).min() else { return [] }
    let occurrences = try ReportOccurrenceStore(tx).all(from: first)
    return due.map { schedule, campaign, occurrence in
      let found = occurrences[.init(schedule: schedule, week: occurrence.week.start)]
      let isOver = found?.state == .sent || found?.state == .rejected
      return ReportStanding(
        campaign: campaign, week: occurrence.week, state: found?.state, reason: found?.reason,
        dueAt: occurrence.dueAt, deadline: occurrence.deadline, isOverdue: !isOver && now > occurrence.deadline)
    }
  }
}
