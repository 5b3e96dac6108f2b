import PodctlCore
import PodctlTestSupport
import SeededNumbers
import Testing

@Suite("tiers, minimum, maximum and shortfall") struct FlightTermsTests {
  private static func flight(
    _ model: Flight.PriceModel = .cpm, rate: Int64 = 2500, goal: Int64? = nil, cap: Int64? = nil,
    terms: FlightTerms = .plain,
    to last: String = "2026-10-31"
  ) throws -> Flight {
    var flight = try Flight.sample(model, rate: rate, goal: goal, cap: cap, to: last)
    flight.terms = terms
    try flight.validate()
    return flight
  }

  private static func due(_ flight: Flight, _ units: Int64, _ month: String = "2026-10") throws -> Int64 {
    try Rating.due(flight, delivered: units, through: .end(of: month), .usd).minor
  }

  @Test(
    "each tier's thousands have its own rate, to the unit at its boundary",
    arguments: [
      (0, 0), (9_999, 24_998), (10_000, 25_000), (10_001, 25_002), (10_500, 26_000), (49_999, 104_998),
      (50_000, 105_000), (50_001, 105_001), (51_000, 106_000),
    ])
  func boundaries(units: Int64, due: Int64) throws {
    let terms = FlightTerms(tiers: [.init(after: 10_000, rateMinor: 2000), .init(after: 50_000, rateMinor: 1000)])
    #expect(try Self.due(Self.flight(terms: terms), units) == due)
  }

  @Test("a tiered price is the sum of every unit's own rate, rounded once")
  func tiersByUnit() throws {
    let seed: UInt64 = 7_001
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    for _ in 0..<400 {
      var after: Int64 = 0
      let tiers = (0..<Int.random(in: 0...4, using: &random)).map { _ in
        after += .random(in: 1...300, using: &random)
        return FlightTerms.Tier(after: after, rateMinor: .random(in: 0...4000, using: &random))
      }
      let rate = Int64.random(in: 0...4000, using: &random)
      let units = Int64.random(in: 0...1500, using: &random)
      var sum: Int64 = 0
      for unit in 0..<units { sum += tiers.last { $0.after <= unit }?.rateMinor ?? rate }
      #expect(try Self.due(Self.flight(rate: rate, terms: .init(tiers: tiers)), units) == (2 * sum + 1000) / 2000)
    }
  }

  @Test("the minimum falls due with the flight's end and not before; the maximum holds at any time")
  func floorAndCeiling() throws {
    let flight = try Self.flight(terms: .init(minimumMinor: 50_000, maximumMinor: 80_000), to: "2026-11-15")
    #expect(try Self.due(flight, 4_000) == 10_000)
    #expect(try Self.due(flight, 4_000, "2026-11") == 50_000)
    #expect(try Self.due(flight, 0, "2026-12") == 50_000)
    #expect(try Self.due(flight, 30_000, "2026-11") == 75_000)
    #expect(try Self.due(flight, 40_000) == 80_000)
  }

  @Test("a makegood bills what was booked once the flight has ended; pro rata what was delivered")
  func shortfall() throws {
    let makegood = try Self.flight(goal: 10_000, cap: 12_000, terms: .init(shortfall: .makegood), to: "2026-11-15")
    #expect(try Self.due(makegood, 7_000) == 17_500)
    #expect(try Self.due(makegood, 7_000, "2026-11") == 25_000)
    #expect(try Self.due(makegood, 11_000, "2026-11") == 27_500)
    #expect(try Self.due(makegood, 13_000, "2026-11") == 30_000)
    #expect(try Self.due(Self.flight(goal: 10_000), 7_000, "2026-11") == 17_500)
  }

  @Test("by the spot each airing has its price, to the cap and never to the goal")
  func perSpot() throws {
    #expect(try Self.due(Self.flight(.spot, rate: 25_000, goal: 2), 3) == 75_000)
    #expect(try Self.due(Self.flight(.spot, rate: 25_000, cap: 2), 3) == 50_000)
  }

