import PodctlCore
import Testing

@Suite("Flights are held to the rules of the trade")
struct FlightRuleTests {
  static func flight(
    _ number: UInt64 = 1, from first: String = "2026-10-01", to last: String = "2026-10-31", goal: Int64? = 10_000,
    rate: Int64 = 2500, cap: Int64? = nil, code: String? = nil, window: Int = 30,
    insertion: Flight.Insertion = .bakedIn, source: String? = nil
  ) throws -> Flight {
    Flight(
      id: Identifier(high: 0, low: number), campaign: Identifier(high: 0, low: 100),
      order: Identifier(high: 0, low: 200),
      slug: try Slug("flight-\(number)"), name: "Flight", startsOn: try Day(typed: first, for: "a test"),
      endsOn: try Day(typed: last, for: "a test"), position: .midRoll, insertion: insertion, goal: goal,
      priceModel: .cpm, rateMinor: rate, cap: cap, promoCode: code, vanityURL: nil, windowDays: window,
      deliverySource: source, createdAt: Instant(seconds: 0), updatedAt: Instant(seconds: 0))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var code: ErrorCode?
    var flight: @Sendable () throws -> Flight
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "an ordinary flight", code: nil) { try flight() },
    Case(name: "one day", code: nil) { try flight(from: "2026-10-01", to: "2026-10-01") },
    Case(name: "the end before the start", code: .flightDatesInvalid) {
      try flight(from: "2026-10-02", to: "2026-10-01")
    },
    Case(name: "a century", code: .flightDatesInvalid) { try flight(from: "1926-10-02", to: "2026-10-01") },
    Case(name: "a negative rate", code: .rateInvalid) { try flight(rate: -1) },
    Case(name: "a rate of nothing", code: nil) { try flight(rate: 0) },
    Case(name: "a goal of nothing", code: .flightInvalid) { try flight(goal: 0) },
    Case(name: "no goal", code: nil) { try flight(goal: nil) },
    Case(name: "a negative cap", code: .flightInvalid) { try flight(cap: -5) },
    Case(name: "a goal beyond reason", code: .flightInvalid) { try flight(goal: .max) },
    Case(name: "a window of no day", code: .flightInvalid) { try flight(window: 0) },
    Case(name: "a window of 366 days", code: nil) { try flight(window: 366) },
    Case(name: "a window of 367 days", code: .flightInvalid) { try flight(window: 367) },
    Case(name: "a blank code", code: .flightInvalid) { try flight(code: "  ") },
  ]

  @Test("each rule has its error", arguments: cases)
  func rule(of example: Case) throws {
    let flight = try example.flight()
    if let code = example.code {
      let error = #expect(throws: PodctlError.self) { try flight.validate() }
      #expect(error?.code == code)
      #expect(error?.exit == .invalidInput)
    } else {
      try flight.validate()
    }
  }

  @Test("a spot airs within its flight")
  func airDate() throws {
    let flight = try Self.flight()
    try flight.validate(airsOn: flight.startsOn)
    try flight.validate(airsOn: flight.endsOn)
    #expect(throws: PodctlError.self) { try flight.validate(airsOn: flight.endsOn.advanced(by: 1)) }
    #expect(throws: PodctlError.self) { try flight.validate(airsOn: flight.startsOn.advanced(by: -1)) }
  }

  private func use(_ number: UInt64, _ code: String, _ first: String, _ last: String) throws -> PromoCodeUse {
    PromoCodeUse(
      code: code, flight: Identifier(high: 0, low: number), campaignSlug: try Slug("c"), flightSlug: try Slug("f"),
      startsOn: try Day(typed: first, for: "a test"), endsOn: try Day(typed: last, for: "a test"))
  }

  @Test("a code is taken on a shared day, whatever its case, and free on the day after")
  func promoCodes() throws {
    let held = try use(1, "TEA10", "2026-10-01", "2026-10-31")
    let sharesLastDay = try use(2, " tea10 ", "2026-10-31", "2026-11-30")
    let follows = try use(3, "TEA10", "2026-11-01", "2026-11-30")
    let other = try use(4, "TEA20", "2026-10-01", "2026-10-31")
    let error = #expect(throws: PodctlError.self) { try sharesLastDay.requireFree(among: [held]) }
    #expect(error?.code == .promoCodeTaken)
    try follows.requireFree(among: [held])
    try other.requireFree(among: [held])
    try held.requireFree(among: [held])
  }
}
