import PodctlCore
import PodctlTestSupport
import Testing

@Suite("report rules") struct ReportRulesTests {
  @Test(
    "the verdict follows the share of what was due",
    arguments: [
      (9799 as Int64, ReportVerdict.onPace), (11_000, .behind), (12_500, .under), (9200, .ahead), (7800, .over),
    ] as [(Int64, ReportVerdict)])
  func verdict(_ goal: Int64, _ verdict: ReportVerdict) throws {
    let report = try SampleReports.weekly(goal: goal)
    #expect(report.verdict == verdict)
  }

  @Test("without a goal there is nothing to be measured against")
  func withoutGoal() throws { #expect(try SampleReports.weekly(goal: nil).verdict == .withoutGoal) }

  @Test(
    "the period before is of the same kind",
    arguments: [
      ("2026-10-19", "2026-10-25", "2026-10-12", "2026-10-18", "week"),
      ("2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28", "month"),
      ("2026-10-03", "2026-10-05", "2026-09-30", "2026-10-02", "period"),
    ])
  func preceding(_ first: String, _ last: String, _ from: String, _ to: String, _ noun: String) throws {
    let period = try Period(first: day(first), last: day(last), zone: .utc)
    #expect(period.preceding.start == Day(from))
    #expect(period.preceding.last == Day(to))
    #expect(period.noun == noun)
  }

  @Test("a week knows its name", arguments: ["2026-W01", "2026-W43", "2026-W53", "2025-W01"])
  func weekName(_ name: String) throws { #expect(try Period(week: name, zone: .utc).weekName == name) }

  @Test("a change is a share of the figure before, and nothing is a share of nothing")
  func change() {
    #expect(ReportFigure(110, before: 100).changePerMille == 100)
    #expect(ReportFigure(995, before: 1000).changePerMille == -5)
    #expect(ReportFigure(5, before: 0).changePerMille == nil)
    #expect(ReportFigure(nil, before: 10).changePerMille == nil)
  }

  private func day(_ text: String) throws -> Day { try Day(typed: text, for: "a test") }
}
