/// Which period a report may be compared with, and what a period is called.
extension Period {
  /// The period of the same kind directly before: the calendar month before a calendar month, else as many days.
  public var preceding: Period {
    let last = start.advanced(by: -1)
    return Period(start: isMonth ? last.firstOfMonth : start.advanced(by: -dayCount), dayAfterLast: start, zone: zone)
  }

  /// True for Monday to Sunday.
  public var isWeek: Bool { dayCount == 7 && start.weekday == 1 }

  /// True for one whole calendar month.
  public var isMonth: Bool { start == start.firstOfMonth && end == end.firstOfMonth && last.firstOfMonth == start }

  /// What people call a period of this kind.
  public var noun: String { isWeek ? "week" : isMonth ? "month" : "period" }

  /// The ISO week's name, `2026-W43`; nil for another period.
  public var weekName: String? {
    let year = start.advanced(by: 3).civil.year
    guard isWeek, let fourth = Day(year: year, month: 1, day: 4) else { return nil }
    let number = fourth.monday.distance(to: start) / 7 + 1
    return "\(year)-W\(number < 10 ? "0" : "")\(number)"
  }

  public var range: ClosedRange<Day> { start...last }

  /// The options by which a command names the period.
  public var words: String { weekName.map { "--week \($0)" } ?? "--from \(start) --to \(last)" }
}
