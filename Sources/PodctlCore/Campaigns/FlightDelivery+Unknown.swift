extension FlightDelivery {
  /// Delivery of a baked-in flight that nobody has counted: no log says anything of its show on its days. That is no zero.
  public static func unknown(_ flight: Flight, spots: [Spot], through: Day) -> FlightDelivery {
    var delivery = counted(flight, spots: spots, downloads: [:], through: through)
    delivery.units = nil
    for index in delivery.spots.indices {
      delivery.spots[index].units = nil
      delivery.spots[index].firstSevenDays = nil
    }
    return delivery
  }

  /// Whether the flight has begun by a day, and nobody can say what it delivered.
  public func isUnknown(asOf day: Day) -> Bool { units == nil && flight.startsOn <= day }

  /// How the figures came about; nil for a baked-in flight that has none. Those of a dynamic flight are imported, if any
  /// come.
  public var figures: Provenance? { units == nil && provenance == .counted ? nil : provenance }

  /// The days on which a baked-in flight can be heard: its own, and those of its spots' windows.
  public var countingDays: ClosedRange<Day> {
    let first = min(flight.startsOn, spots.map(\.spot.airsOn).min() ?? flight.startsOn)
    return first...max(flight.endsOn, spots.map(\.windowEndsOn).max() ?? flight.endsOn)
  }
}
