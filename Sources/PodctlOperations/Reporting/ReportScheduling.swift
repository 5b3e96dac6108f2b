import PodctlCore
import PodctlStore

/// Keeps the schedules by which reports go out.
public enum ReportScheduling {
  /// What a schedule is asked to be; nil leaves what it is, or takes what is usual.
  public struct Wish: Sendable {
    public var weekday: Int?
    public var hour: Int?
    public var zone: Zone?
    public var needsReview: Bool?
    public var deadlineHours: Int?
    public var windowMinutes: Int?
    public var recipients: [ReportSchedule.Recipient]

    public init(
      weekday: Int?, hour: Int?, zone: Zone?, needsReview: Bool?, deadlineHours: Int?,
      windowMinutes: Int? = nil, recipients: [ReportSchedule.Recipient]
    ) {
      self.weekday = weekday
      self.hour = hour
      self.zone = zone
      self.needsReview = needsReview
      self.deadlineHours = deadlineHours
      self.windowMinutes = windowMinutes
      self.recipients = recipients
    }
  }

  /// A schedule as it stands, and the life of its campaign, by which its reports go.
  public struct Added: Sendable {
    public var schedule: ReportSchedule
    public var campaign: Campaign
    public var course: ReportCourse
    public var isNew: Bool
  }

  /// Makes a campaign's schedule, or changes the one it has. A new one begins with the week that is running, so that it
  /// sends nothing at once. Throws `campaign_not_found`, `transition_refused` for a cancelled campaign,
  /// `tenant_archived`, `quota_reached` for a new one, or `usage` for a schedule without anybody.
  public static func add(
    _ wish: Wish, to slug: String, of tenant: Tenant, in database: Database, ids: any IdentifierSource, now: Instant
  ) throws -> Added {
    try tenant.requireActive()
    if let minutes = wish.windowMinutes { try MailWindow.check(minutes) }
    return try database.write(for: tenant.id) { tx in
      let campaign = try CampaignStore(tx).find(slug)
      guard campaign.status != .cancelled else {
        throw PodctlError(
          .transitionRefused, "campaign \"\(slug)\" is cancelled: no report of it goes out by itself",
          hint: "report sponsor makes one for whoever asks",
          commands: ["podctl report sponsor --tenant \(tenant.slug) --campaign \(slug)"],
          context: [.init("campaign", slug), .init("status", campaign.status.rawValue)])
      }
      let store = ReportScheduleStore(tx)
      let before = try store.find(campaign: campaign.id)
      if before == nil, wish.recipients.isEmpty {
        throw PodctlError(
          .usage, "a new schedule needs somebody to send to", hint: "name them with --to name@example.com")
      }
      // What is promised already is kept; only a new promise asks for room.
      if before == nil { try PlanKeeping.requireRoom(for: .reports, of: tenant, in: tx, now: now) }
      var schedule =
        before
        ?? ReportSchedule(
          id: ids.next(ReportSchedule.self), campaign: campaign.id, weekday: 1, hour: 9, zone: tenant.zone,
          needsReview: false, deadlineHours: 72, firstWeek: tenant.zone.day(of: now).monday, recipients: [],
          createdAt: now)
      schedule.weekday = wish.weekday ?? schedule.weekday
      schedule.hour = wish.hour ?? schedule.hour
      schedule.zone = wish.zone ?? schedule.zone
      schedule.needsReview = wish.needsReview ?? schedule.needsReview
      schedule.deadlineHours = wish.deadlineHours ?? schedule.deadlineHours
      schedule.windowMinutes = wish.windowMinutes ?? schedule.windowMinutes
      schedule.recipients = wish.recipients
      try store.upsert(schedule, now: now)
      return Added(
        schedule: try store.find(campaign: campaign.id) ?? schedule, campaign: campaign,
        course: try ReportCalendar.course(of: campaign, in: tenant.zone, tx), isNew: before == nil)
    }
  }

  /// Takes a recipient off a schedule, or the schedule away where nobody is named; false when there was nothing to take.
  public static func remove(
    _ address: MailAddress?, from slug: String, of tenant: Tenant, in database: Database
  ) throws -> Bool {
    try database.write(for: tenant.id) { tx in
      let store = ReportScheduleStore(tx)
      guard let schedule = try store.find(campaign: CampaignStore(tx).find(slug).id) else { return false }
      if let address { return try store.remove(address, from: schedule.id) }
      try store.remove(schedule.id)
      return true
    }
  }
}
