import PodctlCore
import PodctlOperations
import Testing

@Suite("Dates are read in the declared order and never guessed")
struct DateReadingTests {
  @Test(
    "days",
    arguments: [
      (DateFormat.iso, "2026-10-31", "2026-10-31"), (.dayMonthYear, "2026-10-31", "2026-10-31"),
      (.dayMonthYear, "31.10.2026", "2026-10-31"), (.dayMonthYear, "1/2/2026", "2026-02-01"),
      (.monthDayYear, "1/2/2026", "2026-01-02"), (.yearMonthDay, "2026/1/2", "2026-01-02"),
      (.iso, "20261031", "2026-10-31"), (.iso, "2026-10-31T10:00:00", "2026-10-31"),
    ] as [(DateFormat, String, String)])
  func day(format: DateFormat, text: String, expected: String) throws {
    #expect(try DateReading(format: format).day(text).description == expected)
  }

  @Test(
    "what is not in the declared order",
    arguments: [
      (DateFormat.iso, "31.10.2026"), (.iso, "10/31/2026"), (.monthDayYear, "31/10/2026"), (.dayMonthYear, "1/2/26"),
      (.iso, "2026-02-30"), (.dayMonthYear, "2026.10.31"), (.iso, "soon"), (.iso, ""), (.iso, "2026-10-31 25:00:00"),
    ] as [(DateFormat, String)])
  func rejected(format: DateFormat, text: String) {
    #expect(throws: RowProblem.self) { try DateReading(format: format).day(text) }
  }

  @Test(
    "moments, in the zone where they carry no offset",
    arguments: [
      ("2026-10-01T08:30:00Z", "2026-10-01T08:30:00Z"), ("2026-10-01 08:30:00+02:00", "2026-10-01T06:30:00Z"),
      ("2026-10-01 08:30", "2026-10-01T12:30:00Z"), ("10/01/2026, 8:30 PM", "2026-10-02T00:30:00Z"),
      ("10/1/2026 12:05 AM", "2026-10-01T04:05:00Z"), ("2026-10-01T08:30:00.250", "2026-10-01T12:30:00.250000Z"),
      // The clock is set back on 1 November: of the two the earlier.
      ("2026-11-01 01:30:00", "2026-11-01T05:30:00Z"),
    ])
  func instant(text: String, expected: String) throws {
    let reading = DateReading(format: .monthDayYear, zone: try Zone("America/New_York"))
    #expect(try reading.instant(text).description == expected)
  }

  @Test("a time that does not exist, without a zone, or without a time of day")
  func noInstant() throws {
    let newYork = DateReading(zone: try Zone("America/New_York"))
    #expect(throws: RowProblem.self) { try newYork.instant("2026-03-08 02:30:00") }
    #expect(throws: RowProblem.self) { try newYork.instant("2026-10-01") }
    #expect(throws: RowProblem.self) { try newYork.instant("2026-10-01 13:00 PM") }
    #expect(throws: RowProblem.self) { try DateReading().instant("2026-10-01 08:30:00") }
  }
}
