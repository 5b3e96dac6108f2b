import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("The limit of volume")
struct VolumeTests {
  /// So many listeners behind one address, each with two lines of a download.
  private static func lines(_ listeners: Int, _ address: String = "192.0.2.1") -> [CloudFrontLine] {
    (0..<listeners).flatMap { number in
      ["10:00:00", "11:00:00"].map { time in
        CloudFrontLine.with {
          $0.address = address
          $0.agent = "Overcast/\(number)"
          $0.time = time
        }
      }
    }
  }

  private static let windows: [MeasurementWindow] = [.calendar, .firstTouch, .lastTouch]

  @Test("an address above the limit has all lines of its downloads of that day taken out", arguments: windows)
  func above(_ window: MeasurementWindow) throws {
    let rules = CountingRules(.iab, window, volumeLimit: 3)
    let good = CloudFrontLine.with { $0.address = "198.51.100.1" }
    #expect(
      try Counting.count(Self.lines(3) + [good], rules: rules).reasonWords == ["counted 4", "duplicate 3"])
    let count = try Counting.count(Self.lines(4) + [good], rules: rules)
    #expect(count.reasonWords == ["counted 1", "volume 8"])
    #expect(count.words == ["a 2026-06-01 1"])
    #expect(
      count.warnings == [
        "1 address has more than 3 downloads on a day: 8 lines count for nothing; networks behind which many people are "
          + "belong on the safe list"
      ])
    let unlimited = try Counting.count(Self.lines(4) + [good], rules: CountingRules(.iab, window))
    #expect(unlimited.reasonWords == ["counted 5", "duplicate 4"])
  }

  @Test("other days of the address, and what never reached the threshold, keep their reasons", arguments: windows)
  func others(_ window: MeasurementWindow) throws {
    let rules = CountingRules(.iab, window, volumeLimit: 1)
    let nextDay = CloudFrontLine.with {
      $0.date = "2026-06-03"
      $0.agent = "Overcast/0"
    }
    let few = CloudFrontLine.with {
      $0.agent = "Overcast/9"
      $0.bytes = "1"
    }
    let lines = Self.lines(2) + [nextDay, few]
    #expect(
      try Counting.reasons(lines, rules: rules) == ["volume", "volume", "volume", "volume", "counted", "threshold"])
    #expect(try Counting.count(lines, rules: rules).reasonWords == ["counted 1", "threshold 1", "volume 4"])
  }

  @Test("an address is counted as a listener's: a /64 is one, and the safe list spares it as a whole")
  func networks() throws {
    let rules = CountingRules(.iab, .calendar, volumeLimit: 1)
    let lines = Self.lines(1, "2001:db8::1") + [CloudFrontLine.with { $0.address = "2001:db8::2" }]
    #expect(try Counting.count(lines, rules: rules).reasonWords == ["volume 3"])
    for (safe, expected) in [
      ("2001:db8::/32", ["counted 2", "duplicate 1"]), ("2001:db8::7", ["counted 2", "duplicate 1"]),
      ("2001:db8:0:1::/64", ["volume 3"]), ("2001:db8::/32 2026-06-02", ["volume 3"]),
    ] {
      let lists = try FilterLists.reading(files: [FilterListFile(.safe, name: "safe", bytes: Array("\(safe)\n".utf8))])
      #expect(try Counting.count(lines, rules: rules, lists: lists).reasonWords == expected, "\(safe)")
    }
  }
}
