/// Shares of one conversion as integers that sum to 2³² exactly, so that no credit is lost or made up by rounding.
public enum AttributionWeights {
  /// The whole of one conversion.
  public static let whole: Int64 = 1 << 32

  /// Seconds in which a touch loses half its weight under time decay: seven days.
  public static let halfLifeSeconds: Int64 = 7 * 86_400

  /// One weight for each touch, in the touches' order (earliest first); they sum to 2³², and what division leaves over
  /// goes to the largest remainders, ties to the earlier touch. No touches give no weights.
  public static func of(_ model: AttributionModel, touchesAt instants: [Instant]) -> [Int64] {
    guard let latest = instants.last else { return [] }
    let count = instants.count
    var shares = [Int64](repeating: 0, count: count)
    switch model {
    case .firstTouch: shares[0] = 1
    case .lastTouch: shares[count - 1] = 1
    case .linear: shares = [Int64](repeating: 1, count: count)
    case .positionBased:
      // Fifths of the whole, in units that the touches between can share: 2(n−2), 1 … 1, 2(n−2).
      shares = [Int64](repeating: 1, count: count)
      if count > 2 {
        shares[0] = Int64(2 * (count - 2))
        shares[count - 1] = shares[0]
      }
    case .timeDecay:
      // Only ratios matter, so ages count from the latest touch: its share is 1 and nothing underflows to all zeros.
      shares = instants.map { instant in
        HalfLife.fraction(
          after: latest.microseconds - instant.microseconds, halfLife: halfLifeSeconds * 1_000_000)
      }
    }
    return Money.apportion(whole, by: shares)
  }
}
