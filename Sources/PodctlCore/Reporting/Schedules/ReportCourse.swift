/// The part of a campaign's life in which its weekly report goes out by itself.
public struct ReportCourse: Sendable, Hashable {
  public var status: Campaign.Status
  /// The first day of the first flight; nil where nothing is booked.
  public var firstDay: Day?
  /// The last day on which anything of the campaign runs; nil where nothing is booked.
  public var lastDay: Day?
  /// How many days after it orders are still credited to the campaign.
  public var windowDays: Int

  public init(status: Campaign.Status, firstDay: Day?, lastDay: Day?, windowDays: Int) {
    self.status = status
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.windowDays = windowDays
  }

  /// Of a campaign whose flights run over some days. One that was completed before their end runs no longer than to the
  /// day on which it was.
  public init(of campaign: Campaign, flights days: ClosedRange<Day>?, window: AttributionWindow, in zone: Zone) {
    var last = days?.upperBound
    if campaign.status == .completed { last = last.map { min($0, zone.day(of: campaign.updatedAt)) } }
    self.init(status: campaign.status, firstDay: days?.lowerBound, lastDay: last, windowDays: window.days)
  }

  /// Why no report goes out by itself whatever the day; nil where one may.
  public var silence: String? {
    switch status {
    case .draft: "the campaign is a draft"
    case .cancelled: "the campaign was cancelled"
    case .active, .paused, .completed: nil
    }
  }

  /// The days from the first to the last; nil where nothing runs.
  var days: ClosedRange<Day>? {
    guard silence == nil, let firstDay, let lastDay, firstDay <= lastDay else { return nil }
    return firstDay...lastDay
  }
}

extension ReportSchedule {
  /// The Monday of the last week whose report goes out by itself: the one that is due on the first schedule day on which
  /// no order of the last day is credited any more. Nil where no report goes out at all.
  public func finalWeek(of course: ReportCourse) -> Day? {
    guard let last = course.days?.upperBound else { return nil }
    let earliest = last.advanced(by: course.windowDays - 5 - weekday)
    let monday = earliest.monday == earliest ? earliest : earliest.monday.advanced(by: 7)
    // A schedule that was made later has its one report as well.
    return max(monday, firstWeek)
  }

  /// The newest week of a campaign's course whose hour has come; nil before the first, and for a campaign that has not
  /// begun by the week's end. After the final week it is that one.
  public func newestDue(at now: Instant, in tenantZone: Zone, of course: ReportCourse) -> Occurrence? {
    guard let days = course.days, let final = finalWeek(of: course) else { return nil }
    guard var newest = newestDue(at: now, in: tenantZone) else { return nil }
    if newest.week.start > final { newest = occurrence(of: final, in: tenantZone) }
    return days.lowerBound <= newest.week.last ? newest : nil
  }

  /// When the next report of a campaign's course is due that is not due yet; nil where none will be.
  public func next(after now: Instant, in tenantZone: Zone, of course: ReportCourse) -> Occurrence? {
    guard let days = course.days, let final = finalWeek(of: course) else { return nil }
    var next = next(after: now, in: tenantZone)
    if next.week.last < days.lowerBound { next = occurrence(of: days.lowerBound.monday, in: tenantZone) }
    return next.week.start <= final ? next : nil
  }
}
