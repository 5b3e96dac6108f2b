import PodctlCore
import Testing

@Suite("Periods")
struct PeriodTests {
  static let weekCases: [(String, String, String)] = [
    ("2026-W43", "2026-10-19", "2026-10-25"), ("2026-W01", "2025-12-29", "2026-01-04"),
    ("2026-W53", "2026-12-28", "2027-01-03"), ("2020-W53", "2020-12-28", "2021-01-03"),
    ("2021-W01", "2021-01-04", "2021-01-10"), ("2024-W09", "2024-02-26", "2024-03-03"),
  ]

  @Test("an ISO week runs from its Monday to its Sunday", arguments: weekCases)
  func week(text: String, first: String, last: String) throws {
    let week = try Period(week: text, zone: .utc)
    #expect("\(week.start)" == first)
    #expect("\(week.last)" == last)
    #expect(week.dayCount == 7)
    #expect(week.days.count == 7)
  }

  @Test(
    "a week that does not exist is refused",
    arguments: [
      "2025-W53", "2021-W53", "2026-W00", "2026-W54", "2026-w43", "2026W43", "2026-W4", "W43", "", "2026-W4x",
    ])
  func noWeek(text: String) {
    let error = #expect(throws: PodctlError.self) { try Period(week: text, zone: .utc) }
    #expect(error?.code == .invalidDate)
  }

  static let monthCases: [(String, String, String, Int)] = [
    ("2026-10", "2026-10-01", "2026-10-31", 31), ("2026-02", "2026-02-01", "2026-02-28", 28),
    ("2024-02", "2024-02-01", "2024-02-29", 29), ("2026-12", "2026-12-01", "2026-12-31", 31),
  ]

  @Test("a month has all its days", arguments: monthCases)
  func month(text: String, first: String, last: String, days: Int) throws {
    let month = try Period(month: text, zone: .utc)
    #expect("\(month.start)" == first)
    #expect("\(month.last)" == last)
    #expect(month.dayCount == days)
    #expect(month.contains(month.start) && month.contains(month.last) && !month.contains(month.end))
  }

  @Test("a month that does not exist is refused", arguments: ["2026-13", "2026-1", "2026", "2026-10-01", "", "x"])
  func noMonth(text: String) {
    let error = #expect(throws: PodctlError.self) { try Period(month: text, zone: .utc) }
    #expect(error?.code == .invalidDate)
  }

  @Test("a period may be one day long and must not end before it starts")
  func bounds() throws {
    let day = try #require(Day("2026-10-31"))
    #expect(try Period(first: day, last: day, zone: .utc).dayCount == 1)
    let error = #expect(throws: PodctlError.self) {
      try Period(first: day, last: day.advanced(by: -1), zone: .utc)
    }
    #expect(error?.code == .invalidDate)
  }

  static let hoursCases: [(String, Int64)] = [
    ("2026-03", 31 * 24 - 1), ("2026-07", 31 * 24), ("2026-11", 30 * 24 + 1),
  ]

  @Test("a month with a change of clock is an hour longer or shorter in New York", arguments: hoursCases)
  func hours(text: String, hours: Int64) throws {
    let instants = try Period(month: text, zone: Zone("America/New_York")).instants
    #expect((instants.upperBound.seconds - instants.lowerBound.seconds) == hours * 3600)
  }

  @Test(
    "twelve months follow one another without a gap in every zone that changes its clock",
    arguments: [
      "America/New_York", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Gaza",
    ])
  func follow(name: String) throws {
    let zone = try Zone(name)
    for year in [2011, 2017, 2026] {
      var previous: Period?
      for month in 1...12 {
        let period = try Period(month: "\(year)-\(month < 10 ? "0" : "")\(month)", zone: zone)
        if let previous { #expect(previous.instants.upperBound == period.instants.lowerBound) }
        previous = period
      }
    }
  }
}