  @Test("a flight that is broken off owes no minimum, and what its end has billed stays billed")
  func brokenOff() throws {
    let flight = try Self.flight(terms: .init(minimumMinor: 50_000))
    func line(_ billed: Rating.Billed) throws -> Rating.Line {
      try Rating.line(of: flight, delivered: 4_000, through: .end(of: "2026-11"), settles: false, billed: billed, .usd)
    }
    #expect(try line(.nothing).amount == .usd(10_000))
    let after = try line(.init(units: 4_000, minor: 50_000))
    #expect(after.isZero && after.billedMinor == 50_000 && after.units == 0)
    // Delivery restated below what was billed, before any minimum was: the difference goes back all the same.
    #expect(try line(.init(units: 5_000, minor: 12_500)).amount == .usd(-2_500))
  }

  @Test("lines of any cutting into months sum to what is due at the end, whatever the terms")
  func cutting() throws {
    let seed: UInt64 = 11_25
    print("seed \(seed)")
    var random = SplitMix(seed: seed)
    for _ in 0..<1500 {
      var terms = FlightTerms()
      if Bool.random(using: &random) {
        terms.tiers = [.init(after: .random(in: 1...90_000, using: &random), rateMinor: 900)]
      }
      if Bool.random(using: &random) { terms.minimumMinor = .random(in: 0...100_000, using: &random) }
      if Bool.random(using: &random) { terms.maximumMinor = .random(in: 100_000...300_000, using: &random) }
      if Bool.random(using: &random) { terms.shortfall = .makegood }
      let flight = try Self.flight(
        rate: .random(in: 0...5000, using: &random), goal: .random(in: 1...120_000, using: &random), terms: terms,
        to: "2026-12-31")
      var (delivered, billed) = (Int64(0), Rating.Billed.nothing)
      for month in ["2026-10", "2026-11", "2026-12", "2027-01"] {
        delivered = max(0, delivered + .random(in: -3_000...60_000, using: &random))
        let line = try Rating.line(of: flight, delivered: delivered, through: .end(of: month), billed: billed, .usd)
        billed.units += line.units
        billed.minor += line.amount.minor
        #expect(billed.minor == line.billedMinor)
        if let most = terms.maximumMinor { #expect(billed.minor <= most) }
      }
      #expect(try billed.minor == Self.due(flight, delivered, "2027-01"))
      if let least = terms.minimumMinor { #expect(billed.minor >= min(least, terms.maximumMinor ?? .max)) }
    }
  }

  static let broken: [(String, FlightTerms, Flight.PriceModel, Int64?, Int64?)] = [
    ("tiers without CPM", FlightTerms(tiers: [.init(after: 10, rateMinor: 1)]), .flat, nil, nil),
    (
      "tiers out of order", FlightTerms(tiers: [.init(after: 9, rateMinor: 1), .init(after: 9, rateMinor: 2)]), .cpm,
      nil, nil
    ),
    ("a tier after nothing", FlightTerms(tiers: [.init(after: 0, rateMinor: 1)]), .cpm, nil, nil),
    ("a negative tier", FlightTerms(tiers: [.init(after: 5, rateMinor: -1)]), .cpm, nil, nil),
    ("a negative minimum", FlightTerms(minimumMinor: -1), .cpm, nil, nil),
    ("a minimum over the maximum", FlightTerms(minimumMinor: 2, maximumMinor: 1), .cpm, nil, nil),
    ("a makegood without a goal", FlightTerms(shortfall: .makegood), .cpm, nil, nil),
    ("a makegood of a fee", FlightTerms(shortfall: .makegood), .flat, 10, nil),
    ("a makegood over its cap", FlightTerms(shortfall: .makegood), .cpm, 10, 9),
  ]

  @Test("terms that cannot be are refused", arguments: 0..<broken.count)
  func refused(index: Int) throws {
    let (name, terms, model, goal, cap) = Self.broken[index]
    var flight = try Flight.sample(model, goal: goal, cap: cap)
    flight.terms = terms
    #expect(throws: PodctlError.self, "\(name)") { try flight.validate() }
  }

  @Test(
    "a tier is read as units and a price",
    arguments: ["10000", "@22.00", "0@22.00", "-5@1", "10@22.001", "10@-1", "a@b"])
  func tierReading(text: String) throws {
    #expect(try FlightTerms.Tier(typed: "10000@22.00", flight: "f", .usd) == .init(after: 10_000, rateMinor: 2200))
    #expect(FlightTerms.Tier(after: 10_000, rateMinor: 2200).text(.usd) == "10000@22.00")
    #expect(throws: PodctlError.self) { try FlightTerms.Tier(typed: text, flight: "f", .usd) }
  }
}
