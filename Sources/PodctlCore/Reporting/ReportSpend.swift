/// What a flight costs in a period: owed by its last day less owed by the day before its first, by the invoice's rule,
/// so that periods add up to invoices.
enum ReportSpend {
  /// Minor units; nil for a flight whose delivery is not known, and for CPA before attribution was run. `settles` is false
  /// for a campaign that was cancelled: nothing of it falls due by its flights' ends, a fee least of all.
  static func minor(
    _ delivery: FlightDelivery, in window: ReportInput.Window, through last: Day, hasConversions: Bool, settles: Bool,
    _ currency: Currency
  ) throws(PodctlError) -> Int64? {
    let flight = delivery.flight
    let dayBefore = window.period.start.advanced(by: -1)
    let units: (before: Int64, through: Int64)
    switch flight.priceModel {
    case .cpm:
      guard let before = delivery.units(through: dayBefore), let through = delivery.units(through: last) else {
        return nil
      }
      units = (before, through)
    case .flat:
      guard settles else { return 0 }
      units = (0, 0)
    case .spot:
      let aired = delivery.spots.filter { $0.spot.status == .aired }.map(\.spot.airsOn)
      units = (Int64(aired.count { $0 <= dayBefore }), Int64(aired.count { $0 <= last }))
    case .cpa:
      guard hasConversions else { return nil }
      units = (window.payableBefore[flight.id] ?? 0, window.payableThrough[flight.id] ?? 0)
    }
    let due = try Rating.due(flight, delivered: units.through, through: last, settles: settles, currency)
    let earlier = try Rating.due(flight, delivered: units.before, through: dayBefore, settles: settles, currency)
    return (due - earlier).minor
  }
}
