import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("Windows")
struct WindowTests {
  private static func at(_ date: String, _ time: String, _ change: (inout CloudFrontLine) -> Void = { _ in })
    -> CloudFrontLine
  {
    CloudFrontLine.with {
      $0.date = date
      $0.time = time
      change(&$0)
    }
  }

  /// Monday 22:00, Tuesday 03:00, Tuesday 22:15, Wednesday 23:15.
  private static let example = [
    at("2026-06-01", "22:00:00"), at("2026-06-02", "03:00:00"), at("2026-06-02", "22:15:00"),
    at("2026-06-03", "23:15:00"),
  ]

  @Test(
    "the four requests of the example make 1,1,0,1 and 1,0,1,1 and 1,0,0,1, in any order",
    arguments: [
      (MeasurementWindow.calendar, ["counted", "counted", "duplicate", "counted"], [1, 1, 1]),
      (.firstTouch, ["counted", "duplicate", "counted", "counted"], [1, 1, 1]),
      (.lastTouch, ["counted", "duplicate", "duplicate", "counted"], [1, 0, 1]),
    ])
  func example(_ window: MeasurementWindow, _ reasons: [String], _ perDay: [Int64]) throws {
    let rules = CountingRules(.iab, window)
    #expect(try Counting.reasons(Self.example, rules: rules) == reasons)
    for lines in [Self.example, Self.example.reversed()] {
      let count = try Counting.count(lines, rules: rules)
      let days = ["2026-06-01", "2026-06-02", "2026-06-03"]
      #expect(days.map { day in count.rows.first { "\($0.day)" == day }?.downloads ?? 0 } == perDay)
    }
  }

  @Test(
    "a request exactly 24 hours later opens the next window, a second sooner it does not",
    arguments: [MeasurementWindow.firstTouch, .lastTouch])
  func edge(_ window: MeasurementWindow) throws {
    let first = Self.at("2026-06-01", "10:00:00")
    let rules = CountingRules(.iab, window)
    let apart = try Counting.count([first, Self.at("2026-06-02", "10:00:00")], rules: rules)
    #expect(apart.words == ["a 2026-06-01 1", "a 2026-06-02 1"])
    let within = try Counting.count([first, Self.at("2026-06-02", "09:59:59")], rules: rules)
    #expect(within.words == ["a 2026-06-01 1"])
  }

  @Test("a download belongs to the day of its window's first unfiltered request, in the counting zone")
  func instant() throws {
    // A request of too few bytes opens the window; another, after midnight, crosses the threshold.
    let opening = Self.at("2026-06-01", "21:59:59") { $0.bytes = "10" }
    let crossing = Self.at("2026-06-02", "01:00:00")
    let rules = CountingRules(.iab, .firstTouch)
    #expect(try Counting.count([opening, crossing], rules: rules).words == ["a 2026-06-01 1"])
    #expect(try Counting.reasons([opening, crossing], rules: rules) == ["duplicate", "counted"])
    let berlin = try Zone("Europe/Berlin")
    #expect(try Counting.count([opening, crossing], zone: berlin, rules: rules).words == ["a 2026-06-01 1"])
    let later = Self.at("2026-06-01", "22:00:00") { $0.bytes = "10" }
    #expect(try Counting.count([later, crossing], zone: berlin, rules: rules).words == ["a 2026-06-02 1"])
    // What a filter drops opens nothing.
    let bot = Self.at("2026-06-01", "12:00:00") { $0.agent = "Googlebot/2.1" }
    #expect(try Counting.count([bot, later, crossing], rules: rules).words == ["a 2026-06-01 1"])
  }

  @Test("bytes add up across midnight within a rolling window, and not across windows")
  func bytes() throws {
    func half(_ date: String, _ time: String, _ first: Int) -> CloudFrontLine {
      Self.at(date, time) {
        $0.status = "206"
        $0.first = String(first)
        $0.last = String(first + 499_999)
      }
    }
    let across = [half("2026-06-01", "23:00:00", 0), half("2026-06-02", "22:00:00", 500_000)]
    #expect(try Counting.count(across).reasonWords == ["threshold 2"])
    #expect(
      try Counting.count(across, rules: CountingRules(.iab, .firstTouch)).reasonWords == ["counted 1", "duplicate 1"])
    let apart = [half("2026-06-01", "23:00:00", 0), half("2026-06-02", "23:00:00", 500_000)]
    #expect(try Counting.count(apart, rules: CountingRules(.iab, .lastTouch)).reasonWords == ["threshold 2"])
  }

  @Test("a log whose clock jumps gives the same windows as one in order")
  func jumps() throws {
    let hours = [0, 30, 3, 26, 49, 1, 75, 52]
    let lines = hours.map { hour in
      Self.at("2026-06-0\(1 + hour / 24)", (hour % 24 < 10 ? "0" : "") + "\(hour % 24):00:00")
    }
    for window in [MeasurementWindow.firstTouch, .lastTouch] {
      let rules = CountingRules(.iab, window)
      let jumping = try Counting.count(lines, rules: rules)
      let ordered = try Counting.count(
        lines.sorted { ($0.date, $0.time) < ($1.date, $1.time) }, rules: rules)
      #expect(jumping.words == ordered.words)
      #expect(jumping.ledger == ordered.ledger)
    }
    // Hours 0, 26, 52 open a first-touch window; only 75, 23 hours after 52, lies within another.
    #expect(try Counting.count(lines, rules: CountingRules(.iab, .firstTouch)).ledger[.counted] == 3)
    #expect(try Counting.count(lines, rules: CountingRules(.iab, .lastTouch)).ledger[.counted] == 1)
  }

  @Test("a file given ten times gives the same downloads, and no more requests are held")
  func repeated() throws {
    let log = Counting.log(Self.example)
    for window in [MeasurementWindow.firstTouch, .lastTouch] {
      let counter = try Counting.counter(rules: CountingRules(.iab, window), keepsListeners: true)
      let once = try counter.count([log])
      let often = try counter.count(Array(repeating: log, count: 10))
      #expect(often.words == once.words)
      #expect(often.ledger[.duplicate] == 40 - once.ledger[.counted])
      var lines: [Int64] = []
      try often.forEachGroup { group in
        let requests = try RollingRequests(state: group.state)
        lines += requests.requests.map(\.lines)
      }
      #expect(lines.count == 4 && lines.allSatisfy { $0 == 10 })
    }
  }

  @Test("groups of a rolling count hold each day's requests, and say whose they are")
  func groups() throws {
    let counter = try Counting.counter(rules: CountingRules(.iab, .lastTouch), keepsListeners: true)
    var words: [String] = []
    let count = try counter.count([Counting.log(Self.example)])
    try count.forEachGroup { group in
      #expect(!group.isReached)
      #expect(String(decoding: group.address, as: UTF8.self) == "192.0.2.1")
      words.append("\(group.day) \(group.first) \(group.lines) \(group.app ?? "-")")
    }
    #expect(
      words.sorted() == [
        "2026-06-01 2026-06-01T22:00:00Z 1 Overcast", "2026-06-02 2026-06-02T03:00:00Z 2 Overcast",
        "2026-06-03 2026-06-03T23:15:00Z 1 Overcast",
      ])
    #expect(count.groupCount == 3)
  }
}
