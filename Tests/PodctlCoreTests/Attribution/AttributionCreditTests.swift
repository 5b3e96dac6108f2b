import PodctlCore
import SeededNumbers
import Testing

@Suite("attribution credits")
struct AttributionCreditTests {
  static let instant = Instant("2026-10-20T12:00:00Z") ?? Instant(seconds: 0)
  static let flight = Identifier<Flight>(high: 1, low: 1)

  static func conversion(value: Int64? = 10_000, at: Instant = instant, code: String? = nil) -> Conversion {
    Conversion(
      id: Identifier(high: 9, low: 9), sponsor: Identifier(high: 8, low: 8), day: Zone.utc.day(of: at),
      occurredAt: at, event: "purchase", orderID: "A-1", value: value.map { Money(minor: $0, .usd) },
      promoCode: code, household: [1, 2, 3], utmSource: nil, utmCampaign: nil, isNewCustomer: nil)
  }

  static func touch(secondsBefore age: Int64, spot: UInt64 = 1, flight: UInt64 = 1, listener: UInt8 = 1) -> Touch {
    Touch(
      at: instant.advanced(seconds: -age), spot: Identifier(high: 5, low: spot),
      flight: Identifier(high: 1, low: flight), episode: Identifier(high: 2, low: spot), listener: [listener])
  }

  @Test("both ends of the window are in it, a microsecond more is not")
  func window() throws {
    let window = AttributionWindow.standard
    let month: Int64 = 30 * 86_400
    let conversion = Self.conversion()
    let touches = [Self.touch(secondsBefore: 0), Self.touch(secondsBefore: month, spot: 2)]
    #expect(Attribution.inWindow(touches, of: conversion, window) == [touches[1], touches[0]])
    var early = Self.touch(secondsBefore: month)
    early.at.microseconds -= 1
    var late = Self.touch(secondsBefore: 0)
    late.at.microseconds += 1
    #expect(Attribution.inWindow([early, late], of: conversion, window).isEmpty)
    let oneDay = try AttributionWindow(days: 1)
    #expect(Attribution.inWindow([Self.touch(secondsBefore: 86_401)], of: conversion, oneDay).isEmpty)
    #expect(Attribution.inWindow([Self.touch(secondsBefore: 86_400)], of: conversion, oneDay).count == 1)
  }

  @Test("a window of no days or of more than a year is refused", arguments: [0, -1, 367])
  func windowRefused(_ days: Int) {
    let error = #expect(throws: PodctlError.self) { try AttributionWindow(days: days) }
    #expect(error?.code == .usage)
  }

  @Test("a download of an episode with two spots is two touches, the lower spot id first")
  func twoSpots() {
    let touches = [Self.touch(secondsBefore: 60, spot: 7, flight: 2), Self.touch(secondsBefore: 60, spot: 3)].sorted()
    #expect(touches.map(\.spot.low) == [3, 7])
    let conversion = Self.conversion(value: 9_999)
    let credits = Attribution.credits(of: conversion, among: touches, codeFlight: nil)
    let first = credits.filter { $0.model == .firstTouch }
    #expect(first.map { $0.spot?.low } == [3])
    // Half of 99.99 each; the odd cent goes to the earlier touch.
    let linear = credits.filter { $0.model == .linear }
    #expect(linear.map(\.valueMinor) == [5_000, 4_999])
    #expect(linear.map(\.flight.low) == [1, 2])
  }

  @Test("several downloads of one spot add up in one credit")
  func oneSpotTwice() {
    let touches = [
      Self.touch(secondsBefore: 7200, listener: 1), Self.touch(secondsBefore: 3600, listener: 2),
      Self.touch(secondsBefore: 60, spot: 2),
    ]
    let credits = Attribution.credits(of: Self.conversion(value: 100), among: touches, codeFlight: nil)
    let linear = credits.filter { $0.model == .linear }
    #expect(linear.map(\.touches) == [2, 1])
    #expect(linear.map(\.weight) == [2_863_311_531, 1_431_655_765])
    #expect(linear.map(\.valueMinor) == [67, 33])
  }

  @Test("a conversion without a value credits counts only")
  func noValue() {
    let credits = Attribution.credits(
      of: Self.conversion(value: nil), among: [Self.touch(secondsBefore: 1)], codeFlight: Self.flight)
    #expect(credits.count == 10)
    #expect(credits.allSatisfy { $0.valueMinor == nil && $0.currency == nil && $0.weight == AttributionWeights.whole })
  }

