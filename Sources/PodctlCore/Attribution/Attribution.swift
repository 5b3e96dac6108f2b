/// How one conversion's credit falls.
public enum Attribution {
  /// One touch's part of a conversion under one model.
  public struct Share: Sendable, Hashable {
    /// Parts of 2³².
    public var weight: Int64
    /// Minor units; nil where the conversion carries no value.
    public var valueMinor: Int64?
  }

  /// The touches that count for a conversion, earliest first.
  public static func inWindow(_ touches: [Touch], of conversion: Conversion, _ window: AttributionWindow) -> [Touch] {
    touches.filter { window.contains($0.at, conversion: conversion.occurredAt) }.sorted()
  }

  /// A share for each touch, which come earliest first. Weights sum to 2³² and values to the conversion's value to the
  /// cent, by largest remainder over the weights, ties to the earlier touch.
  public static func shares(_ model: AttributionModel, of conversion: Conversion, among touches: [Touch]) -> [Share] {
    let weights = AttributionWeights.of(model, touchesAt: touches.map(\.at))
    guard let value = conversion.value else { return weights.map { Share(weight: $0, valueMinor: nil) } }
    let values = Money.apportion(value.minor, by: weights)
    return zip(weights, values).map { Share(weight: $0, valueMinor: $1) }
  }

  /// Every credit of a conversion, by model, basis, flight and spot. Touches come earliest first and lie in the window;
  /// `codeFlight` is the flight of the order's promo code. Spots that a model gives nothing are left out.
  public static func credits(
    of conversion: Conversion, among touches: [Touch], codeFlight: Identifier<Flight>?
  ) -> [Credit] {
    var credits: [Credit] = []
    for model in AttributionModel.allCases {
      var bySpot: [Identifier<Spot>: Credit] = [:]
      for (touch, share) in zip(touches, shares(model, of: conversion, among: touches)) {
        var credit =
          bySpot[touch.spot]
          ?? Credit(
            model: model, basis: .household, flight: touch.flight, spot: touch.spot, touches: 0, weight: 0,
            valueMinor: share.valueMinor.map { _ in 0 }, currency: conversion.value?.currency)
        credit.touches += 1
        credit.weight += share.weight
        if let part = share.valueMinor { credit.valueMinor = (credit.valueMinor ?? 0) + part }
        bySpot[touch.spot] = credit
      }
      let given = bySpot.values.filter { $0.weight > 0 }
      credits += given.sorted {
        ($0.flight.high, $0.flight.low, $0.spotKey) < ($1.flight.high, $1.flight.low, $1.spotKey)
      }
      if let codeFlight {
        credits.append(
          Credit(
            model: model, basis: .code, flight: codeFlight, spot: nil, touches: 0, weight: AttributionWeights.whole,
            valueMinor: conversion.value?.minor, currency: conversion.value?.currency))
      }
    }
    return credits
  }
}

extension Credit {
  fileprivate var spotKey: String { spot?.description ?? "" }
}
