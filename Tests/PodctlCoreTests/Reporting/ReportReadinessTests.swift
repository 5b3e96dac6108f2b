import PodctlCore
import Testing

@Suite("whether a report may go out") struct ReportReadinessTests {
  private static let sunday = Day("2026-10-25") ?? Day(number: 0)

  private static func log(_ through: String?, isFinal: Bool = false) -> DataSource {
    DataSource(kind: .log, completeThrough: through.flatMap { Day($0) }, isFinal: isFinal, isSaid: false)
  }

  @Test(
    "a log's last request makes its day complete only in the day's last two hours",
    arguments: [
      ("2026-10-26T03:50:00Z", "2026-10-25"),  // 23:50 in New York
      ("2026-10-26T02:00:00Z", "2026-10-25"),  // 22:00
      ("2026-10-26T01:59:59Z", "2026-10-24"),
      ("2026-10-26T04:00:00Z", "2026-10-25"),  // the first of Monday
    ])
  func lastRequest(_ instant: String, _ day: String) throws {
    let through = DataSource.logCompleteThrough(
      lastRequest: Instant(instant), in: try Zone("America/New_York"))
    #expect(through?.description == day)
  }

  @Test("a report waits for the source that ends before its week")
  func incomplete() {
    let held = ReportReadiness.judge(
      through: Self.sunday, sources: [Self.log("2026-10-24")], downloads: 100, before: [])
    #expect(held.obstacles.map(\.description) == ["the log is complete through 2026-10-24"])
    let nothing = ReportReadiness.judge(through: Self.sunday, sources: [Self.log(nil)], downloads: 0, before: [])
    #expect(nothing.obstacles.map(\.description) == ["the log is not there yet"])
    for source in [Self.log("2026-10-25"), Self.log("2026-10-01", isFinal: true)] {
      #expect(ReportReadiness.judge(through: Self.sunday, sources: [source], downloads: 0, before: []).isReady)
    }
  }

  @Test(
    "downloads of all shows that are far from usual want a person's eye; one week before makes nothing usual",
    arguments: [
      (49, [100, 100, 100, 100] as [Int64], false), (50, [100, 100, 100, 100], true), (200, [100, 90, 110, 100], true),
      (201, [100, 100, 100, 100], false), (1, [100], true), (1, [100, 0, 0, 0], true), (0, [100, 120], false),
    ] as [(Int64, [Int64], Bool)])
  func unusual(_ downloads: Int64, _ before: [Int64], _ isReady: Bool) {
    let judged = ReportReadiness.judge(
      through: Self.sunday, sources: [Self.log("2026-10-25")], downloads: downloads, before: before)
    #expect(judged.isReady == isReady)
  }
}
