import Foundation
import PodctlCore
import Testing

@Suite("Days")
struct DayTests {
  static let knowsCases: [(String, Int, Int)] = [
    ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2), ("2026-10-31", 20_757, 6),
    ("2026-11-01", 20_758, 7), ("1900-03-01", -25_508, 4), ("0000-01-01", -719_528, 6), ("9999-12-31", 2_932_896, 5),
  ]

  @Test("a day has its number, weekday and text", arguments: knowsCases)
  func knows(text: String, number: Int, weekday: Int) throws {
    let day = try #require(Day(text))
    #expect(day.number == number)
    #expect(day.weekday == weekday)
    #expect("\(Day(number: number))" == text)
  }

  @Test(
    "a day that is not in the calendar, or is written otherwise, is refused",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "2026-1-01", "26-01-01",
      "2026/01/01", "2026-01-01T00:00:00Z", "", "2026-01-0x", "+026-01-01", "２026-01-0", "-001-01-01",
    ])
  func refuses(text: String) {
    #expect(Day(text) == nil)
    let error = #expect(throws: PodctlError.self) { try Day(typed: text, for: "--from") }
    #expect(error?.code == .invalidDate)
    #expect(error?.message.contains("--from") == true)
  }

  @Test("every day of four centuries agrees with Foundation's calendar and its own text")
  func agrees() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let first = try #require(Day("1899-12-30"))
    for offset in stride(from: 0, to: 146_097, by: 7) {
      let day = first.advanced(by: offset + offset % 5)
      let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let civil = day.civil
      #expect(civil.year == parts.year && civil.month == parts.month && civil.day == parts.day)
      #expect(day.weekday % 7 + 1 == parts.weekday)
      #expect(Day(day.description) == day)
    }
  }

  static let startsCases: [(String, String, String)] = [
    ("2026-10-26", "2026-10-26", "2026-10-01"), ("2026-11-01", "2026-10-26", "2026-11-01"),
    ("1970-01-01", "1969-12-29", "1970-01-01"), ("2024-02-29", "2024-02-26", "2024-02-01"),
  ]

  @Test("the Monday and the first of a month lie on or before a day", arguments: startsCases)
  func starts(text: String, monday: String, firstOfMonth: String) throws {
    let day = try #require(Day(text))
    #expect("\(day.monday)" == monday)
    #expect("\(day.firstOfMonth)" == firstOfMonth)
  }

  @Test("a day is the same after JSON, and another text is no day")
  func codes() throws {
    let day = try #require(Day("2026-10-31"))
    let data = try JSONEncoder().encode([day])
    #expect(String(decoding: data, as: UTF8.self) == #"["2026-10-31"]"#)
    #expect(try JSONDecoder().decode([Day].self, from: data) == [day])
    #expect(throws: (any Error).self) { try JSONDecoder().decode([Day].self, from: Data(#"["2026-02-30"]"#.utf8)) }
  }
}
