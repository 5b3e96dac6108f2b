import PodctlCore
import PodctlStore

/// The one place that says what flights have delivered. Pacing, reports and bills all ask it, so that their numbers
/// are the same number.
///
/// A baked-in flight has delivered the counted downloads of its aired spots' episodes, each from its air date for the
/// flight's window of days in the tenant's counting zone; nothing is known of it (nil) where no log says anything of its
/// show on its days. A dynamic flight has delivered what its delivery source gave; nothing is known of it until then. The
/// two are never added.
public struct DeliveryLedger {
  /// Flights asked for in one statement, well within both databases' limit of parameters.
  private static let batch = 500

  private let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// One flight's delivery through a day: units, by day, by spot, and where the figures come from.
  public func delivery(of flight: Flight, through day: Day) throws -> FlightDelivery {
    try deliveries(of: [flight], through: day)[0]
  }

  /// The deliveries of several flights, in their order.
  public func deliveries(of flights: [Flight], through day: Day) throws -> [FlightDelivery] {
    var result: [FlightDelivery] = []
    let logs = LogCoverage(tx)
    result.reserveCapacity(flights.count)
    for start in stride(from: 0, to: flights.count, by: Self.batch) {
      let some = flights[start..<min(start + Self.batch, flights.count)]
      let spots = Dictionary(grouping: try SpotStore(tx).all(of: some.map(\.id)), by: \.flight)
      let store = DeliveryStore(tx)
      let counted = try store.counted(flights: some.filter { $0.insertion == .bakedIn }.map(\.id), through: day)
      let imported = try store.imported(flights: some.filter { $0.insertion == .dynamic }.map(\.id))
      for flight in some {
        let spots = spots[flight.id] ?? []
        switch flight.insertion {
        case .bakedIn:
          result.append(try self.counted(flight, spots, counted[flight.id] ?? [:], by: logs, through: day))
        case .dynamic:
          result.append(.imported(flight, spots: spots, figures: imported[flight.id], through: day))
        }
      }
    }
    return result
  }

  /// A flight that has not begun by the day has delivered nothing, whoever counts.
  private func counted(
    _ flight: Flight, _ spots: [Spot], _ downloads: [Identifier<Episode>: [FlightDelivery.DailyUnits]],
    by logs: LogCoverage, through day: Day
  ) throws -> FlightDelivery {
    let delivery = FlightDelivery.counted(flight, spots: spots, downloads: downloads, through: day)
    guard delivery.units == 0, flight.startsOn <= day, try !logs.measures(delivery) else { return delivery }
    return .unknown(flight, spots: spots, through: day)
  }

  /// The last day that is over in a zone: a day counts as elapsed once it is over.
  public static func lastWholeDay(at now: Instant, in zone: Zone) -> Day { zone.day(of: now).advanced(by: -1) }

  /// The day of the last request in the logs taken so far; nil before the first. Figures of later days cannot be there.
  public func dataThrough(in zone: Zone) throws -> Day? {
    try IngestedFileStore(tx).completeThrough().map(zone.day(of:))
  }
}
