extension SponsorReport {
  /// The model in which conversions and revenue are told where only one can be: the one that CPA is billed by.
  public static let model = AttributionModel.lastTouch

  /// Works the figures out; throws `rate_invalid` where a flight's price is no real amount.
  public init(_ input: ReportInput) throws(PodctlError) {
    let period = input.period
    let isKnown = input.through >= period.start
    let currency = input.campaign.currency
    let settles = input.campaign.status != .cancelled
    // The last day that is over by the calendar, whatever the data covers: by it a flight has begun or is to come.
    let asOf = min(period.last, input.today.advanced(by: -1))
    // No log shows the touches of a flight that nobody counts.
    let uncounted = Set(input.deliveries.filter { $0.figures == nil }.map(\.flight.id))
    let flightIDs = input.deliveries.map(\.flight.id).filter { !uncounted.contains($0) }
    func credit(_ window: ReportInput.Window) -> ReportCredit {
      ReportCredit(window.credit, of: input.campaign.id, model: Self.model, isKnown: input.run != nil)
    }
    let current = credit(input.current)
    let earlier = input.before.map(credit)

    groups = DeliveryGroup.all(
      of: input.deliveries, asOf: asOf, inPeriod: isKnown ? period.start...input.through : nil,
      before: input.before?.period.range)
    var flights: [FlightFigures] = []
    var spots: [SpotFigures] = []
    var spentBefore: [Int64?] = []
    for delivery in input.deliveries {
      let spend =
        try isKnown
        ? ReportSpend.minor(
          delivery, in: input.current, through: input.through, hasConversions: input.run != nil, settles: settles,
          currency) : nil
      if let before = input.before {
        let amount = try ReportSpend.minor(
          delivery, in: before, through: before.period.last, hasConversions: input.run != nil, settles: settles,
          currency)
        if amount != nil || delivery.units != nil { spentBefore.append(amount) }
      }
      let flight = Self.flight(delivery, input, current, spend: spend, isKnown: isKnown)
      flights.append(flight)
      spots += Self.rows(delivery, flight, input, current)
    }
    self.flights = flights
    self.spots = spots

    var summary = ReportSummary()
    let units = groups.first { $0.provenance == .counted }?.inPeriod ?? .unknown
    summary.reach = ReportFigure(input.current.reach, before: input.before?.reach)
    summary.frequencyHundredths = ReportSummary.ratio(units, times: 100, over: summary.reach)
    summary.conversionsHundredths = ReportFigure(
      current.conversions(flightIDs), before: earlier?.conversions(flightIDs))
    summary.revenueMinor = ReportFigure(current.revenue(flightIDs), before: earlier?.revenue(flightIDs))
    let coded = input.deliveries.map(\.flight).filter { $0.promoCode != nil }
    summary.redemptions = ReportFigure(
      Self.sum(coded.map(current.redemptions)), before: earlier.flatMap { Self.sum(coded.map($0.redemptions)) })
    summary.redeemedMinor = ReportFigure(
      Self.sum(coded.map(current.redeemed)), before: earlier.flatMap { Self.sum(coded.map($0.redeemed)) })
    // What nobody has counted can have no price, and what is known of the others stands: the report says who is left out.
    let rated = flights.filter { $0.spendMinor != nil || $0.delivered != nil }
    summary.spendMinor = ReportFigure(Self.sum(rated.map(\.spendMinor)), before: Self.sum(spentBefore))
    let isWhole = groups.allSatisfy { $0.unknownFlights == 0 }
    // A price per thousand of counted and imported units together would be a sum of the two.
    if groups.count == 1, isWhole {
      summary.ecpmMinor = ReportSummary.ratio(summary.spendMinor, times: 1000, over: groups[0].inPeriod)
    }
    if isWhole {
      summary.roasHundredths = ReportSummary.ratio(summary.revenueMinor, times: 100, over: summary.spendMinor)
      summary.cpaMinor = ReportSummary.ratio(summary.spendMinor, times: 100, over: summary.conversionsHundredths)
    }
    self.summary = summary

    self.credit = CreditFigures.of(
      input.campaign.id, in: input.current.credit, window: input.attribution, run: input.run, uncounted: uncounted)
    notes = DeliveryNote.all(of: input, hasOtherCurrency: current.hasOtherCurrency)
    upcoming = Self.upcoming(input)
    method = ReportMethod(
      rules: input.rules, claim: CountingClaim(named: input.rules, else: input.tenant.counting), lists: input.lists,
      attributionDays: input.attribution.days, model: Self.model,
      windowDays: Set(input.deliveries.filter { $0.figures == .counted }.map(\.flight.windowDays)).sorted())
    tenantSlug = input.tenant.slug
    tenantName = input.tenant.name
    contact = input.tenant.contactEmail
    isDemo = input.tenant.isDemo
    sponsorSlug = input.sponsor.slug
    sponsorName = input.sponsor.name
    campaignSlug = input.campaign.slug
    campaignName = input.campaign.name
    isCancelled = input.campaign.status == .cancelled
    self.currency = currency
    self.period = period
    before = input.before?.period
    through = input.through
    dataThrough = input.dataThrough
    isImmature = input.today <= period.last.advanced(by: input.attribution.days)
  }

  /// Nil as soon as one of several parts is unknown: a sum that leaves a part out would be taken for the whole.
  private static func sum(_ parts: [Int64?]) -> Int64? {
    guard !parts.isEmpty else { return nil }
    var total: Int64 = 0
    for part in parts {
      guard let part else { return nil }
      total += part
    }
    return total
  }

  private static func flight(
    _ delivery: FlightDelivery, _ input: ReportInput, _ credit: ReportCredit, spend: Int64?, isKnown: Bool
  ) -> FlightFigures {
    let flight = delivery.flight
    return FlightFigures(
      slug: flight.slug, name: flight.name, position: flight.position, insertion: flight.insertion,
      provenance: delivery.figures, source: delivery.source, startsOn: flight.startsOn, endsOn: flight.endsOn,
      goal: flight.goal, delivered: delivery.units,
      inPeriod: isKnown ? delivery.units(from: input.period.start, through: input.through) : nil,
      pacingHundredths: delivery.pacing?.hundredths, projected: delivery.pacing?.projected,
      priceModel: flight.priceModel, rateMinor: flight.rateMinor, spendMinor: spend, promoCode: flight.promoCode,
      redemptions: credit.redemptions(flight), redeemedMinor: credit.redeemed(flight),
      conversionsHundredths: delivery.figures == nil ? nil : credit.conversions([flight.id]),
      revenueMinor: delivery.figures == nil ? nil : credit.revenue([flight.id]))
  }

  private static func upcoming(_ input: ReportInput) -> [UpcomingSpot] {
    input.deliveries.flatMap { delivery in
      delivery.spots.filter { $0.spot.status == .planned && $0.spot.airsOn > input.period.last }.map { part in
        let name = input.episodes[part.spot.episode]
        return UpcomingSpot(
          airsOn: part.spot.airsOn, flightName: delivery.flight.name, position: delivery.flight.position,
          episode: name?.title ?? "—", podcast: name?.podcast ?? "—")
      }
    }.sorted { ($0.airsOn, $0.flightName, $0.episode) < ($1.airsOn, $1.flightName, $1.episode) }
  }
}
