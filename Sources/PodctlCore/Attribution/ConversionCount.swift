/// Sums of weights told as conversions with two decimals.
public enum ConversionCount {
  /// Hundredths of conversions for each sum of weights, which together are the rounded total: what a column shows adds
  /// up to what its foot shows. Largest remainder, ties to the earlier row.
  public static func hundredths(_ weights: [Int64]) -> [Int64] {
    Money.apportion(total(weights), by: weights)
  }

  /// Hundredths of conversions of all the weights, rounded half up.
  public static func total(_ weights: [Int64]) -> Int64 {
    let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
    return Money.divideRounding(sum * 100, by: Int128(AttributionWeights.whole))
  }
}
