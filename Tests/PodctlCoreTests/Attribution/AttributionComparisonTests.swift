import PodctlCore
import Testing

@Suite("attribution comparison")
struct AttributionComparisonTests {
  static let third = AttributionWeights.whole / 3

  static func flight(
    _ number: UInt64, spots: [UInt64], insertion: Flight.Insertion = .bakedIn, code: String? = nil
  ) throws -> CreditedFlight {
    CreditedFlight(
      id: Identifier(high: 1, low: number), campaign: Identifier(high: 4, low: 4),
      campaignSlug: try Slug("autumn"), slug: try Slug("flight-\(number)"), name: "Flight", insertion: insertion,
      promoCode: code,
      airings: spots.map { spot in
        CreditedFlight.Airing(
          spot: Identifier(high: 5, low: spot), airsOn: Day(number: 20_000), episode: Identifier(high: 2, low: spot),
          episodeTitle: "Episode \(spot)", status: spot == 99 ? .planned : .aired)
      })
  }

  static func total(
    _ flight: UInt64, _ spot: UInt64?, _ weight: Int64, _ minor: Int64?, _ currency: Currency?,
    basis: CreditBasis = .household
  ) -> [CreditTotal] {
    AttributionModel.allCases.map { model in
      CreditTotal(
        flight: Identifier(high: 1, low: flight), spot: spot.map { Identifier(high: 5, low: $0) }, model: model,
        basis: basis, currency: currency, conversions: 1, weight: weight, valueMinor: minor)
    }
  }

  @Test("spots add up to their flight and flights to the whole, in hundredths")
  func addsUp() throws {
    let flights = [try Self.flight(1, spots: [1, 2]), try Self.flight(2, spots: [3, 99])]
    let totals =
      Self.total(1, 1, Self.third, 333, .usd) + Self.total(1, 2, Self.third, 333, .usd)
      + Self.total(2, 3, AttributionWeights.whole - 2 * Self.third, 334, .usd)
    let comparison = AttributionComparison(flights: flights, totals: totals)
    for model in AttributionModel.allCases.indices {
      let byFlight = comparison.byFlight.compactMap { $0.household?[model].hundredths }
      let bySpot = comparison.bySpot.compactMap { $0.household?[model].hundredths }
      #expect(byFlight == [67, 33])
      #expect(bySpot == [34, 33, 33])
      #expect(comparison.byFlight.map { $0.household?[model].value?.minor } == [666, 334])
    }
    // A planned spot without credit is no row.
    #expect(comparison.bySpot.map(\.airing?.spot.low) == [1, 2, 3])
  }

  @Test("a dynamic flight has no household figures, a flight without a code no figures by code")
  func absent() throws {
    let flights = [
      try Self.flight(1, spots: [1], insertion: .dynamic, code: "TIDES"), try Self.flight(2, spots: [2]),
    ]
    let totals = Self.total(1, nil, 2 * AttributionWeights.whole, 900, .usd, basis: .code)
    let comparison = AttributionComparison(flights: flights, totals: totals)
    #expect(comparison.byFlight[0].household == nil)
    #expect(
      comparison.byFlight[0].code == AttributionComparison.Figure(hundredths: 200, value: Money(minor: 900, .usd)))
    #expect(comparison.byFlight[1].household?.map(\.hundredths) == [0, 0, 0, 0, 0])
    #expect(comparison.byFlight[1].code == nil)
  }

  @Test("conversions without a value join the only currency, and stand alone beside several")
  func currencies() throws {
    let flights = [try Self.flight(1, spots: [1])]
    let whole = AttributionWeights.whole
    let euro = try Currency("EUR")
    let one = Self.total(1, 1, whole, 500, .usd) + Self.total(1, 1, whole, nil, nil)
    let single = AttributionComparison(flights: flights, totals: one).byFlight
    #expect(single.map(\.currency) == [.usd])
    #expect(single[0].household?.first == AttributionComparison.Figure(hundredths: 200, value: Money(minor: 500, .usd)))
    let several = AttributionComparison(flights: flights, totals: one + Self.total(1, 1, whole, 70, euro)).byFlight
    #expect(several.map(\.currency?.code) == ["EUR", "USD", nil])
    #expect(several.map { $0.household?[0].hundredths } == [100, 100, 100])
    #expect(several.map { $0.household?[0].value?.minor } == [70, 500, nil])
  }

  @Test("ages are days and a clock", arguments: [(0, "0d 00:00:00"), (86_399, "0d 23:59:59"), (90_061, "1d 01:01:01")])
  func ages(_ seconds: Int64, _ expected: String) {
    let start = Instant(seconds: 1_000_000)
    #expect(Age(from: start, to: start.advanced(seconds: seconds)).description == expected)
  }
}
