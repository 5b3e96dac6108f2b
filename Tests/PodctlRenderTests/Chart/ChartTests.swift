import PodctlCore
import Testing

@testable import PodctlRender

@Suite("charts") struct ChartTests {
  @Test("lengths have at most one decimal", arguments: [(0, "0"), (123, "12.3"), (-5, "-0.5"), (1000, "100")])
  func lengths(_ tenths: Int, _ text: String) { #expect(SVGText.length(tenths) == text) }

  @Test(
    "ticks are round and reach the greatest value",
    arguments: [
      (0, [0, 1]), (3, [0, 1, 2, 3]), (9800, [0, 5000, 10_000]), (14_500, [0, 5000, 10_000, 15_000]),
    ] as [(Int64, [Int64])])
  func ticks(_ greatest: Int64, _ ticks: [Int64]) { #expect(AxisTicks.values(upTo: greatest) == ticks) }

  @Test("an axis has no more days than it has room for", arguments: 1...400)
  func days(_ count: Int) throws {
    let first = try #require(Day("2026-09-30"))
    let days = AxisTicks.days(from: first, through: first.advanced(by: count - 1), atMost: 8)
    #expect(days.count <= 8 && !days.isEmpty)
  }

  @Test("a sparkline shows the greatest value highest")
  func sparkline() { #expect(Sparkline.text([1, 8, 4, 0]) == "▁█▄▁") }

  @Test("the same chart is the same bytes, and names itself to those who do not see it")
  func deterministic() throws {
    let day = try #require(Day("2026-10-01"))
    let chart = LineChart(
      title: "A & B", description: "rises", firstDay: day, lastDay: day.advanced(by: 9),
      actual: .init("Delivered", [.init(0, 0), .init(4, 40)]), target: .init("Goal", [.init(0, 0), .init(10, 100)]),
      projection: nil, highlight: nil, highlightLabel: "")
    let svg = chart.svg(.wide)
    #expect(svg == chart.svg(.wide))
    #expect(svg.contains("role=\"img\" aria-label=\"A &amp; B. rises\""))
    #expect(svg.firstMatch(of: /[0-9]e-|nan/) == nil)
  }
}
