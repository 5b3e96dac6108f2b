/// The credit of one period, added up for a campaign's flights and spots under one model.
struct ReportCredit {
  typealias Figure = AttributionComparison.Figure

  /// Household credit by flight and by spot, in the report's model; nil figures where attribution was not run.
  private(set) var flights: [Identifier<Flight>: Figure] = [:]
  private(set) var spots: [Identifier<Spot>: Figure] = [:]
  /// Orders with a flight's code, and their value in minor units.
  private(set) var codes: [Identifier<Flight>: (orders: Int64, minor: Int64?)] = [:]
  /// True where some conversion carries a value in the campaign's currency, or there is no conversion at all.
  private(set) var knowsValue = true
  let hasOtherCurrency: Bool
  let isKnown: Bool

  init(_ credit: SponsorCredit, of campaign: Identifier<Campaign>, model: AttributionModel, isKnown: Bool) {
    self.isKnown = isKnown
    let own = credit.part(of: campaign)
    hasOtherCurrency = own.hasOtherCurrency
    let household = own.totals.filter { $0.basis == .household }
    knowsValue = household.isEmpty || household.contains { $0.valueMinor != nil }
    guard let place = AttributionModel.allCases.firstIndex(of: model) else { return }
    for row in own.byFlight { flights[row.flight.id] = row.household?[place] }
    for row in own.bySpot {
      if let airing = row.airing { spots[airing.spot] = row.household?[place] }
    }
    for total in own.totals where total.basis == .code && total.model == model {
      let sum = codes[total.flight] ?? (0, nil)
      let minor = total.valueMinor.map { $0 + (sum.minor ?? 0) } ?? sum.minor
      codes[total.flight] = (sum.orders + Int64(total.conversions), minor)
    }
  }

  /// Conversions of some flights in hundredths; nil where attribution was not run or no flight's touches are logged.
  func conversions(_ members: [Identifier<Flight>]) -> Int64? {
    guard isKnown else { return nil }
    let known = members.compactMap { flights[$0]?.hundredths }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  func revenue(_ members: [Identifier<Flight>]) -> Int64? {
    guard isKnown, knowsValue else { return nil }
    let known = members.compactMap { flights[$0].map { $0.value?.minor ?? 0 } }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  /// Orders with the flight's code; nil for a flight without one.
  func redemptions(_ flight: Flight) -> Int64? {
    isKnown && flight.promoCode != nil ? codes[flight.id]?.orders ?? 0 : nil
  }

  func redeemed(_ flight: Flight) -> Int64? {
    guard let orders = redemptions(flight) else { return nil }
    return orders == 0 ? 0 : codes[flight.id]?.minor
  }
}
