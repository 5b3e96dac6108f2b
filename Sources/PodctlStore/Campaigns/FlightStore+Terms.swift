import PodctlCore

extension FlightStore {
  /// A price per spot is a flat one that is for each airing: a column beside the model says so, since the model's own
  /// words were fixed before there was one.
  static func storedModel(_ model: Flight.PriceModel) -> Flight.PriceModel { model == .spot ? .flat : model }

  /// `10000@2200 50000@1800`, in minor units; nil for none.
  static func text(_ tiers: [FlightTerms.Tier]) -> String? {
    tiers.isEmpty ? nil : tiers.map { "\($0.after)@\($0.rateMinor)" }.joined(separator: " ")
  }

  static func tiers(_ text: String?) throws -> [FlightTerms.Tier] {
    try (text ?? "").split(separator: " ").map { part in
      let numbers = part.split(separator: "@").compactMap { Int64($0) }
      guard numbers.count == 2 else {
        throw PodctlError(.databaseDamaged, "a flight's tiers cannot be read: \"\(part)\"")
      }
      return FlightTerms.Tier(after: numbers[0], rateMinor: numbers[1])
    }
  }
}

extension FlightTerms.Shortfall: SQLBindable, SQLReadable {}
