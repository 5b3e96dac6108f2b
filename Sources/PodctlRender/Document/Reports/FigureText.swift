import PodctlCore

/// Figures as a report writes them to people: "—" for unknown, "0" for zero.
enum FigureText {
  static let unknown = "—"

  static func units(_ value: Int64?) -> String { value.map { FixedPoint.grouped($0) } ?? unknown }

  /// Hundredths with two decimals, or none where they are whole.
  static func hundredths(_ value: Int64?) -> String {
    guard let value else { return unknown }
    return value % 100 == 0 ? FixedPoint.grouped(value / 100) : FixedPoint.grouped(value, digits: 2)
  }

  /// Always with two decimals: `0.97`.
  static func ratio(_ value: Int64?) -> String { value.map { FixedPoint.grouped($0, digits: 2) } ?? unknown }

  /// Thousandths as a percentage: `85 %`, `4.1 %`, `0.3 %`. One decimal below ten percent.
  static func percent(_ perMille: Int64?) -> String {
    guard let perMille else { return unknown }
    if perMille.magnitude < 100, perMille % 10 != 0 { return FixedPoint.plain(perMille, digits: 1) + "\u{A0}%" }
    return FixedPoint.grouped(Money.divideRounding(Int128(perMille), by: 10)) + "\u{A0}%"
  }

  /// `USD 1,234.50`.
  static func money(_ minor: Int64?, _ currency: Currency) -> String {
    minor.map { "\(Money(minor: $0, currency))" } ?? unknown
  }

  /// The amount alone, for a column whose heading names the currency.
  static func amount(_ minor: Int64?, _ currency: Currency) -> String {
    minor.map { FixedPoint.grouped($0, digits: currency.minorDigits) } ?? unknown
  }

  /// What a flight's price is called: `USD 25.00 CPM`.
  static func price(_ flight: FlightFigures, _ currency: Currency) -> String {
    switch flight.priceModel {
    case .cpm: money(flight.rateMinor, currency) + " CPM"
    case .flat: money(flight.rateMinor, currency) + " flat"
    case .cpa: money(flight.rateMinor, currency) + " per conversion"
    case .spot: money(flight.rateMinor, currency) + " per spot"
    }
  }
}

extension Provenance {
  /// For a column of a table.
  var word: String { rawValue }
}
