/// How days are put together: each alone, by ISO week, or by calendar month of the counting zone.
public enum CalendarUnit: String, Sendable, CaseIterable {
  case day, week, month

  /// The first day of the unit that a day lies in.
  public func start(of day: Day) -> Day {
    switch self {
    case .day: day
    case .week: day.monday
    case .month: day.firstOfMonth
    }
  }

  /// The first day of the unit after the one that begins on `start`.
  public func next(after start: Day) -> Day {
    switch self {
    case .day: start.advanced(by: 1)
    case .week: start.advanced(by: 7)
    case .month: start.advanced(by: Day.length(ofMonth: start.civil.month, year: start.civil.year))
    }
  }

  /// The units that some days touch, each cut to those days.
  public func spans(in days: ClosedRange<Day>) -> [CalendarSpan] {
    var spans: [CalendarSpan] = []
    var start = start(of: days.lowerBound)
    while start <= days.upperBound {
      let next = next(after: start)
      spans.append(
        CalendarSpan(
          unit: self, start: start,
          days: max(start, days.lowerBound)...min(next.advanced(by: -1), days.upperBound)))
      start = next
    }
    return spans
  }
}

/// A day, week or month, or the part of it that was asked for.
public struct CalendarSpan: Sendable, Hashable {
  public var unit: CalendarUnit
  /// The unit's first day, which may lie before `days`.
  public var start: Day
  public var days: ClosedRange<Day>

  public init(unit: CalendarUnit, start: Day, days: ClosedRange<Day>) {
    self.unit = unit
    self.start = start
    self.days = days
  }

  /// Whether all of the unit's days are in it.
  public var isWhole: Bool { days.lowerBound == start && days.upperBound.advanced(by: 1) == unit.next(after: start) }

  /// `2026-10-31`, `2026-W44` or `2026-10`.
  public var name: String {
    switch unit {
    case .day: return "\(start)"
    case .month: return String("\(start)".prefix(7))
    case .week:
      let year = start.advanced(by: 3).civil.year
      let firstMonday = Day(year: year, month: 1, day: 4)?.monday ?? start
      let number = firstMonday.distance(to: start) / 7 + 1
      return "\(year)-W\(number < 10 ? "0" : "")\(number)"
    }
  }
}
