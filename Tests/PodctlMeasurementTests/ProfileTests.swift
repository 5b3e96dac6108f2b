import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Profiles")
struct ProfileTests {
  private static func reason(_ profile: CountingProfile, _ change: (inout CloudFrontLine) -> Void) throws -> String {
    // A good line of another listener keeps the log a log.
    let good = CloudFrontLine.with { $0.address = "198.51.100.1" }
    return try Counting.reasons([CloudFrontLine.with(change), good], rules: CountingRules(profile))[0]
  }

  @Test(
    "statuses count by profile",
    arguments: [
      ("200", true, true, true), ("206", true, true, true), ("000", true, false, false), ("301", false, true, false),
      ("302", false, true, false), ("303", false, true, false), ("304", false, false, false),
      ("307", false, true, false), ("308", false, true, false), ("404", false, false, false),
    ])
  func statuses(_ status: String, _ iab: Bool, _ prefix: Bool, _ odl: Bool) throws {
    for (profile, counts) in [(CountingProfile.iab, iab), (.prefix, prefix), (.odl, odl)] {
      #expect(try Self.reason(profile) { $0.status = status } == (counts ? "counted" : "status"), "\(profile)")
    }
  }

  @Test(
    "ranges are probes by profile",
    arguments: [
      ("0", "0", "probe", "probe", "counted"), ("0", "1", "probe", "counted", "probe"),
      ("1", "1", "probe", "probe", "probe"), ("500", "501", "probe", "probe", "counted"),
      ("9", "1", "probe", "probe", "probe"), ("9", "8", "probe", "probe", "counted"),
      ("0", "2", "threshold", "counted", "counted"),
    ])
  func ranges(_ first: String, _ last: String, _ iab: String, _ prefix: String, _ odl: String) throws {
    for (profile, expected) in [(CountingProfile.iab, iab), (.prefix, prefix), (.odl, odl)] {
      let reason = try Self.reason(profile) {
        $0.status = "206"
        $0.first = first
        $0.last = last
      }
      #expect(reason == expected, "\(profile)")
    }
  }

  @Test("a prefix counts the first larger request, else the first for two bytes")
  func prefix() throws {
    func ask(_ time: String, _ first: String = "-", _ last: String = "-") -> CloudFrontLine {
      CloudFrontLine.with {
        $0.time = time
        $0.status = "302"
        $0.bytes = "0"
        $0.first = first
        $0.last = last
      }
    }
    let rules = CountingRules(.prefix)
    let lead = ask("10:00:00", "0", "1")
    let larger = ask("10:00:05", "0", "-")
    #expect(try Counting.reasons([lead, lead], rules: rules).sorted() == ["counted", "duplicate"])
    #expect(
      try Counting.reasons([lead, larger, ask("10:01:00")], rules: rules) == ["duplicate", "counted", "duplicate"])
    #expect(try Counting.count([lead, larger], rules: rules).words == ["a 2026-06-01 1"])
    #expect(
      try Counting.reasons([larger, lead], rules: CountingRules(.prefix, .firstTouch)) == ["counted", "duplicate"])
  }

  @Test("odl counts days of UTC without a threshold, and drops only bots, data centres and what ends at byte 1")
  func odl() throws {
    for agent in ["-", "atc/1%20watchOS/10", "x%20(null)/(null)%20watchOS"] {
      #expect(try Self.reason(.odl) { $0.agent = agent } == "counted")
    }
    #expect(try Self.reason(.odl) { $0.agent = "Googlebot/2.1" } == "bot")
    #expect(try Self.reason(.odl) { $0.agent = "mySpider" } == "bot")
    #expect(try Self.reason(.odl) { $0.bytes = "0" } == "counted")
    #expect(try Self.reason(.odl) { $0.method = "HEAD" } == "method")
    let lists = try FilterLists.reading(files: [
      FilterListFile(.datacenters, name: "x", bytes: Array("192.0.2.0/24\n".utf8)),
      FilterListFile(.referrers, name: "r", bytes: Array("bad.example\n".utf8)),
    ])
    let good = CloudFrontLine.with {
      $0.address = "198.51.100.1"
      $0.referrer = "https://bad.example/"
    }
    #expect(
      try Counting.reasons([CloudFrontLine(), good], rules: CountingRules(.odl), lists: lists) == [
        "datacenter", "counted",
      ])
    let late = CloudFrontLine.with { $0.time = "23:30:00" }
    let count = try Counting.count(
      [late], zone: Zone("Europe/Berlin"), rules: CountingRules(.odl, .lastTouch, volumeLimit: 1))
    #expect(count.words == ["a 2026-06-01 1"])
    #expect(count.rules == CountingRules(.odl))
    #expect(count.zone == .utc)
  }
}
