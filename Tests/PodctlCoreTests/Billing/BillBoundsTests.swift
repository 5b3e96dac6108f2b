import PodctlCore
import Testing

@Suite("An invoice out of bounds is parked")
struct BillBoundsTests {
  private func content(_ amounts: [Int64], currency: String = "USD") throws -> InvoiceContent {
    let day = Day(number: 20_727)
    return InvoiceContent(
      number: "N", revision: 1, order: Identifier(high: 1, low: 1), campaign: Identifier(high: 1, low: 2),
      firstDay: day,
      lastDay: day, billTo: "Kettle", poNumber: nil, termsDays: 30, currency: try Currency(currency),
      lines: amounts.map { amount in
        InvoiceLine(
          flight: Identifier(high: 1, low: 3), description: "d", priceModel: .flat, provenance: .counted, rateMinor: 1,
          units: 1, amountMinor: amount, deliveredUnits: 1, billedMinor: amount,
          evidence: BillEvidence(basis: .fee, firstDay: day, lastDay: day, limit: nil))
      })
  }

  private func findings(
    _ amounts: [Int64], currency: String = "USD", previous: Int64? = nil, isEarly: Bool = false,
    email: String? = "pay@kettle.example"
  ) throws -> [BillBounds.Finding] {
    let content = try content(amounts, currency: currency)
    return BillBounds.findings(
      content, previousMinor: previous, isEarly: isEarly, email: email, review: BillReview(today: content))
  }

  @Test("within bounds there is nothing to find")
  func fine() throws { #expect(try findings([100, 200], previous: 60).isEmpty) }

  @Test("251 lines are one too many")
  func lines() throws {
    #expect(try findings(Array(repeating: 1, count: 250)).isEmpty)
    #expect(try findings(Array(repeating: 1, count: 251)) == [.tooManyLines])
  }

  @Test("more than five times the period before is unusual, five times is not")
  func unusual() throws {
    #expect(try findings([500], previous: 100).isEmpty)
    #expect(try findings([501], previous: 100) == [.unusual])
    #expect(try findings([.max / 2], previous: .max / 4).isEmpty)
    #expect(try findings([501], previous: 0).isEmpty)
  }

  @Test("nothing to pay, and less than nothing, are found")
  func totals() throws {
    #expect(try findings([100, -100]) == [.zero])
    #expect(try findings([-1]) == [.negative])
  }

  @Test("currencies that Stripe counts otherwise are parked, and thousandths that do not end in 0")
  func currencies() throws {
    for code in ["ISK", "UGX", "HUF", "TWD", "MGA", "IQD", "LYD"] {
      #expect(try findings([1000], currency: code) == [.currency])
    }
    #expect(try findings([1000], currency: "JPY").isEmpty)
    #expect(try findings([1230], currency: "KWD").isEmpty)
    #expect(try findings([1234], currency: "KWD") == [.currency])
  }

  @Test("an early one and one without an address wait")
  func rest() throws {
    #expect(try findings([1], isEarly: true) == [.early])
    #expect(try findings([1], email: nil) == [.noAddress])
    #expect(try findings([1], email: "nobody") == [.noAddress])
  }

  private func reviewed(_ review: (InvoiceContent) -> BillReview) throws -> ([BillBounds.Finding], [String]) {
    let content = try content([9_000])
    let review = review(content)
    let findings = BillBounds.findings(
      content, previousMinor: nil, isEarly: false, email: "pay@kettle.example", review: review)
    return (findings, review.reasons(for: content, findings))
  }

  @Test("a draft that today's figures would not make is stale, and the reason tells both amounts")
  func stale() throws {
    let lower = try content([8_000])
    var other = try content([9_000])
    other.billTo = "Kettle Ltd"
    #expect(try reviewed { BillReview(today: $0) } == ([], []))
    let reason = "drafted at USD 90.00, today's figures make USD 80.00 of it; N-2 of a later month bills the difference"
    #expect(try reviewed { _ in BillReview(today: lower, laterInvoice: "N-2") } == ([.stale], [reason]))
    #expect(
      try reviewed { _ in BillReview(today: other) } == (
        [.stale], ["drafted at USD 90.00, today's figures make other lines of the same total"]
      ))
    #expect(
      try reviewed { _ in BillReview(today: nil) } == (
        [.stale], ["drafted at USD 90.00, today's figures leave nothing to bill"]
      ))
    #expect(
      try reviewed { BillReview(today: $0, unattributed: 3) } == (
        [.stale], ["3 conversions came in after attribution was run"]
      ))
  }

  @Test("figures that are short, missing or far too high are found, each with its reason")
  func figures() throws {
    let log = DataSource(kind: .log, completeThrough: Day("2026-10-25"), isFinal: false, isSaid: false)
    let flight = try Self.flight(goal: 50_000)
    let spike = BillReview.Spike(
      flight, delivered: 1_000_899, peak: .init(day: try #require(Day("2026-10-11")), units: 999_999))
    let (findings, reasons) = try reviewed {
      BillReview(
        today: $0, incomplete: [log],
        withoutData: [.init(flight: flight.slug, isLeftOut: false), .init(flight: flight.slug, isLeftOut: true)],
        spikes: [spike].compactMap { $0 })
    }
    #expect(findings == [.incomplete, .noData, .spike])
    #expect(
      reasons == [
        "the log is complete through 2026-10-25", "fall is billed without a source",
        "fall has ended with neither an airing nor a source: whether its price is due is not known",
        "fall has 999999 delivered on 2026-10-11, of a goal of 50000",
      ])
  }

  private static func flight(goal: Int64?) throws -> Flight {
    Flight(
      id: Identifier(high: 1, low: 3), campaign: Identifier(high: 1, low: 2), order: Identifier(high: 1, low: 1),
      slug: try Slug("fall"), name: "fall", startsOn: Day(number: 20_727), endsOn: Day(number: 20_757),
      position: .midRoll, insertion: .dynamic, goal: goal, priceModel: .cpm, rateMinor: 1, cap: nil, promoCode: nil,
      vanityURL: nil, windowDays: 30, deliverySource: "host", createdAt: Instant(seconds: 0),
      updatedAt: Instant(seconds: 0))
  }

  @Test("a day above the goal and three times the goal to date are spikes, the goal and three times are not")
  func spikes() throws {
    func spike(_ delivered: Int64, peak: Int64?, goal: Int64? = 1_000) throws -> BillReview.Spike? {
      BillReview.Spike(
        try Self.flight(goal: goal), delivered: delivered, peak: peak.map { .init(day: Day(number: 20_730), units: $0) }
      )
    }
    #expect(try spike(1_000, peak: 1_000) == nil)
    #expect(try spike(1_001, peak: 1_001)?.day == Day(number: 20_730))
    #expect(try spike(3_000, peak: 900) == nil)
    let all = try #require(try spike(3_001, peak: 900))
    #expect(all.day == nil && all.units == 3_001 && all.description == "fall has 3001 delivered, of a goal of 1000")
    #expect(try spike(.max, peak: 1, goal: .max / 2) == nil)
    #expect(try spike(.max, peak: .max, goal: nil) == nil)
    #expect(try spike(0, peak: nil) == nil)
  }

  @Test("what can be waived is named in words")
  func waivable() {
    #expect(BillBounds.Finding.waivable("and") == "unusual, early, stale, incomplete, no-data and spike")
    #expect(BillBounds.Finding.waivable("or") == "unusual, early, stale, incomplete, no-data or spike")
    #expect(!BillBounds.Finding.negative.canBeWaived && !BillBounds.Finding.currency.canBeWaived)
  }
}
