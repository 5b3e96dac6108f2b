/// How far a flight is along against how far it should be: delivered ÷ (goal × elapsed days ÷ flight days), as an
/// exact fraction.
public struct Pacing: Sendable, Hashable {
  public enum Verdict: String, Sendable, CaseIterable {
    case under
    case onPace = "on-pace"
    case over
  }

  public let delivered: Int64
  public let goal: Int64
  /// Whole days of the flight that are over.
  public let elapsedDays: Int
  public let flightDays: Int

  /// Nil before the flight's first day is over, and without a goal or a delivered figure. A day counts as elapsed once
  /// it is over, so that `through` is the last day counted on both sides of the fraction.
  public static func of(_ flight: Flight, delivered: Int64?, through day: Day) -> Pacing? {
    let elapsed = min(flight.startsOn.distance(to: day) + 1, flight.dayCount)
    guard let goal = flight.goal, goal > 0, let delivered, elapsed > 0 else { return nil }
    return Pacing(delivered: delivered, goal: goal, elapsedDays: elapsed, flightDays: flight.dayCount)
  }

  private var numerator: Int128 { Int128(delivered) * Int128(flightDays) }
  private var denominator: Int128 { Int128(goal) * Int128(elapsedDays) }

  /// The fraction in hundredths, rounded half away from zero, for showing: 97 is 0.97.
  public var hundredths: Int64 {
    let limit = Int128(Int64.max) / 200 * denominator
    return Money.divideRounding(min(numerator, limit) * 100, by: denominator)
  }

  /// What should have been delivered by now, rounded half away from zero.
  public var expected: Int64 { Money.divideRounding(denominator, by: Int128(flightDays)) }

  /// What the flight will have delivered on its last day at the rate so far; modelled, never billed.
  public var projected: Int64 {
    let limit = Int128(Int64.max) / 2 * Int128(elapsedDays)
    return Money.divideRounding(min(numerator, limit), by: Int128(elapsedDays))
  }

  /// Under 0.8, over 1.2 or between; decided by the exact fraction, not by the hundredths shown.
  public var verdict: Verdict {
    if numerator * 10 < denominator * 8 { return .under }
    if numerator * 10 > denominator * 12 { return .over }
    return .onPace
  }
}
