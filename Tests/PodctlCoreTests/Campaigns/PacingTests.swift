import PodctlCore
import Testing

@Suite("Pacing is delivered against what should have been delivered by now")
struct PacingTests {
  private func pacing(_ delivered: Int64?, through day: String, goal: Int64? = 31_000) throws -> Pacing? {
    Pacing.of(
      try FlightRuleTests.flight(goal: goal), delivered: delivered, through: try Day(typed: day, for: "a test"))
  }

  @Test(
    "the fraction in hundredths, what was expected and what is projected",
    arguments: [
      // 31 days, 31,000 units: a thousand a day.
      ("2026-10-01", 1000, 100, 1000, 31_000, Pacing.Verdict.onPace),
      ("2026-10-10", 8000, 80, 10_000, 24_800, .onPace),
      ("2026-10-10", 7999, 80, 10_000, 24_797, .under),
      ("2026-10-10", 12_000, 120, 10_000, 37_200, .onPace),
      ("2026-10-10", 12_001, 120, 10_000, 37_203, .over),
      ("2026-10-31", 15_500, 50, 31_000, 15_500, .under),
      ("2026-12-24", 31_000, 100, 31_000, 31_000, .onPace),
      ("2026-10-10", 0, 0, 10_000, 0, .under),
    ] as [(String, Int64, Int64, Int64, Int64, Pacing.Verdict)])
  func fraction(
    day: String, delivered: Int64, hundredths: Int64, expected: Int64, projected: Int64, verdict: Pacing.Verdict
  ) throws {
    let pacing = try #require(try pacing(delivered, through: day))
    #expect(pacing.hundredths == hundredths)
    #expect(pacing.expected == expected)
    #expect(pacing.projected == projected)
    #expect(pacing.verdict == verdict)
  }

  @Test("it is unknown before the first day is over, without a goal and without a figure")
  func unknown() throws {
    #expect(try pacing(5, through: "2026-09-30") == nil)
    #expect(try pacing(5, through: "2026-10-10", goal: nil) == nil)
    #expect(try pacing(nil, through: "2026-10-10") == nil)
  }

  @Test("the largest figures neither trap nor turn")
  func extremes() throws {
    let pacing = try #require(try pacing(.max, through: "2026-10-01", goal: 1))
    #expect(pacing.verdict == .over)
    #expect(pacing.hundredths > 0 && pacing.projected > 0)
  }
}
