import PodctlCore
import Testing

@Suite("downloads by age of episode")
struct EpisodeAgeTests {
  private let published = Instant("2026-10-01T22:00:00Z") ?? Instant(seconds: 0)

  private func counts(_ hours: [Int], from: String = "2026-09-01T00:00:00Z", to: String) throws -> [Int64?] {
    let instants = hours.map { published.advanced(seconds: Int64($0) * 3600) }
    let daily = Dictionary(grouping: instants, by: Zone.utc.day(of:)).mapValues { Int64($0.count) }
    let known = try #require(Instant(from))...(try #require(Instant(to)))
    return EpisodeAge.counts(published: published, in: .utc, known: known, daily: daily) { edge in
      Int64(instants.count { Zone.utc.day(of: $0) == edge.day && $0 < edge.at })
    }
  }

  @Test("a span is so many times 24 hours from publication, half-open, and what came before it is in none")
  func halfOpen() throws {
    // One hour before, at publication, just inside and exactly at the end of the first day and of the third.
    let counts = try counts([-1, 0, 23, 24, 71, 72], to: "2026-10-31T00:00:00Z")
    #expect(counts == [2, 4, 5, nil, nil, nil])
  }

  @Test("a span that ends with the last line is known, one second later it is not")
  func mature() throws {
    #expect(try counts([0], to: "2026-10-02T22:00:00Z")[0] == 1)
    #expect(try counts([0], to: "2026-10-02T21:59:59Z")[0] == nil)
  }

  @Test("an episode that is older than the first log has no number rather than a low one")
  func beforeTheLogs() throws {
    let counts = try counts([30], from: "2026-10-01T22:00:01Z", to: "2027-10-31T00:00:00Z")
    #expect(counts.allSatisfy { $0 == nil })
  }
}

@Suite("days, weeks and months")
struct CalendarUnitTests {
  @Test("weeks and months are cut to the days that were asked for")
  func spans() throws {
    let days = try #require(Day("2026-12-30"))...(try #require(Day("2027-01-05")))
    let weeks = CalendarUnit.week.spans(in: days)
    #expect(weeks.map(\.name) == ["2026-W53", "2027-W01"])
    #expect(
      weeks.map { "\($0.days.lowerBound) \($0.days.upperBound) \($0.isWhole)" }
        == ["2026-12-30 2027-01-03 false", "2027-01-04 2027-01-05 false"])
    #expect(CalendarUnit.month.spans(in: days).map(\.name) == ["2026-12", "2027-01"])
    let partDays = CalendarUnit.day.spans(in: days).filter { !$0.isWhole }
    #expect(partDays.isEmpty)
  }
}
