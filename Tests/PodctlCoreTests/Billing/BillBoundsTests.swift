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
    BillBounds.findings(
      try content(amounts, currency: currency), previousMinor: previous, isEarly: isEarly, email: email)
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
}
