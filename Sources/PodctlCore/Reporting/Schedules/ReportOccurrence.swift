/// What became of one week's report of a schedule.
public struct ReportOccurrence: Sendable, Hashable {
  public enum State: String, Sendable, CaseIterable {
    /// Its figures are not complete, or not what is usual.
    case held
    /// Made, and waiting for a person.
    case review
    case approved
    /// A person has decided that it does not go.
    case rejected
    /// Its mails are written down, and not all of them are settled.
    case sending
    case sent
  }

  public var schedule: Identifier<ReportSchedule>
  /// Its Monday.
  public var week: Day
  public var state: State
  /// Why it is where it is.
  public var reason: String?
  /// The report that was looked at or sent.
  public var report: Identifier<Report>?
  public var dueAt: Instant
  public var deadline: Instant

  public init(
    schedule: Identifier<ReportSchedule>, week: Day, state: State, reason: String?, report: Identifier<Report>?,
    dueAt: Instant, deadline: Instant
  ) {
    self.schedule = schedule
    self.week = week
    self.state = state
    self.reason = reason
    self.report = report
    self.dueAt = dueAt
    self.deadline = deadline
  }
}
