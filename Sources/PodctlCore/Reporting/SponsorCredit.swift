/// What a sponsor's conversions of some days gave, shared among all its flights with money in one currency. The reports of
/// all its campaigns take their parts from it.
public struct SponsorCredit: Sendable {
  /// One campaign's part.
  struct Part: Sendable {
    var byFlight: [AttributionComparison.Row] = []
    var bySpot: [AttributionComparison.Row] = []
    /// What was stored, with money in the currency alone.
    var totals: [CreditTotal] = []
    /// Whether some conversion is worth money of another currency, which has no place in the report's sums.
    var hasOtherCurrency = false
  }

  private var parts: [Identifier<Campaign>: Part] = [:]
  /// Household credit of all flights together, in the order of the models.
  private(set) var household = AttributionModel.allCases.map { _ in CreditFigures.Share(hundredths: 0, minor: 0) }

  /// `flights` are all of the sponsor's, in the order in which they are to be shown.
  public init(flights: [CreditedFlight], totals: [CreditTotal], currency: Currency) {
    let campaigns = Dictionary(flights.map { ($0.id, $0.campaign) }, uniquingKeysWith: { first, _ in first })
    var plain = totals
    for index in plain.indices {
      let campaign = campaigns[plain[index].flight]
      if let other = plain[index].currency, other != currency {
        plain[index].valueMinor = nil
        if let campaign { parts[campaign, default: Part()].hasOtherCurrency = true }
      }
      plain[index].currency = currency
      if let campaign { parts[campaign, default: Part()].totals.append(plain[index]) }
    }
    let comparison = AttributionComparison(flights: flights, totals: plain)
    for row in comparison.byFlight {
      parts[row.flight.campaign, default: Part()].byFlight.append(row)
      if let figures = row.household { household = zip(household, figures).map { $0 + CreditFigures.Share($1) } }
    }
    for row in comparison.bySpot { parts[row.flight.campaign, default: Part()].bySpot.append(row) }
  }

  func part(of campaign: Identifier<Campaign>) -> Part { parts[campaign] ?? Part() }
}

extension CreditFigures.Share {
  init(_ figure: AttributionComparison.Figure) {
    self.init(hundredths: figure.hundredths, minor: figure.value?.minor ?? 0)
  }

  static func + (left: Self, right: Self) -> Self {
    Self(hundredths: left.hundredths + right.hundredths, minor: left.minor + right.minor)
  }

  static func - (left: Self, right: Self) -> Self {
    Self(hundredths: left.hundredths - right.hundredths, minor: left.minor - right.minor)
  }
}
