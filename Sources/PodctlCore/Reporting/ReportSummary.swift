/// The headline figures of a sponsor's report.
public struct ReportSummary: Sendable, Hashable {
  /// Distinct listeners of the counted flights' episodes; not additive, so never summed.
  public var reach = ReportFigure.unknown
  /// Downloads for each listener reached, in hundredths.
  public var frequencyHundredths = ReportFigure.unknown
  /// Conversions by household, in hundredths: credit is shared, so they may be fractions.
  public var conversionsHundredths = ReportFigure.unknown
  /// Value of those conversions under the report's model, in minor units.
  public var revenueMinor = ReportFigure.unknown
  /// Orders with a flight's promo code; beside the conversions by household, never added to them.
  public var redemptions = ReportFigure.unknown
  /// Value of those orders in minor units.
  public var redeemedMinor = ReportFigure.unknown
  /// Rated by the invoice's rule, in minor units.
  public var spendMinor = ReportFigure.unknown
  /// Minor units per thousand delivered.
  public var ecpmMinor = ReportFigure.unknown
  /// Revenue ÷ spend in hundredths.
  public var roasHundredths = ReportFigure.unknown
  /// Spend ÷ conversions in minor units.
  public var cpaMinor = ReportFigure.unknown

  public init() {}

  /// `numerator × factor ÷ denominator`, rounded once; nil where either is unknown or the denominator is nothing.
  static func ratio(_ numerator: Int64?, times factor: Int64, over denominator: Int64?) -> Int64? {
    guard let numerator, let denominator, denominator > 0 else { return nil }
    let product = Int128(numerator) * Int128(factor)
    guard product.magnitude / Int128(denominator).magnitude < 1 << 60 else { return nil }
    return Money.divideRounding(product, by: Int128(denominator))
  }

  static func ratio(_ numerator: ReportFigure, times factor: Int64, over denominator: ReportFigure) -> ReportFigure {
    ReportFigure(
      ratio(numerator.value, times: factor, over: denominator.value),
      before: ratio(numerator.before, times: factor, over: denominator.before))
  }
}
