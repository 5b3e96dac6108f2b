import PodctlCore
import Testing

@Suite("What a flight has delivered is one figure, however it is cut")
struct FlightDeliveryTests {
  private typealias Units = FlightDelivery.DailyUnits

  private func day(_ text: String) throws -> Day { try Day(typed: text, for: "a test") }

  private func spot(_ number: UInt64, _ airsOn: String, _ status: Spot.Status = .aired) throws -> Spot {
    Spot(
      id: Identifier(high: 1, low: number), flight: Identifier(high: 0, low: 1),
      episode: Identifier(high: 2, low: number),
      airsOn: try day(airsOn), status: status, airedAt: nil, note: nil, createdAt: Instant(seconds: 0))
  }

  private func downloads(_ number: UInt64, from first: String, _ units: [Int64]) throws -> (
    Identifier<Episode>, [Units]
  ) {
    let first = try day(first)
    return (
      Identifier(high: 2, low: number),
      units.enumerated().map { Units(day: first.advanced(by: $0.offset), units: $0.element) }
    )
  }

  @Test("only the window of aired spots counts, from the air date to its last day")
  func window() throws {
    let flight = try FlightRuleTests.flight(window: 3)
    let series = Dictionary(uniqueKeysWithValues: [
      try downloads(1, from: "2026-10-04", [100, 10, 20, 30, 400]),  // airs on the 5th, window to the 7th
      try downloads(2, from: "2026-10-05", [7, 7, 7]),  // planned
      try downloads(3, from: "2026-10-05", [9, 9, 9]),  // missed
    ])
    let spots = [try spot(1, "2026-10-05"), try spot(2, "2026-10-05", .planned), try spot(3, "2026-10-05", .missed)]
    let delivery = FlightDelivery.counted(flight, spots: spots, downloads: series, through: try day("2026-10-31"))
    #expect(delivery.units == 60)
    #expect(delivery.provenance == .counted)
    #expect(delivery.spots.map(\.units) == [60, 0, 0])
    #expect(delivery.spots[0].windowEndsOn == (try day("2026-10-07")))
    #expect(delivery.units(through: try day("2026-10-06")) == 30)
    #expect(delivery.units(from: try day("2026-10-06"), through: try day("2026-10-07")) == 50)
    let early = FlightDelivery.counted(flight, spots: spots, downloads: series, through: try day("2026-10-06"))
    #expect(early.units == 30)
  }

  @Test("the first seven days are part of the window, and days add up over spots")
  func sevenDays() throws {
    let flight = try FlightRuleTests.flight(window: 30)
    let series = Dictionary(uniqueKeysWithValues: [
      try downloads(1, from: "2026-10-01", Array(repeating: 1, count: 40)),
      try downloads(2, from: "2026-10-03", Array(repeating: 2, count: 40)),
    ])
    let delivery = FlightDelivery.counted(
      flight, spots: [try spot(2, "2026-10-03"), try spot(1, "2026-10-01")], downloads: series,
      through: try day("2026-12-31"))
    #expect(delivery.spots.map(\.firstSevenDays) == [7, 14])
    #expect(delivery.spots.map(\.units) == [30, 60])
    #expect(delivery.days.reduce(0) { $0 + $1.units } == delivery.units)
    #expect(delivery.days.first { $0.day.description == "2026-10-03" }?.units == 3)
  }

  @Test("a dynamic flight is unknown until its figures have come, and nothing is zero then")
  func dynamic() throws {
    let flight = try FlightRuleTests.flight(insertion: .dynamic, source: "gam")
    let spots = [try spot(1, "2026-10-05")]
    let through = try day("2026-10-31")
    let unknown = FlightDelivery.imported(flight, spots: spots, figures: nil, through: through)
    #expect(unknown.units == nil && unknown.pacing == nil && unknown.units(through: through) == nil)
    let whole = FlightDelivery.imported(
      flight, spots: spots, figures: [nil: [Units(day: try day("2026-10-05"), units: 50)]], through: through)
    #expect(whole.units == 50 && whole.provenance == .imported && whole.source == "gam")
    #expect(whole.spots[0].units == nil)
    let byEpisode = FlightDelivery.imported(
      flight, spots: spots,
      figures: [
        Identifier(high: 2, low: 1): [
          Units(day: try day("2026-10-05"), units: 8), Units(day: try day("2026-10-20"), units: 5),
        ]
      ],
      through: through)
    #expect(byEpisode.units == 13)
    #expect(byEpisode.spots[0].units == 13 && byEpisode.spots[0].firstSevenDays == 8)
  }
}
