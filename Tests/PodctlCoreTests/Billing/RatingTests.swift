import PodctlCore
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("Rating")
struct RatingTests {
  /// Rate in cents, units, cents due.
  static let cpmCases: [(Int64, Int64, Int64)] = [
    (2500, 0, 0), (2500, 1000, 2500), (2500, 1, 3), (2500, 41_230, 103_075), (1850, 333, 616), (1, 499, 0),
    (1, 500, 1), (1, 1499, 1), (1, 1500, 2), (999, 1, 1), (0, 1_000_000, 0), (2500, 1 << 40, 2_748_779_069_440),
  ]

  @Test("CPM is rate × units ÷ 1000, rounded once, half away from zero", arguments: cpmCases)
  func cpm(rate: Int64, units: Int64, due: Int64) throws {
    let flight = try Flight.sample(.cpm, rate: rate)
    #expect(try Rating.due(flight, delivered: units, through: .end(of: "2026-10"), .usd).minor == due)
    // A credit is the same amount with the other sign.
    #expect(try Rating.rated(-units, .cpm, rate: .usd(rate)).minor == -due)
  }

  /// Goal, cap, delivered, billable.
  static let limitsCases: [(Int64?, Int64?, Int64, Int64)] = [
    (nil, nil, 70_000, 70_000), (50_000, nil, 70_000, 50_000), (50_000, nil, 49_999, 49_999),
    (50_000, 60_000, 70_000, 60_000), (50_000, 40_000, 45_000, 40_000), (nil, 40_000, 45_000, 40_000),
  ]

  @Test("CPM bills to the cap, without a cap to the goal, and without both all of it", arguments: limitsCases)
  func limits(goal: Int64?, cap: Int64?, delivered: Int64, billable: Int64) throws {
    let flight = try Flight.sample(.cpm, goal: goal, cap: cap)
    #expect(try Rating.billableUnits(of: flight, delivered: delivered, through: .end(of: "2026-10")) == billable)
  }

  static let flatCases: [(String, Int64)] = [
    ("2026-09", 0), ("2026-10", 0), ("2026-11", 500_000), ("2026-12", 500_000),
  ]

  @Test("a flat fee falls due in the month in which the flight ends", arguments: flatCases)
  func flat(month: String, due: Int64) throws {
    let flight = try Flight.sample(.flat, rate: 500_000, goal: 10, from: "2026-09-15", to: "2026-11-01")
    #expect(try Rating.due(flight, delivered: 99, through: .end(of: month), .usd).minor == due)
  }

  @Test("CPA bills whole conversions, to the cap and never to the goal, which counts downloads")
  func cpa() throws {
    let last = try Day.end(of: "2026-10")
    #expect(try Rating.due(.sample(.cpa, rate: 1999, goal: 5), delivered: 12, through: last, .usd).minor == 23_988)
    #expect(try Rating.due(.sample(.cpa, rate: 1999, cap: 10), delivered: 12, through: last, .usd).minor == 19_990)
  }

  @Test("a delivery restated downwards gives a negative line for the difference")
  func restated() throws {
    let flight = try Flight.sample(.cpm, rate: 2500, from: "2026-10-01", to: "2026-12-31")
    let line = try Rating.line(
      of: flight, delivered: 9_000, through: .end(of: "2026-11"), billed: .init(units: 10_000, minor: 25_000), .usd)
    #expect(line.units == -1_000)
    #expect(line.amount == .usd(-2_500))
    #expect(line.billedMinor == 22_500)
  }

  @Test("units that round to nothing stay open for the next line")
  func carriesUnits() throws {
    let flight = try Flight.sample(.cpm, rate: 1, from: "2026-10-01", to: "2026-12-31")
    let first = try Rating.line(of: flight, delivered: 400, through: .end(of: "2026-10"), billed: .nothing, .usd)
    #expect(first.isZero)
    let second = try Rating.line(of: flight, delivered: 800, through: .end(of: "2026-11"), billed: .nothing, .usd)
    #expect(second.amount == .usd(1))
    #expect(second.units == 800)
  }

  @Test("an amount beyond any invoice is an error and no wrong number")
  func overflow() throws {
    let flight = try Flight.sample(.cpm, rate: .max)
    let error = #expect(throws: PodctlError.self) {
      try Rating.due(flight, delivered: .max, through: .end(of: "2026-10"), .usd)
    }
    #expect(error?.code == .rateInvalid)
  }

  @Test("lines of any cutting into months sum to one rounding of the whole, and are never above the limit")
  func cutting() throws {
    let seed: UInt64 = 20_261_101
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    for _ in 0..<3000 {
      let model: Flight.PriceModel = Bool.random(using: &random) ? .cpm : .cpa
      let flight = try Flight.sample(
        model, rate: .random(in: 0...9999, using: &random),
        goal: Bool.random(using: &random) ? .random(in: 1...200_000, using: &random) : nil,
        cap: Int.random(in: 0...2, using: &random) == 0 ? .random(in: 1...200_000, using: &random) : nil,
        from: "2026-01-01", to: "2026-12-31")
      var delivered: Int64 = 0
      var billed = Rating.Billed.nothing
      for month in 1...12 {
        // Mostly more, at times restated downwards.
        delivered = max(0, delivered + .random(in: -3_000...40_000, using: &random))
        guard Int.random(in: 0...4, using: &random) > 0 else { continue }  // a month that nobody billed
        let end = try Day.end(of: "2026-\(month < 10 ? "0" : "")\(month)")
        let line = try Rating.line(of: flight, delivered: delivered, through: end, billed: billed, .usd)
        if line.isZero { continue }
        billed.units += line.units
        billed.minor += line.amount.minor
        #expect(billed.minor == line.billedMinor)
      }
      let end = try Day.end(of: "2026-12")
      let last = try Rating.line(of: flight, delivered: delivered, through: end, billed: billed, .usd)
      let units = min(delivered, Rating.limit(of: flight) ?? .max)
      let exact = Int128(flight.rateMinor) * Int128(units) * 2
      let divisor: Int128 = model == .cpm ? 1000 : 1
      // floor(x + ½) for x not negative, without the rounding under test.
      #expect(Int128(billed.minor + last.amount.minor) == (exact + divisor) / (2 * divisor))
      #expect(billed.units + last.units == units)
      if let limit = Rating.limit(of: flight) {
        #expect(try last.billedMinor <= Rating.rated(limit, model, rate: .usd(flight.rateMinor)).minor)
      }
    }
  }

  @Test("what is due never falls while delivery rises")
  func monotone() throws {
    let seed: UInt64 = 99
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    let end = try Day.end(of: "2026-10")
    for _ in 0..<2000 {
      let flight = try Flight.sample(
        rate: .random(in: 0...5000, using: &random), cap: .random(in: 1...5000, using: &random))
      let units = Int64.random(in: 0...6000, using: &random)
      let due = try Rating.due(flight, delivered: units, through: end, .usd)
      #expect(try Rating.due(flight, delivered: units + 1, through: end, .usd).minor >= due.minor)
    }
  }
}
