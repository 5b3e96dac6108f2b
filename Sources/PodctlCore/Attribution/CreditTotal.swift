/// Credit of one spot, or by code of one flight, under one model in one currency, summed over conversions.
public struct CreditTotal: Sendable, Hashable {
  public var flight: Identifier<Flight>
  /// Nil for credit by code.
  public var spot: Identifier<Spot>?
  public var model: AttributionModel
  public var basis: CreditBasis
  /// Nil for conversions without a value.
  public var currency: Currency?
  /// Conversions with any part of their credit here; not to be added up over spots, which share conversions.
  public var conversions: Int
  /// Conversions in parts of 2³²; these do add up.
  public var weight: Int64
  /// Minor units; nil for conversions without a value.
  public var valueMinor: Int64?

  public init(
    flight: Identifier<Flight>, spot: Identifier<Spot>?, model: AttributionModel, basis: CreditBasis,
    currency: Currency?, conversions: Int, weight: Int64, valueMinor: Int64?
  ) {
    self.flight = flight
    self.spot = spot
    self.model = model
    self.basis = basis
    self.currency = currency
    self.conversions = conversions
    self.weight = weight
    self.valueMinor = valueMinor
  }
}
