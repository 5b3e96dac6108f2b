/// What flights owe for what was delivered. Everything is cumulative from a flight's first day, so that the lines of
/// any cutting into months sum to one rounding of the whole, and no line is ever above the limit.
public enum Rating {
  /// What was billed of a flight in earlier periods.
  public struct Billed: Sendable, Hashable {
    public var units: Int64
    public var minor: Int64

    public init(units: Int64, minor: Int64) {
      self.units = units
      self.minor = minor
    }

    public static let nothing = Billed(units: 0, minor: 0)
  }

  /// One flight's line for a period. Units and amount are negative where delivery was restated below what was billed:
  /// the line gives the difference back.
  public struct Line: Sendable, Hashable {
    /// Units that this line bills: billable to the period's end, less those billed before.
    public var units: Int64
    public var amount: Money
    /// Everything billed of the flight with this line, in minor units.
    public var billedMinor: Int64

    /// A line over nothing is left out of an invoice; its units stay open for the next one.
    public var isZero: Bool { amount.minor == 0 }
  }

  /// The most units that a flight bills; nil for no limit. A CPM flight without a cap stops at its goal. A CPA flight
  /// stops at its cap only, since its goal counts downloads and not conversions; a flat fee has no units to limit.
  public static func limit(of flight: Flight) -> Int64? {
    switch flight.priceModel {
    case .cpm: flight.cap ?? flight.goal
    case .cpa: flight.cap
    case .flat: nil
    }
  }

  /// Of the units delivered to a period's end, those that are billed by then: CPM counts deliveries and CPA
  /// conversions up to the limit; a flat fee is one unit, billed in the month in which the flight ends.
  public static func billableUnits(of flight: Flight, delivered: Int64, through last: Day) -> Int64 {
    if flight.priceModel == .flat { return flight.endsOn <= last ? 1 : 0 }
    return min(max(delivered, 0), limit(of: flight) ?? .max)
  }

  /// The price of so many units, rounded once, half away from zero; throws `rate_invalid` when it is no real amount.
  public static func rated(
    _ units: Int64, _ model: Flight.PriceModel, rate: Money
  ) throws(PodctlError) -> Money {
    let product = Int128(rate.minor) * Int128(units)
    let divisor: Int128 = model == .cpm ? 1000 : 1
    // Far above any invoice, and far enough below 2⁶³ for sums of lines.
    guard product.magnitude / divisor.magnitude < 1 << 53 else {
      throw PodctlError(
        .rateInvalid, "\(units) units at \(rate) are more than an invoice can hold",
        hint: "check the flight's rate: it is in minor units", commands: ["podctl campaign flight list"])
    }
    return Money(minor: Money.divideRounding(product, by: divisor), rate.currency)
  }

  /// Everything that a flight owes from its first day to a period's last.
  public static func due(
    _ flight: Flight, delivered: Int64, through last: Day, _ currency: Currency
  ) throws(PodctlError) -> Money {
    try rated(
      billableUnits(of: flight, delivered: delivered, through: last), flight.priceModel,
      rate: Money(minor: flight.rateMinor, currency))
  }

  /// The flight's line for a period: what it owes to the period's last day, less what was billed before.
  public static func line(
    of flight: Flight, delivered: Int64, through last: Day, billed: Billed, _ currency: Currency
  ) throws(PodctlError) -> Line {
    let due = try due(flight, delivered: delivered, through: last, currency)
    return Line(
      units: billableUnits(of: flight, delivered: delivered, through: last) - billed.units,
      amount: due - Money(minor: billed.minor, currency), billedMinor: due.minor)
  }
}
