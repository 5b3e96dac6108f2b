/// A half-open run of whole days, `start ..< end`, cut in one zone.
public struct Period: Hashable, Sendable, CustomStringConvertible {
  public let start: Day
  /// The first day that is not in the period.
  public let end: Day
  public let zone: Zone

  /// Throws `invalid_date` when the last day lies before the first.
  public init(first: Day, last: Day, zone: Zone) throws(PodctlError) {
    guard first <= last else {
      throw PodctlError(.invalidDate, "the period ends on \(last), before it starts on \(first)")
    }
    start = first
    end = last.advanced(by: 1)
    self.zone = zone
  }

  /// For a period whose bounds are known to be in order.
  init(start: Day, dayAfterLast end: Day, zone: Zone) {
    precondition(start < end)
    self.start = start
    self.end = end
    self.zone = zone
  }

  /// An ISO 8601 week, `2026-W43`, Monday to Sunday.
  public init(week text: String, zone: Zone) throws(PodctlError) {
    let bytes = Array(text.utf8)
    guard bytes.count == 8, bytes[4] == 45, bytes[5] == UInt8(ascii: "W"), let year = Day.digits(bytes[0..<4]),
      let week = Day.digits(bytes[6..<8]), (1...53).contains(week), let fourth = Day(year: year, month: 1, day: 4)
    else {
      throw PodctlError(.invalidDate, "\"\(text)\" is not a week", hint: "write an ISO week such as 2026-W43")
    }
    let monday = fourth.monday.advanced(by: (week - 1) * 7)
    // Week 53 exists only where its Thursday still lies in the year.
    guard monday.advanced(by: 3).civil.year == year else {
      throw PodctlError(.invalidDate, "\(year) has no week \(week)", hint: "its last week is \(year)-W52")
    }
    start = monday
    end = monday.advanced(by: 7)
    self.zone = zone
  }

  /// A calendar month, `2026-10`.
  public init(month text: String, zone: Zone) throws(PodctlError) {
    guard let first = Day(text + "-01") else {
      throw PodctlError(.invalidDate, "\"\(text)\" is not a month", hint: "write a month such as 2026-10")
    }
    start = first
    let (year, month, _) = first.civil
    end = first.advanced(by: Day.length(ofMonth: month, year: year))
    self.zone = zone
  }

  public var last: Day { end.advanced(by: -1) }
  public var dayCount: Int { start.distance(to: end) }
  public var days: [Day] { Array(stride(from: start, to: end, by: 1)) }

  /// The instants of the period, half-open; a day with a change of clock is 23 or 25 hours of it.
  public var instants: Range<Instant> { zone.start(of: start)..<zone.start(of: end) }

  public func contains(_ day: Day) -> Bool { start <= day && day < end }

  public var description: String { "\(start) to \(last) (\(zone))" }
}
