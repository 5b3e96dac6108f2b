extension BillEvidence {
  /// Tells which of a flight's terms made its price what it is, so that the amount can be found again.
  mutating func tell(
    _ flight: Flight, delivered: Int64, through last: Day, settles: Bool, _ currency: Currency
  ) throws(PodctlError) {
    let terms = flight.terms
    guard terms != .plain else { return }
    if !terms.tiers.isEmpty { tiers = terms.tiers }
    let price = try Rating.price(flight, delivered: delivered, through: last, settles: settles, currency).minor
    let due = try Rating.due(flight, delivered: delivered, through: last, settles: settles, currency).minor
    if due > price { raisedToMinor = due }
    if due < price { loweredToMinor = due }
    let billed = Rating.billableUnits(of: flight, delivered: delivered, through: last, settles: settles)
    if terms.shortfall == .makegood, billed > max(delivered, 0) { owedUnits = billed - max(delivered, 0) }
  }
}
