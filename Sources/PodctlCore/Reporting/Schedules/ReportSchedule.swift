/// When the weekly report of a campaign goes out by itself, and to whom.
public struct ReportSchedule: Sendable, Hashable {
  public enum Format: String, Sendable, CaseIterable { case html, text }

  public struct Recipient: Sendable, Hashable {
    public var address: MailAddress
    public var format: Format
    /// Why the address takes no mail; nil where it does.
    public var suppression: String?

    public init(address: MailAddress, format: Format, suppression: String? = nil) {
      self.address = address
      self.format = format
      self.suppression = suppression
    }
  }

  /// A week's report on its way.
  public struct Occurrence: Sendable, Hashable {
    public var week: Period
    public var dueAt: Instant
    /// When a report that cannot go out is somebody's business.
    public var deadline: Instant
  }

  public var id: Identifier<ReportSchedule>
  public var campaign: Identifier<Campaign>
  /// 1 for Monday to 7 for Sunday.
  public var weekday: Int
  /// 0 to 23 by the clocks of the zone.
  public var hour: Int
  public var zone: Zone
  /// Whether a person has to approve each report before it goes.
  public var needsReview: Bool
  public var deadlineHours: Int
  /// How many minutes mails wait at their service, so that they can be taken back; 0 where they go at once, nil for what
  /// is usual at the service.
  public var windowMinutes: Int?
  /// The Monday of the first week that is reported.
  public var firstWeek: Day
  /// By address.
  public var recipients: [Recipient]
  public var createdAt: Instant

  public init(
    id: Identifier<ReportSchedule>, campaign: Identifier<Campaign>, weekday: Int, hour: Int, zone: Zone,
    needsReview: Bool, deadlineHours: Int, windowMinutes: Int? = nil, firstWeek: Day, recipients: [Recipient],
    createdAt: Instant
  ) {
    self.id = id
    self.campaign = campaign
    self.weekday = weekday
    self.hour = hour
    self.zone = zone
    self.needsReview = needsReview
    self.deadlineHours = deadlineHours
    self.windowMinutes = windowMinutes
    self.firstWeek = firstWeek
    self.recipients = recipients
    self.createdAt = createdAt
  }

  /// Those who take mail.
  public var reachable: [Recipient] { recipients.filter { $0.suppression == nil } }

  /// The report of the week that begins on a Monday, its days cut in the tenant's zone: due in the week after.
  public func occurrence(of monday: Day, in tenantZone: Zone) -> Occurrence {
    let day = monday.advanced(by: 7 + weekday - 1)
    let start = zone.start(of: day)
    let guess = start.advanced(seconds: Int64(hour) * 3600)
    // On a day on which clocks change, the hour by the clock is not so many hours after midnight.
    let due = guess.advanced(seconds: zone.offset(at: start) - zone.offset(at: guess))
    return Occurrence(
      week: Period(start: monday, dayAfterLast: monday.advanced(by: 7), zone: tenantZone), dueAt: due,
      deadline: due.advanced(seconds: Int64(deadlineHours) * 3600))
  }

  /// The newest week whose hour has come, whatever became of its campaign; nil before the first.
  public func newestDue(at now: Instant, in tenantZone: Zone) -> Occurrence? {
    var monday = tenantZone.day(of: now).monday
    while monday >= firstWeek {
      let occurrence = occurrence(of: monday, in: tenantZone)
      if occurrence.dueAt <= now { return occurrence }
      monday = monday.advanced(by: -7)
    }
    return nil
  }

  /// When the next report is due that is not due yet, whatever became of its campaign.
  public func next(after now: Instant, in tenantZone: Zone) -> Occurrence {
    let newest = newestDue(at: now, in: tenantZone)
    return occurrence(of: newest?.week.start.advanced(by: 7) ?? firstWeek, in: tenantZone)
  }
}

/// Days of the week by name.
public enum Weekday {
  public static let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// 1 to 7; throws `usage`.
  public static func number(typed text: String) throws(PodctlError) -> Int {
    guard let index = names.firstIndex(where: { $0.lowercased() == text.lowercased() }) else {
      throw PodctlError(
        .usage, "\"\(text)\" is no day of the week", hint: "write \(names.joined(separator: ", ").lowercased())")
    }
    return index + 1
  }

  public static func name(_ number: Int) -> String { names[(number - 1) % 7] }
}
