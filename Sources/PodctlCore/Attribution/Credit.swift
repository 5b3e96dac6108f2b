/// What one conversion gives to one spot, or by code to one flight, under one model.
public struct Credit: Sendable, Hashable {
  public var model: AttributionModel
  public var basis: CreditBasis
  public var flight: Identifier<Flight>
  /// Nil for credit by code, which belongs to the flight as a whole.
  public var spot: Identifier<Spot>?
  /// Touches of this spot in the window; 0 for credit by code.
  public var touches: Int
  /// Parts of 2³².
  public var weight: Int64
  /// Minor units; nil where the conversion carries no value.
  public var valueMinor: Int64?
  public var currency: Currency?

  public init(
    model: AttributionModel, basis: CreditBasis, flight: Identifier<Flight>, spot: Identifier<Spot>?, touches: Int,
    weight: Int64, valueMinor: Int64?, currency: Currency?
  ) {
    self.model = model
    self.basis = basis
    self.flight = flight
    self.spot = spot
    self.touches = touches
    self.weight = weight
    self.valueMinor = valueMinor
    self.currency = currency
  }
}
