import PodctlCore
import Testing

@Suite("what is strange in the counts")
struct AnomalyTests {
  private let day = Day(number: 20_751)  // a Monday
  private func slug() throws -> Slug { try Slug("tide-tables") }

  @Test("an address is strange from the limit on")
  func spike() {
    func found(_ downloads: Int64) -> Anomaly? {
      AddressSpike(day: day, household: [0xAB, 1, 2, 3, 4, 5, 6], downloads: downloads, agents: 2, episodes: 9)
        .anomaly(least: 30)
    }
    #expect(found(29) == nil)
    let anomaly = found(30)
    #expect(anomaly?.number == 3000 && anomaly?.threshold == 3000 && anomaly?.subject == "ab0102030405")
  }

  @Test(
    "a wave needs both a share and a number of listeners who come again",
    arguments: [(50, 10, true), (51, 10, false), (45, 9, false), (200, 40, true)] as [(Int64, Int64, Bool)])
  func wave(_ downloads: Int64, _ again: Int64, _ isStrange: Bool) throws {
    let wave = RedownloadWave(
      show: try slug(), episode: "e", path: "/new.mp3", day: day, downloads: downloads, again: again)
    #expect((wave.anomaly != nil) == isStrange)
  }

  @Test("watches are strange from 15 in 100 lines on")
  func watch() {
    #expect(AgentShares.watch(149, of: 1000, on: day) == nil)
    #expect(AgentShares.watch(150, of: 1000, on: day)?.number == 1500)
    #expect(AgentShares.watch(99, of: 100, on: day) == nil)
  }

  @Test("a player preloads when it stops short twice as often as all and at least every second time")
  func preloading() {
    let usual = AgentShares.Reach(app: "Usual", downloads: 900, short: 100)
    let eager = AgentShares.Reach(app: "Eager", downloads: 40, short: 60)
    let small = AgentShares.Reach(app: "Small", downloads: 0, short: 49)
    #expect(AgentShares.preloading([usual, eager, small], on: day).map(\.subject) == ["Eager"])
    // Where nobody finishes, nobody stands out.
    let allShort = (0..<3).map { AgentShares.Reach(app: "\($0)", downloads: 40, short: 60) }
    #expect(AgentShares.preloading(allShort, on: day).isEmpty)
  }

  @Test("a player is sudden when its share is three times that of the weeks before")
  func sudden() {
    func weeks(_ last: [String: Int64]) -> [(monday: Day, downloads: [String: Int64])] {
      let before: [String: Int64] = ["Old": 960, "Young": 40]
      return (0..<4).map { (day.advanced(by: 7 * $0), before) } + [(day.advanced(by: 28), last)]
    }
    #expect(AgentShares.sudden(weeks(["Old": 880, "Young": 120])).map(\.subject) == ["Young"])
    #expect(AgentShares.sudden(weeks(["Old": 881, "Young": 119])).isEmpty)
    #expect(AgentShares.sudden(weeks(["Old": 940, "New": 60])).first?.threshold == 500)
    #expect(AgentShares.sudden(weeks(["Old": 960, "New": 49])).isEmpty)
  }

  private func unusual(_ mondays: [Int64]) throws -> [Anomaly.Kind] {
    var downloads: [Day: Int64] = [:]
    for (index, value) in mondays.enumerated() {
      downloads[day.advanced(by: 7 * index)] = value
      // Another weekday with a level of its own, which must not matter.
      downloads[day.advanced(by: 7 * index + 2)] = 5000
    }
    let days = day...day.advanced(by: 7 * mondays.count - 1)
    return UnusualDays.find(downloads, of: try slug(), in: days).map(\.kind)
  }

  @Test("a day is compared with its own weekday, without itself")
  func unusualDays() throws {
    #expect(try unusual([100, 110, 90, 105, 95, 100]) == [])
    #expect(try unusual([100, 110, 90, 105, 95, 180]) == [.unusualDayByZ, .unusualDayByIQR])
    #expect(try unusual([100, 110, 90, 105, 95, 20]) == [.unusualDayByZ, .unusualDayByIQR])
    // Alike to the download, the days still scatter by the root of their mean: 100 ± 10.
    #expect(try unusual([100, 100, 100, 100, 100, 129]) == [])
    #expect(try unusual([100, 100, 100, 100, 100, 130]) == [.unusualDayByZ])
    // Four others are too few to say.
    #expect(try unusual([100, 100, 100, 100, 900]) == [])
  }
}
