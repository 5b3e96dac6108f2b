import PodctlCore
import SeededNumbers
import Testing

@testable import PodctlMeasurement

@Suite("Lists of filters")
struct FilterListTests {
  private static func file(_ kind: FilterListFile.Kind, _ text: String, from day: String? = nil) -> FilterListFile {
    FilterListFile(kind, name: "list", bytes: Array(text.utf8), firstDay: day.flatMap { Day($0) })
  }

  /// Reasons of a line on 1 and on 2 June.
  private static func reasons(
    _ files: [FilterListFile], zone: Zone = .utc, _ change: (inout CloudFrontLine) -> Void
  ) throws -> [String] {
    let lines = ["2026-06-01", "2026-06-02"].map { date in
      CloudFrontLine.with {
        change(&$0)
        $0.date = date
      }
    }
    return try Counting.reasons(lines, zone: zone, lists: FilterLists.reading(files: files))
  }

  @Test("an entry without a date applies to all days, one with a date from that day on")
  func dates() throws {
    let network = Self.file(.datacenters, "192.0.2.0/24\n")
    #expect(try Self.reasons([network]) { _ in } == ["datacenter", "datacenter"])
    for separator in ["\t", ",", " ", "  "] {
      let dated = Self.file(.datacenters, "# networks\r\n\n192.0.2.0/24\(separator)2026-06-02\r\n")
      #expect(try Self.reasons([dated]) { _ in } == ["counted", "datacenter"])
    }
    let since = Self.file(.datacenters, "192.0.2.0/24\n", from: "2026-06-02")
    #expect(try Self.reasons([since]) { _ in } == ["counted", "datacenter"])
    // An entry's own date goes before its list's.
    let own = Self.file(.datacenters, "192.0.2.0/24 2026-06-01\n", from: "2026-06-02")
    #expect(try Self.reasons([own]) { _ in } == ["datacenter", "datacenter"])
  }

  @Test("the day of a date is the counting zone's")
  func zone() throws {
    let dated = Self.file(.datacenters, "192.0.2.0/24 2026-06-02\n")
    let late = try Self.reasons([dated], zone: Zone("Europe/Berlin")) { $0.time = "23:00:00" }
    #expect(late == ["datacenter", "datacenter"])
    #expect(try Self.reasons([dated]) { $0.time = "23:00:00" } == ["counted", "datacenter"])
  }

  @Test("agents' entries have dates too, and the first entry that applies on a day decides")
  func agents() throws {
    let bots = Self.file(
      .agents(.bots), #"{"entries":[{"name":"Fetcher","pattern":"^Overcast","from":"2026-06-02"}]}"#)
    let apps = Self.file(.agents(.apps), #"{"entries":[{"name":"Overcast","pattern":"^Overcast/"}]}"#)
    #expect(try Self.reasons([apps, bots]) { _ in } == ["counted", "bot"])
    #expect(try Self.reasons([bots, apps]) { $0.agent = "Other/1" } == ["counted", "counted"])
    let since = Self.file(
      .agents(.bots), #"{"entries":[{"name":"Fetcher","pattern":"^Overcast"}]}"#, from: "2026-06-02")
    #expect(try Self.reasons([since]) { _ in } == ["counted", "bot"])
    let counter = try Counting.counter(
      rules: CountingRules(.iab, .lastTouch), lists: FilterLists.reading(files: [apps, bots]), keepsListeners: true)
    var names: [String?] = []
    try counter.count([Counting.log([CloudFrontLine()])]).forEachGroup { names.append($0.app) }
    #expect(names == ["Overcast"])
  }

  @Test(
    "a bad referrer is a host with all below it, or the beginning of a URL",
    arguments: [
      ("bad.example", "https://bad.example/x", true), ("bad.example", "http://www.BAD.example", true),
      ("bad.example", "https://notbad.example/", false), ("bad.example", "https://bad.example.org/", false),
      ("bad.example", "https://x.org/bad.example", false), ("bad.example", "https://bad.example:8080/", true),
      ("bad.example", "https://user@bad.example?q", true), ("BAD.example", "bad.example", true),
      ("https://bad.example/player", "https://bad.example/player?x", true),
      ("https://bad.example/player", "https://bad.example/Player", false),
      ("https://bad.example/player", "http://bad.example/player", false),
      ("bad.example/player", "http://bad.example/player/1", true), ("bad.example/player", "-", false),
      ("bad.example/a b", "https://bad.example/a%20b", false),
    ])
  func referrers(_ entry: String, _ referrer: String, _ isBad: Bool) throws {
    let list = Self.file(.referrers, entry.replacing(" ", with: "%20") + "\n")
    let reasons = try Self.reasons([list]) { $0.referrer = referrer }
    #expect(reasons == (isBad ? ["referrer", "referrer"] : ["counted", "counted"]))
    let dated = Self.file(.referrers, "\(entry.replacing(" ", with: "%20")) 2026-06-02\n")
    #expect(try Self.reasons([dated]) { $0.referrer = referrer } == ["counted", isBad ? "referrer" : "counted"])
  }

  @Test("the safe list and Private Relay spare an address from the data centres, from their own days on")
  func spared() throws {
    let networks = Self.file(.datacenters, "192.0.2.0/24\n2001:db8::/32\n")
    for kind in [FilterListFile.Kind.safe, .relay] {
      #expect(try Self.reasons([networks, Self.file(kind, "192.0.2.1\n")]) { _ in } == ["counted", "counted"])
      #expect(
        try Self.reasons([Self.file(kind, "192.0.2.2/32\n"), networks]) { _ in } == ["datacenter", "datacenter"])
      #expect(
        try Self.reasons([networks, Self.file(kind, "192.0.2.0/28 2026-06-02\n")]) { _ in } == [
          "datacenter", "counted",
        ])
      #expect(
        try Self.reasons([networks, Self.file(kind, "2001:db8:1::/48\n")]) { $0.address = "2001:db8:1::5" }
          == ["counted", "counted"])
    }
  }

