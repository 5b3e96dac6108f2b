/// How conversions of the period were credited, under every model.
public struct CreditFigures: Sendable, Hashable {
  public struct Share: Sendable, Hashable {
    public var hundredths: Int64
    public var minor: Int64

    public init(hundredths: Int64, minor: Int64) {
      self.hundredths = hundredths
      self.minor = minor
    }
  }

  /// A flight of the campaign, or all of the sponsor's other campaigns together.
  public struct Row: Sendable, Hashable {
    /// Nil for the sponsor's other campaigns.
    public var flight: Slug?
    public var name: String
    /// In the order of the models; nil where no log shows the flight's touches.
    public var household: [Share]?
    /// Credit by promo code, which is in no sum with the household's.
    public var code: Share?
    public var promoCode: String?
  }

  public var windowDays: Int
  /// Nil where attribution has not been run.
  public var runAt: Instant?
  public var rows: [Row]
  /// Sums of the rows' household shares; the same conversions and value under every model.
  public var totals: [Share]

  public static func of(
    _ campaign: Identifier<Campaign>, flights: [CreditedFlight], totals: [CreditTotal], currency: Currency,
    window: AttributionWindow, run: AttributionRun?
  ) -> CreditFigures {
    guard let run else { return CreditFigures(windowDays: window.days, runAt: nil, rows: [], totals: []) }
    // Money of another currency has no place in the report's sums; such conversions still count.
    let plain = totals.map { total in
      var total = total
      if total.currency != currency { total.valueMinor = nil }
      total.currency = currency
      return total
    }
    let models = AttributionModel.allCases
    let comparison = AttributionComparison(flights: flights, totals: plain)
    func share(_ figure: AttributionComparison.Figure) -> Share {
      Share(hundredths: figure.hundredths, minor: figure.value?.minor ?? 0)
    }
    var rows: [Row] = []
    var others = models.map { _ in Share(hundredths: 0, minor: 0) }
    for row in comparison.byFlight {
      let household = row.household?.map(share)
      if row.flight.campaign == campaign {
        rows.append(
          Row(
            flight: row.flight.slug, name: row.flight.name, household: household, code: row.code.map(share),
            promoCode: row.flight.promoCode))
      } else if let household {
        others = zip(others, household).map(+)
      }
    }
    if others.contains(where: { $0.hundredths != 0 || $0.minor != 0 }) {
      rows.append(Row(flight: nil, name: "Other campaigns", household: others, code: nil, promoCode: nil))
    }
    let sums = models.indices.map { model in
      rows.compactMap { $0.household?[model] }.reduce(Share(hundredths: 0, minor: 0), +)
    }
    return CreditFigures(windowDays: window.days, runAt: run.runAt, rows: rows, totals: sums)
  }
}

extension CreditFigures.Share {
  static func + (left: Self, right: Self) -> Self {
    Self(hundredths: left.hundredths + right.hundredths, minor: left.minor + right.minor)
  }
}
