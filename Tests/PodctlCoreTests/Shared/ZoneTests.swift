import PodctlCore
import Testing

@Suite("Time zones")
struct ZoneTests {
  static let startsCases: [(String, String, String)] = [
    // New York: 23 and 25 hours.
    ("America/New_York", "2026-03-08", "2026-03-08T05:00:00Z"),
    ("America/New_York", "2026-03-09", "2026-03-09T04:00:00Z"),
    ("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z"),
    ("America/New_York", "2026-11-02", "2026-11-02T05:00:00Z"),
    // São Paulo skipped midnight: 15 October 2017 began at 01:00 local time.
    ("America/Sao_Paulo", "2017-10-14", "2017-10-14T03:00:00Z"),
    ("America/Sao_Paulo", "2017-10-15", "2017-10-15T03:00:00Z"),
    ("America/Sao_Paulo", "2017-10-16", "2017-10-16T02:00:00Z"),
    ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"),
    ("America/Havana", "2026-03-08", "2026-03-08T05:00:00Z"), ("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z"),
    // Half an hour, quarters of an hour, the far east and the far west.
    ("Australia/Lord_Howe", "2026-04-05", "2026-04-04T13:00:00Z"),
    ("Australia/Lord_Howe", "2026-04-06", "2026-04-05T13:30:00Z"),
    ("Asia/Kathmandu", "2026-10-01", "2026-09-30T18:15:00Z"),
    ("Pacific/Kiritimati", "2026-10-01", "2026-09-30T10:00:00Z"),
    ("Pacific/Pago_Pago", "2026-10-01", "2026-10-01T11:00:00Z"), ("UTC", "2026-10-01", "2026-10-01T00:00:00Z"),
    // Samoa left out 30 December 2011 altogether: the day is empty, and starts where the next one does.
    ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z"), ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
  ]

  @Test("a local day starts at its first instant, whatever the clock does", arguments: startsCases)
  func starts(name: String, day: String, start: String) throws {
    #expect("\(try Zone(name).start(of: #require(Day(day))))" == start)
  }

  static let hoursCases: [(String, String, Int64)] = [
    ("America/New_York", "2026-03-08", 23), ("America/New_York", "2026-11-01", 25),
    ("America/New_York", "2026-07-04", 24),
    ("America/Sao_Paulo", "2017-10-15", 23), ("America/Sao_Paulo", "2018-02-17", 25),
    ("Europe/Berlin", "2026-10-25", 25),
    ("Pacific/Apia", "2011-12-30", 0),
  ]

  @Test("a day holds 23, 24 or 25 hours", arguments: hoursCases)
  func hours(name: String, text: String, hours: Int64) throws {
    let zone = try Zone(name)
    let day = try #require(Day(text))
    #expect(zone.start(of: day.advanced(by: 1)).seconds - zone.start(of: day).seconds == hours * 3600)
  }

  @Test(
    "the last second before a day's start is the day before, and its first is the day",
    arguments: [
      "America/New_York", "America/Sao_Paulo", "Europe/Berlin", "Asia/Kolkata", "Australia/Lord_Howe", "America/Havana",
      "Africa/Casablanca", "Asia/Tehran", "Pacific/Auckland", "UTC",
    ])
  func edges(name: String) throws {
    let zone = try Zone(name)
    let first = try #require(Day("2016-12-30"))
    for offset in 0..<1100 {
      let day = first.advanced(by: offset)
      let start = zone.start(of: day)
      #expect(zone.day(of: start) == day, "\(day)")
      #expect(zone.day(of: Instant(microseconds: start.microseconds - 1)) == day.advanced(by: -1), "\(day)")
    }
  }

  @Test("an instant before 1970 lies in its local day too")
  func early() throws {
    #expect("\(try Zone("Europe/Berlin").day(of: #require(Instant("1969-12-31T23:30:00Z"))))" == "1970-01-01")
    #expect("\(Zone.utc.day(of: try #require(Instant("1969-12-31T23:59:59.999999Z"))))" == "1969-12-31")
  }

  static let suggestsCases: [(String, String)] = [
    ("America/NewYork", "America/New_York"), ("europe/berlin", "Europe/Berlin"),
    ("Amerika/Sao_Paulo", "America/Sao_Paulo"),
  ]

  @Test("an unknown zone is refused with the nearest name", arguments: suggestsCases)
  func suggests(name: String, nearest: String) throws {
    let error = #expect(throws: PodctlError.self) { try Zone(name) }
    #expect(error?.code == .unknownTimeZone)
    #expect(error?.hint?.contains("\"\(nearest)\"") == true)
  }

  @Test(
    "no zone is guessed from an abbreviation, an offset or nothing",
    arguments: ["EST", "GMT+5", "+02:00", "", "Mars/Base"])
  func refuses(name: String) {
    let error = #expect(throws: PodctlError.self) { try Zone(name) }
    #expect(error?.code == .unknownTimeZone)
    #expect(error?.exit == .usage)
  }

  @Test("zones are equal by their names, however they were made")
  func equality() throws {
    #expect(try Zone("UTC") == .utc)
    #expect(try Zone("UTC").hashValue == Zone.utc.hashValue)
    #expect(try Zone("Europe/Berlin") == Zone("Europe/Berlin"))
    #expect(try Zone("Europe/Berlin") != Zone("Europe/Paris"))
  }

  @Test(
    "the names that people use are known, old and new",
    arguments: [
      "Asia/Kolkata", "Asia/Calcutta", "Europe/Kyiv", "Europe/Kiev", "America/Buenos_Aires", "US/Eastern", "Etc/UTC",
      "America/Argentina/Buenos_Aires", "Asia/Ho_Chi_Minh", "GMT",
    ])
  func known(name: String) throws {
    #expect(try Zone(name).identifier == name)
  }
}
