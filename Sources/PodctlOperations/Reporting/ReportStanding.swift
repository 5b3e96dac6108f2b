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

  /// By the campaigns' slugs; a schedule whose first report is not due yet has none, and neither has one whose campaign is
  /// to have no report or has had its last.
  public static func all(of tenant: Tenant, at now: Instant, in tx: TenantTransaction) throws -> [ReportStanding] {
    let due = try ReportCalendar.entries(of: tenant, at: now, in: tx).compactMap { entry in
      entry.due.map { (entry, $0) }
    }
    guard let first = due.map(\.1.week.start).min() else { return [] }
    let occurrences = try ReportOccurrenceStore(tx).all(from: first)
    return due.map { entry, occurrence in
      let found = occurrences[.init(schedule: entry.schedule.id, week: occurrence.week.start)]
      let isNoMiss = found?.state == .sent || found?.state == .rejected || !(entry.alarms || found?.state == .sending)
      return ReportStanding(
        campaign: entry.campaign.slug, week: occurrence.week, state: found?.state, reason: found?.reason,
        dueAt: occurrence.dueAt, deadline: occurrence.deadline, isOverdue: !isNoMiss && now > occurrence.deadline)
    }
  }
}
