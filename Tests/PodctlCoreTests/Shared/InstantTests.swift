import PodctlCore
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("Instants")
struct InstantTests {
  static let readsCases: [(String, String)] = [
    ("2026-10-01T08:30:00Z", "2026-10-01T08:30:00Z"), ("2026-10-01t08:30:00z", "2026-10-01T08:30:00Z"),
    ("2026-10-01 08:30:00+02:00", "2026-10-01T06:30:00Z"), ("2026-10-01T08:30:00-0530", "2026-10-01T14:00:00Z"),
    ("2026-10-01T08:30:00+02", "2026-10-01T06:30:00Z"), ("2026-10-01T00:15:00+01:00", "2026-09-30T23:15:00Z"),
    ("2026-10-01T08:30:00.5Z", "2026-10-01T08:30:00.500000Z"),
    ("2026-10-01T08:30:00.1234567Z", "2026-10-01T08:30:00.123456Z"),
    ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"), ("1970-01-01T00:00:00Z", "1970-01-01T00:00:00Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"), ("2026-10-01T08:30:00.000Z", "2026-10-01T08:30:00Z"),
  ]

  @Test("RFC 3339 is read with its fraction and offset and told in UTC", arguments: readsCases)
  func reads(text: String, told: String) throws {
    #expect("\(try #require(Instant(text)))" == told)
  }

  @Test(
    "a time without a zone, or written otherwise, is refused",
    arguments: [
      "2026-10-01T08:30:00", "2026-10-01T08:30Z", "2026-10-01", "2026-10-01T24:00:00Z", "2026-10-01T08:60:00Z",
      "2026-10-01T08:30:61Z", "2026-02-30T08:30:00Z", "2026-10-01T08:30:00.Z", "2026-10-01T08:30:00+2",
      "2026-10-01T08:30:00+02:", "2026-10-01T08:30:00+0:200", "2026-10-01T08:30:00+24:00", "2026-10-01T08:30:00+02:60",
      "2026-10-01T08:30:00 Z", "2026-10-01T08:30:00ZZ", "2026-10-01T08-30-00Z", "2026-10-01x08:30:00Z", "",
    ])
  func refuses(text: String) {
    #expect(Instant(text) == nil)
  }

  static let secondsCases: [(Int64, Int64)] = [
    (0, 0), (1, 0), (999_999, 0), (1_000_000, 1), (-1, -1), (-1_000_000, -1), (-1_000_001, -2),
  ]

  @Test("seconds are rounded down on both sides of 1970", arguments: secondsCases)
  func seconds(microseconds: Int64, seconds: Int64) {
    #expect(Instant(microseconds: microseconds).seconds == seconds)
  }

  @Test("an instant's text reads as the same instant")
  func roundTrip() throws {
    let seed: UInt64 = 7
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    for _ in 0..<2000 {
      let instant = Instant(
        microseconds: .random(in: -60_000_000_000_000_000...250_000_000_000_000_000, using: &random))
      #expect(Instant("\(instant)") == instant)
    }
  }
}
