import PodctlCore
import Testing

@Suite("Rolling requests")
struct RollingRequestsTests {
  private static let path = Coverage.PathKey(high: 1, low: 2)
  private static let other = Coverage.PathKey(high: 9, low: 0)

  private static func request(_ time: String, _ bytes: Int64 = 1000, lines: Int64 = 1) -> RollingRequests.Request {
    .init(
      time: Instant(time) ?? Instant(seconds: 0), path: path, bytes: .placed(.init(start: 0, end: bytes)), lines: lines)
  }

  private static func starts(_ times: [String], _ window: MeasurementWindow, _ zone: Zone = .utc) -> [String] {
    RollingRequests(times.map { request($0) }).windows(window, zone: zone, isReached: { _ in true })
      .map { "\($0.start)" }
  }

  private static let monday = "2026-06-01T22:00:00Z"
  private static let tuesday = "2026-06-02T03:00:00Z"
  private static let evening = "2026-06-02T22:15:00Z"
  private static let wednesday = "2026-06-03T23:15:00Z"

  @Test("Monday 22:00, Tuesday 03:00, Tuesday 22:15, Wednesday 23:15 make three, three and two windows")
  func example() {
    let times = [Self.monday, Self.tuesday, Self.evening, Self.wednesday]
    #expect(Self.starts(times, .calendar) == [Self.monday, Self.tuesday, Self.wednesday])
    #expect(Self.starts(times, .firstTouch) == [Self.monday, Self.evening, Self.wednesday])
    #expect(Self.starts(times, .lastTouch) == [Self.monday, Self.wednesday])
    #expect(Self.starts(times.reversed(), .lastTouch) == [Self.monday, Self.wednesday])
  }

  @Test(
    "a window is half-open: exactly 24 hours later opens the next, a second less does not",
    arguments: [MeasurementWindow.firstTouch, .lastTouch])
  func edge(_ window: MeasurementWindow) {
    let first = "2026-06-01T10:00:00Z"
    #expect(Self.starts([first, "2026-06-02T10:00:00Z"], window) == [first, "2026-06-02T10:00:00Z"])
    #expect(Self.starts([first, "2026-06-02T09:59:59Z"], window) == [first])
  }

  @Test("a last-touch window is pushed out by each request, a first-touch window by none")
  func pushed() {
    let times = ["2026-06-01T10:00:00Z", "2026-06-02T09:00:00Z", "2026-06-03T08:00:00Z", "2026-06-04T08:00:00Z"]
    #expect(Self.starts(times, .lastTouch) == [times[0], times[3]])
    #expect(Self.starts(times, .firstTouch) == [times[0], times[2], times[3]])
    let windows = RollingRequests(times.map { Self.request($0) }).windows(.lastTouch, isReached: { _ in false })
    #expect(windows.map { "\($0.end)" } == ["2026-06-04T08:00:00Z", "2026-06-05T08:00:00Z"])
    #expect(windows.map(\.lines) == [3, 1])
  }

  @Test("rolling windows are 24 hours on days of a changed clock too, calendar windows the day")
  func changedClock() throws {
    let zone = try Zone("Europe/Berlin")
    // The day of 29 March 2026 has 23 hours in Berlin: 28T23:00Z to 29T22:00Z.
    let times = ["2026-03-28T23:00:00Z", "2026-03-29T21:59:59Z", "2026-03-29T22:00:00Z", "2026-03-29T23:00:00Z"]
    #expect(Self.starts(times, .calendar, zone) == [times[0], times[2]])
    #expect(Self.starts(times, .firstTouch, zone) == [times[0], times[3]])
  }

  @Test("a window covers the union of its requests, and an imported row is a download at once")
  func coverage() {
    var requests = RollingRequests([Self.request(Self.monday, 600), Self.request(Self.tuesday, 900)])
    var asked: [Int64] = []
    let windows = requests.windows(.firstTouch) { coverage in
      asked.append(coverage.covered(Self.path, size: nil))
      return false
    }
    #expect(asked == [900])
    #expect(!windows[0].isReached)
    requests.add(.init(time: Instant(seconds: 0), path: Self.path, bytes: .imported))
    #expect(requests.windows(.firstTouch, isReached: { _ in false }).map(\.isReached) == [true, false])
  }

  @Test("a request given again adds to its lines only")
  func repeated() {
    var requests = RollingRequests([Self.request(Self.monday)])
    requests.add(Self.request(Self.monday, lines: 3))
    #expect(requests.requests.count == 1)
    #expect(requests.lines == 4)
    requests.add(Self.request(Self.monday, 999))
    #expect(requests.requests.count == 2)
  }

  private static func random(_ seed: UInt64) -> [RollingRequests.Request] {
    var state = seed
    func below(_ limit: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % limit)
    }
    return (0..<(1 + below(40))).map { _ in
      let bytes: RollingRequests.Bytes
      switch below(5) {
      case 0: bytes = .imported
      case 1, 2:
        let identity = UInt64(below(4))
        bytes = .placeless(.init(high: identity, low: 7, bytes: Int64(identity) * 100))
      default:
        let start = below(3) * 100
        bytes = .placed(.init(start: start, end: start + below(3) * 1_000_000))
      }
      return .init(
        time: Instant(seconds: below(6) * 40_000 - 60_000), path: below(3) == 0 ? other : path, bytes: bytes,
        lines: 1 + below(3))
    }
  }

  @Test("the same requests in any order, split and merged in any way, have the same bytes")
  func canonical() throws {
    for seed in UInt64(1)...300 {
      let requests = Self.random(seed)
      let whole = RollingRequests(requests)
      #expect(try RollingRequests(state: whole.state) == whole, "seed \(seed)")
      var added = RollingRequests()
      for request in requests.reversed() { added.add(request) }
      #expect(added == whole, "seed \(seed)")
      let parts = [0, 1, 2].map { part in
        RollingRequests(requests.indices.filter { $0 % 3 == part }.map { requests[$0] }).state
      }
      let forward = try parts.reduce(RollingRequests().state) { try RollingRequests.merge($0, $1) }
      let backward = try parts.reversed().reduce(RollingRequests().state) { try RollingRequests.merge($1, $0) }
      #expect(forward == whole.state, "seed \(seed)")
      #expect(backward == whole.state, "seed \(seed)")
    }
  }

  @Test("a damaged state is an error, never a crash")
  func damaged() throws {
    for seed in UInt64(1)...40 {
      let state = RollingRequests(Self.random(seed)).state
      for length in state.indices {
        #expect(throws: PodctlError.self) { try RollingRequests(state: Array(state[..<length])) }
      }
      for index in state.indices {
        var bytes = state
        bytes[index] ^= 0xff
        // Some bytes can be changed into another state; what is read then must hold together.
        if let read = try? RollingRequests(state: bytes) {
          #expect(try RollingRequests(state: read.state) == read, "seed \(seed), byte \(index)")
          _ = read.windows(.lastTouch, isReached: { _ in false })
        }
      }
    }
    #expect(throws: PodctlError.self) { try RollingRequests(state: Coverage().state) }
  }
}
