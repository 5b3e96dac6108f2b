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
    /// In the order of the models; nil where no log shows the flight's touches, of a dynamic flight or one that nobody
    /// counted.
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

  static func of(
    _ campaign: Identifier<Campaign>, in credit: SponsorCredit, window: AttributionWindow, run: AttributionRun?,
    uncounted: Set<Identifier<Flight>> = []
  ) -> CreditFigures {
    guard let run else { return CreditFigures(windowDays: window.days, runAt: nil, rows: [], totals: []) }
    var others = credit.household
    var rows: [Row] = []
    for row in credit.part(of: campaign).byFlight {
      let household = uncounted.contains(row.flight.id) ? nil : row.household?.map(Share.init)
      if let household { others = zip(others, household).map(-) }
      rows.append(
        Row(
          flight: row.flight.slug, name: row.flight.name, household: household, code: row.code.map(Share.init),
          promoCode: row.flight.promoCode))
    }
    if others.contains(where: { $0.hundredths != 0 || $0.minor != 0 }) {
      rows.append(Row(flight: nil, name: "Other campaigns", household: others, code: nil, promoCode: nil))
    }
    return CreditFigures(windowDays: window.days, runAt: run.runAt, rows: rows, totals: credit.household)
  }
}
