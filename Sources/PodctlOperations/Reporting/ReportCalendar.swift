import PodctlCore
import PodctlStore

/// Which report of each schedule is due, by the schedule, the life of its campaign, the clock, and what has gone. Sending
/// and alarms both ask it, so that nothing is missed that was not to go.
public struct ReportCalendar {
  /// One schedule.
  public struct Entry: Sendable {
    public var schedule: ReportSchedule
    public var campaign: Campaign
    public var course: ReportCourse
    /// The newest week whose hour has come; nil where none has, and where the campaign is to have no report.
    var newest: ReportSchedule.Occurrence?
    /// Whether the final report has gone, or was rejected: the schedule has nothing left to do.
    var isAtRest: Bool

    /// The week whose report is to go, or has gone.
    var due: ReportSchedule.Occurrence? { isAtRest ? nil : newest }
    /// Whether a report that has not gone by its deadline is somebody's business: a pause is somebody's decision, so that
    /// what waits for its end is no miss.
    var alarms: Bool { campaign.status != .paused }

    /// When the next report is due that is not due yet; nil where none will be.
    public func next(after now: Instant, in zone: Zone) -> ReportSchedule.Occurrence? {
      schedule.next(after: now, in: zone, of: course)
    }

    var isFinal: Bool { newest.map { $0.week.start == schedule.finalWeek(of: course) } ?? false }
  }

  /// Orders are credited to a campaign for as long as its reports count them.
  static let window = AttributionWindow.standard

  /// By the campaigns' slugs.
  public static func entries(of tenant: Tenant, at now: Instant, in tx: TenantTransaction) throws -> [Entry] {
    let schedules = try ReportScheduleStore(tx).all()
    guard !schedules.isEmpty else { return [] }
    let campaigns = Dictionary(
      try CampaignStore(tx).entries().map { ($0.campaign.id, $0) }, uniquingKeysWith: { first, _ in first })
    let settled = try ReportOccurrenceStore(tx).newestSettled()
    return schedules.compactMap { schedule, _ in
      guard let found = campaigns[schedule.campaign] else { return nil }
      let course = course(of: found, in: tenant.zone)
      let newest = schedule.newestDue(at: now, in: tenant.zone, of: course)
      var entry = Entry(
        schedule: schedule, campaign: found.campaign, course: course, newest: newest, isAtRest: false)
      // A report of a later week can only be an earlier version's; then the final one has gone with it.
      if entry.isFinal, let last = settled[schedule.id], let newest { entry.isAtRest = last >= newest.week.start }
      return entry
    }
  }

  /// The life of one campaign.
  public static func course(of campaign: Campaign, in zone: Zone, _ tx: TenantTransaction) throws -> ReportCourse {
    let flights = try FlightStore(tx).all(of: campaign.id)
    let first = flights.map(\.startsOn).min()
    let last = flights.map(\.endsOn).max()
    return ReportCourse(of: campaign, flights: days(first, last), window: window, in: zone)
  }

  private static func course(of entry: CampaignEntry, in zone: Zone) -> ReportCourse {
    ReportCourse(of: entry.campaign, flights: days(entry.startsOn, entry.endsOn), window: window, in: zone)
  }

  private static func days(_ first: Day?, _ last: Day?) -> ClosedRange<Day>? {
    guard let first, let last, first <= last else { return nil }
    return first...last
  }
}