  @Test("a code gives the whole to its flight under every model, beside the household's credit")
  func code() {
    let touches = [Self.touch(secondsBefore: 100), Self.touch(secondsBefore: 50, spot: 2, flight: 2)]
    let credits = Attribution.credits(of: Self.conversion(), among: touches, codeFlight: Identifier(high: 1, low: 3))
    for model in AttributionModel.allCases {
      let byCode = credits.filter { $0.model == model && $0.basis == .code }
      #expect(byCode.map(\.valueMinor) == [10_000])
      #expect(byCode.map(\.weight) == [AttributionWeights.whole])
      #expect(byCode.map(\.spot) == [nil])
      let household = credits.filter { $0.model == model && $0.basis == .household }
      #expect(household.reduce(0) { $0 + ($1.valueMinor ?? 0) } == 10_000)
      #expect(household.reduce(0) { $0 + $1.weight } == AttributionWeights.whole)
    }
  }

  @Test("credits sum to the value to the cent and to 2³², whatever the touches")
  func sumsExactly() {
    let seed: UInt64 = 0xC0FF_EE42
    var random = SplitMix(seed: seed)
    for round in 0..<300 {
      let value = Int64(random.next() % 1_000_000_007)
      let touches = (0..<Int(random.next() % 40) + 1).map { _ in
        let spot = random.next() % 6
        return Self.touch(
          secondsBefore: Int64(random.next() % 2_592_001), spot: spot, flight: spot % 2,
          listener: UInt8(random.next() % 4))
      }.sorted()
      let conversion = Self.conversion(value: value)
      let credits = Attribution.credits(of: conversion, among: touches, codeFlight: nil)
      for model in AttributionModel.allCases {
        let given = credits.filter { $0.model == model }
        #expect(given.reduce(0) { $0 + ($1.valueMinor ?? 0) } == value, "seed \(seed), round \(round), \(model)")
        #expect(
          given.reduce(0) { $0 + $1.weight } == AttributionWeights.whole, "seed \(seed), round \(round), \(model)")
        let again = Attribution.credits(of: conversion, among: Array(touches.reversed()).sorted(), codeFlight: nil)
        #expect(again == credits, "seed \(seed), round \(round), \(model)")
      }
    }
  }

  @Test("hundredths of conversions add up to the rounded total, the remainder going to the earlier row")
  func hundredths() {
    let third: [Int64] = [1_431_655_766, 1_431_655_765, 1_431_655_765]
    #expect(ConversionCount.hundredths(third) == [34, 33, 33])
    #expect(ConversionCount.total(third) == 100)
    #expect(ConversionCount.hundredths([]) == [])
    #expect(ConversionCount.hundredths([0, 0]) == [0, 0])
  }

  @Test("a code belongs to the flight then running, else to the latest begun before")
  func promoCodes() throws {
    func day(_ text: String) throws -> Day { try Day(typed: text, for: "a test") }
    func entry(_ flight: UInt64, _ first: String, _ last: String, ran: Bool = true) throws -> PromoCodes.Entry {
      PromoCodes.Entry(
        code: "Pod20", flight: Identifier(high: 0, low: flight), startsOn: try day(first), endsOn: try day(last),
        ran: ran)
    }
    let codes = PromoCodes([
      try entry(1, "2026-01-01", "2026-01-31"), try entry(2, "2026-03-01", "2026-03-31"),
      try entry(3, "2026-03-01", "2026-03-31", ran: false),
    ])
    #expect(codes.flight(for: " POD20 ", on: try day("2026-01-31"))?.low == 1)
    #expect(codes.flight(for: "pod20", on: try day("2026-02-10"))?.low == 1)
    #expect(codes.flight(for: "pod20", on: try day("2026-03-01"))?.low == 2)
    #expect(codes.flight(for: "pod20", on: try day("2026-08-01"))?.low == 2)
    #expect(codes.flight(for: "pod20", on: try day("2025-12-31")) == nil)
    #expect(codes.flight(for: "pod30", on: try day("2026-03-01")) == nil)
    #expect(codes.isKnown("POD20"))
    #expect(!codes.isKnown("POD30"))
  }
}