  @Test("addresses with several dates belong from the earliest, whatever the order of the lists")
  func overlapping() {
    let days: [Int32] = [.min, 5, 9, 20]
    for seed in UInt64(1)...200 {
      var random = SplitMix(seed: seed)
      let groups = (0..<(1 + random.below(6))).map { _ in
        let start = UInt32(random.below(60))
        return (day: random.pick(days), ranges: [start...(start + UInt32(random.below(20)))])
      }
      let set = DatedRanges(groups)
      for value in UInt32(0)..<90 {
        for day in [Int32(0), 5, 8, 9, 30] {
          let expected = groups.contains { $0.day <= day && $0.ranges[0].contains(value) }
          #expect(set.contains(value, on: day) == expected, "seed \(seed), value \(value), day \(day)")
          let meets = groups.contains { $0.day <= day && $0.ranges[0].overlaps(value...(value + 3)) }
          #expect(set.meets(value...(value + 3), on: day) == meets, "seed \(seed), value \(value), day \(day)")
        }
      }
    }
  }

  @Test(
    "a line that cannot be read is named with its list",
    arguments: [
      (FilterListFile.Kind.datacenters, "10.0.0.0/8\n10.0.0.0/40\n"), (.safe, "\n10.0.0.0/8 yesterday\n"),
      (.referrers, "good.example\nlocalhost\n"), (.datacenters, "\n10.0.0.0/8,2026-02-30\n"),
    ])
  func invalid(_ kind: FilterListFile.Kind, _ text: String) {
    do {
      _ = try FilterLists.reading(files: [Self.file(kind, text)])
      Issue.record("no error")
    } catch {
      #expect(error.code == .listInvalid)
      #expect(error.message.hasPrefix("line 2 of list is no "))
    }
  }

  @Test("a version stands for contents and days, not for the order in which files are given")
  func version() throws {
    let one = Self.file(.datacenters, "10.0.0.0/8\n")
    let two = Self.file(.safe, "10.0.0.1\n")
    let version = try FilterLists.reading(files: [one, two]).sha256
    #expect(try FilterLists.reading(files: [two, one]).sha256 == version)
    #expect(try FilterLists.reading(files: [one]).sha256 != version)
    var later = two
    later.firstDay = Day("2026-06-02")
    #expect(try FilterLists.reading(files: [one, later]).sha256 != version)
  }

  @Test("a filtered line's explanation names the list and its entry")
  func entries() throws {
    let lists = try FilterLists.reading(files: [
      FilterListFile(.datacenters, name: "clouds.txt", bytes: Array("10.0.0.0/8\n192.0.2.0/25\n2001:db8::/33\n".utf8)),
      FilterListFile(.referrers, name: "referrers.txt", bytes: Array("other.example\nbad.example\n".utf8)),
    ])
    let lines = [
      CloudFrontLine(), .with { $0.address = "2001:db8::1" },
      .with {
        $0.address = "198.51.100.1"
        $0.referrer = "https://x.bad.example/"
      },
    ]
    let counter = try Counting.counter(lists: lists)
    let log = Counting.log(lines)
    let entries = try (3...5).map { try counter.explain(line: $0, of: log, in: [log]).entry }
    #expect(
      entries == ["clouds.txt: 192.0.2.0/25", "clouds.txt: 2001:db8:0:0:0:0:0:0/33", "referrers.txt: bad.example"])
  }

  @Test("devices are named by their own list and filter nothing")
  func devices() throws {
    let list = Self.file(
      .agents(.devices), #"{"entries":[{"name":"Phone","pattern":"iPhone","category":"bot"}]}"#)
    let lists = try FilterLists.reading(files: [list])
    let lines = [CloudFrontLine(), .with { $0.agent = "Overcast/1.0%20(iPhone)" }]
    #expect(try Counting.reasons(lines, lists: lists) == ["counted", "counted"])
    var devices: [String] = []
    let counter = try Counting.counter(lists: lists, keepsListeners: true)
    try counter.count([Counting.log(lines)]).forEachGroup { devices.append($0.device ?? "-") }
    #expect(devices.sorted() == ["-", "Phone"])
  }
}
