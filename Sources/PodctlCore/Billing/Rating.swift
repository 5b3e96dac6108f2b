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

  /// The most units that a flight bills; nil for no limit. A CPM flight without a cap stops at its goal. Conversions and
  /// spots stop at the cap only, since the goal counts downloads; a flat fee has no units to limit.
  public static func limit(of flight: Flight) -> Int64? {
    switch flight.priceModel {
    case .cpm: flight.cap ?? flight.goal
    case .cpa, .spot: flight.cap
    case .flat: nil
    }
  }

  /// Of the units delivered to a period's end, those that are billed by then: deliveries, conversions or spots up to the
  /// limit, once a flight that makes good has ended its goal at least; a flat fee is one unit, billed in the month in
  /// which the flight ends. `settles` is false for a flight that was broken off: nothing of it falls due by its end.
  public static func billableUnits(
    of flight: Flight, delivered: Int64, through last: Day, settles: Bool = true
  ) -> Int64 {
    let hasEnded = flight.endsOn <= last
    if flight.priceModel == .flat { return hasEnded ? 1 : 0 }
    let units = min(max(delivered, 0), limit(of: flight) ?? .max)
    guard flight.terms.shortfall == .makegood, hasEnded, settles, let goal = flight.goal else { return units }
    return max(units, goal)
  }

  /// The price of so many units, rounded once, half away from zero; throws `rate_invalid` when it is no real amount.
  public static func rated(
    _ units: Int64, _ model: Flight.PriceModel, rate: Money, tiers: [FlightTerms.Tier] = []
  ) throws(PodctlError) -> Money {
    // Each tier's thousands at its own rate; the sum is rounded, never a part of it.
    var product: Int128 = 0
    let steps = [FlightTerms.Tier(after: 0, rateMinor: rate.minor)] + tiers
    for (index, step) in steps.enumerated() {
      let end = index + 1 < steps.count ? min(units, steps[index + 1].after) : units
      guard index == 0 || end > step.after else { break }
      product += Int128(end - step.after) * Int128(step.rateMinor)
    }
    let divisor: Int128 = model == .cpm ? 1000 : 1
    // Far above any invoice, and far enough below 2⁶³ for sums of lines.
    guard product.magnitude / divisor.magnitude < 1 << 53 else {
      throw PodctlError(
        .rateInvalid, "\(units) units at \(rate) are more than an invoice can hold",
        hint: "check the flight's rate: it is in minor units", commands: ["podctl campaign flight list"])
    }
    return Money(minor: Money.divideRounding(product, by: divisor), rate.currency)
  }

  /// Everything that a flight owes from its first day to a period's last: its units' price, by its end no less than its
  /// minimum, and never more than its maximum.
  public static func due(
    _ flight: Flight, delivered: Int64, through last: Day, settles: Bool = true, _ currency: Currency
  ) throws(PodctlError) -> Money {
    var due = try price(flight, delivered: delivered, through: last, settles: settles, currency)
    if let least = flight.terms.minimumMinor, flight.endsOn <= last, settles { due.minor = max(due.minor, least) }
    if let most = flight.terms.maximumMinor { due.minor = min(due.minor, most) }
    return due
  }

  /// The price of a flight's units, before its minimum and maximum.
  static func price(
    _ flight: Flight, delivered: Int64, through last: Day, settles: Bool = true, _ currency: Currency
  ) throws(PodctlError) -> Money {
    try rated(
      billableUnits(of: flight, delivered: delivered, through: last, settles: settles), flight.priceModel,
      rate: Money(minor: flight.rateMinor, currency), tiers: flight.terms.tiers)
  }

  /// The flight's line for a period: what it owes to the period's last day, less what was billed before. What an end
  /// once brought due (a minimum, a makegood) stays billed where the flight is broken off afterwards.
  public static func line(
    of flight: Flight, delivered: Int64, through last: Day, settles: Bool = true, billed: Billed, _ currency: Currency
  ) throws(PodctlError) -> Line {
    var due = try due(flight, delivered: delivered, through: last, settles: settles, currency)
    var units = billableUnits(of: flight, delivered: delivered, through: last, settles: settles)
    if !settles {
      let settled = try Rating.due(flight, delivered: delivered, through: last, currency)
      if settled.minor > due.minor, billed.minor >= settled.minor {
        due = settled
        units = min(billed.units, billableUnits(of: flight, delivered: delivered, through: last))
      }
    }
    return Line(
      units: units - billed.units, amount: due - Money(minor: billed.minor, currency), billedMinor: due.minor)
  }
}
