/// The models side by side over a sponsor's flights and spots. Under every model the household credit adds up to the
/// same conversions and the same value; credit by code stands beside it and is in no sum with it.
public struct AttributionComparison: Sendable, Hashable {
  /// Conversions in hundredths and their value.
  public struct Figure: Sendable, Hashable {
    public var hundredths: Int64
    /// Nil where no conversion of the group carries a value.
    public var value: Money?

    public init(hundredths: Int64, value: Money?) {
      self.hundredths = hundredths
      self.value = value
    }
  }

  public struct Row: Sendable, Hashable {
    public var flight: CreditedFlight
    /// Nil for a flight as a whole.
    public var airing: CreditedFlight.Airing?
    /// Conversions of several currencies are kept apart; nil where none carries a value.
    public var currency: Currency?
    /// In the order of the models; nil for a dynamic flight, whose touches no log shows.
    public var household: [Figure]?
    /// Nil for a spot, since a code belongs to its flight, and for a flight without a code.
    public var code: Figure?
  }

  /// Each flight as a whole, in the order of the flights.
  public let byFlight: [Row]
  /// Each spot that aired or has credit; a flight with a code has a row without a spot before them.
  public let bySpot: [Row]

  /// Builds the rows from stored totals; flights come in the order in which they are to be shown.
  public init(flights: [CreditedFlight], totals: [CreditTotal]) {
    var byFlight: [Row] = []
    var bySpot: [Row] = []
    let groups = CurrencyGroup.all(of: totals)
    let credited = Set(totals.map(\.flight))
    for (index, group) in groups.enumerated() {
      let own = groups.count == 1 ? credited : Set(group.totals.map(\.flight))
      let members = flights.filter { own.contains($0.id) || (index == 0 && !credited.contains($0.id)) }
      let grid = CreditGrid(flights: members, totals: group.totals)
      for (place, flight) in members.enumerated() {
        let rows = grid.rows(of: flight, at: place, currency: group.currency)
        byFlight.append(rows.whole)
        bySpot += rows.spots
      }
    }
    self.byFlight = byFlight
    self.bySpot = bySpot
  }
}

/// Totals of one currency; those without a value join the only currency there is, or stand alone.
private struct CurrencyGroup {
  var currency: Currency?
  var totals: [CreditTotal]

  static func all(of totals: [CreditTotal]) -> [CurrencyGroup] {
    let currencies = Set(totals.compactMap(\.currency)).sorted { $0.code < $1.code }
    guard currencies.count > 1 else { return [CurrencyGroup(currency: currencies.first, totals: totals)] }
    let groups = currencies.map { currency in
      CurrencyGroup(currency: currency, totals: totals.filter { $0.currency == currency })
    }
    let rest = totals.filter { $0.currency == nil }
    return rest.isEmpty ? groups : groups + [CurrencyGroup(currency: nil, totals: rest)]
  }
}

/// Conversions rounded to hundredths from the top down, so that spots add up to their flight and flights to the whole.
private struct CreditGrid {
  struct Cell: Hashable {
    var flight: Identifier<Flight>
    var spot: Identifier<Spot>?
    var model: AttributionModel
    var basis: CreditBasis
  }

  var sums: [Cell: (weight: Int64, minor: Int64)] = [:]
  /// For each model, hundredths by flight in the members' order.
  var hundredths: [AttributionModel: [Int64]] = [:]

  init(flights: [CreditedFlight], totals: [CreditTotal]) {
    for total in totals {
      // A flight's own cell gathers its spots; a code's total has no spot and is the flight's already.
      let places: [Identifier<Spot>?] = total.spot == nil ? [nil] : [nil, total.spot]
      for spot in places {
        let cell = Cell(flight: total.flight, spot: spot, model: total.model, basis: total.basis)
        let sum = sums[cell] ?? (0, 0)
        sums[cell] = (sum.weight + total.weight, sum.minor + (total.valueMinor ?? 0))
      }
    }
    for model in AttributionModel.allCases {
      hundredths[model] = ConversionCount.hundredths(flights.map { sum($0.id, nil, model, .household).weight })
    }
  }

  private func sum(
    _ flight: Identifier<Flight>, _ spot: Identifier<Spot>?, _ model: AttributionModel, _ basis: CreditBasis
  ) -> (weight: Int64, minor: Int64) {
    sums[Cell(flight: flight, spot: spot, model: model, basis: basis)] ?? (0, 0)
  }

  typealias Row = AttributionComparison.Row
  typealias Figure = AttributionComparison.Figure

  func rows(of flight: CreditedFlight, at place: Int, currency: Currency?) -> (whole: Row, spots: [Row]) {
    func money(_ minor: Int64) -> Money? { currency.map { Money(minor: minor, $0) } }
    let models = AttributionModel.allCases
    // A code's credit is the same under every model; any one of them tells it.
    let byCode = sum(flight.id, nil, .lastTouch, .code)
    let code = flight.promoCode.map { _ in
      Figure(hundredths: ConversionCount.total([byCode.weight]), value: money(byCode.minor))
    }
    let isCounted = flight.insertion == .bakedIn
    let household = models.map { model in
      Figure(
        hundredths: hundredths[model]?[place] ?? 0, value: money(sum(flight.id, nil, model, .household).minor))
    }
    let whole = Row(
      flight: flight, airing: nil, currency: currency, household: isCounted ? household : nil, code: code)
    guard isCounted else { return (whole, [whole]) }

    let aired = flight.airings.filter { airing in
      airing.status == .aired || models.contains { sum(flight.id, airing.spot, $0, .household).weight > 0 }
    }
    let columns = zip(models, household).map { model, figure in
      Money.apportion(figure.hundredths, by: aired.map { sum(flight.id, $0.spot, model, .household).weight })
    }
    var spots = code == nil ? [] : [Row(flight: flight, airing: nil, currency: currency, household: nil, code: code)]
    for (index, airing) in aired.enumerated() {
      let figures = zip(models, columns).map { model, column in
        Figure(hundredths: column[index], value: money(sum(flight.id, airing.spot, model, .household).minor))
      }
      spots.append(Row(flight: flight, airing: airing, currency: currency, household: figures, code: nil))
    }
    return (whole, spots)
  }
}
