extension SponsorReport {
  /// A flight's airings to date, then a row for what no single airing can be given: its code's orders, a fee, or
  /// delivery that is known for the flight as a whole. The rows add up to the flight.
  static func rows(
    _ delivery: FlightDelivery, _ flight: FlightFigures, _ input: ReportInput, _ credit: ReportCredit
  ) -> [SpotFigures] {
    let aired = delivery.spots.filter { $0.spot.status == .aired && $0.spot.airsOn <= input.through }
    let first = input.period.start
    let inPeriod: [Int64?] = aired.map { part in
      part.units == nil || flight.inPeriod == nil
        ? nil : part.days.reduce(0) { first <= $1.day && $1.day <= input.through ? $0 + $1.units : $0 }
    }
    // Only a price per thousand falls on airings, in proportion to what each delivered in the period.
    let weights = inPeriod.map { $0 ?? 0 }
    let isShared = flight.priceModel == .cpm && weights.contains { $0 > 0 }
    let spend = flight.spendMinor.flatMap { isShared ? Money.apportion($0, by: weights) : nil }
    var rows = zip(aired, inPeriod).enumerated().map { index, entry in
      let (part, units) = entry
      let share = credit.isKnown && flight.provenance != nil ? credit.spots[part.spot.id] : nil
      let name = input.episodes[part.spot.episode]
      return SpotFigures(
        flight: flight.slug, flightName: flight.name, position: flight.position,
        airing: SpotFigures.Airing(
          airsOn: part.spot.airsOn, episode: name?.title ?? "—", podcast: name?.podcast ?? "—",
          status: part.spot.status, hasSevenDays: part.spot.airsOn.advanced(by: 6) <= input.through,
          isWindowOver: part.windowEndsOn <= input.through, windowEndsOn: part.windowEndsOn),
        firstSevenDays: part.firstSevenDays, windowTotal: part.units, inPeriod: units, trend: trend(part, input),
        conversionsHundredths: share?.hundredths, redemptions: nil, spendMinor: spend?[index],
        revenueMinor: credit.knowsValue ? share.map { $0.value?.minor ?? 0 } : nil)
    }
    func rest(_ whole: Int64?, _ part: (SpotFigures) -> Int64?) -> Int64? {
      whole.map { $0 - rows.compactMap(part).reduce(0, +) }
    }
    let remainder = SpotFigures(
      flight: flight.slug, flightName: flight.name, position: flight.position, airing: nil, firstSevenDays: nil,
      windowTotal: rest(flight.delivered, \.windowTotal), inPeriod: rest(flight.inPeriod, \.inPeriod), trend: [],
      conversionsHundredths: rest(flight.conversionsHundredths, \.conversionsHundredths),
      redemptions: flight.redemptions, spendMinor: rest(flight.spendMinor, \.spendMinor),
      revenueMinor: rest(flight.revenueMinor, \.revenueMinor))
    let figures = [
      remainder.windowTotal, remainder.inPeriod, remainder.conversionsHundredths, remainder.redemptions,
      remainder.spendMinor, remainder.revenueMinor,
    ]
    if rows.isEmpty || figures.contains(where: { $0 ?? 0 != 0 }) { rows.append(remainder) }
    return rows
  }

  /// Units on each day from air to the last day of the figures or the window, days of nothing among them.
  private static func trend(_ part: FlightDelivery.SpotUnits, _ input: ReportInput) -> [Int64] {
    guard part.units != nil else { return [] }
    let end = min(part.windowEndsOn, input.through)
    guard part.spot.airsOn <= end else { return [] }
    let units = Dictionary(part.days.map { ($0.day, $0.units) }, uniquingKeysWith: +)
    return stride(from: part.spot.airsOn, through: end, by: 1).map { units[$0] ?? 0 }
  }
}
