import PodctlCore
import PodctlStore

/// Gathers what sponsors' reports are made from; reads only. Delivery comes from the ledger that pacing and bills ask. One
/// of these makes any number of a tenant's reports, and reads once what they have in common.
public struct SponsorReporting {
  let tenant: Tenant
  let window: AttributionWindow
  private let now: Instant
  private let tx: TenantTransaction
  private let common: SponsorFacts

  public init(_ tenant: Tenant, window: AttributionWindow, now: Instant, in tx: TenantTransaction) {
    self.tenant = tenant
    self.window = window
    self.now = now
    self.tx = tx
    common = SponsorFacts(window: window, in: tx)
  }

  /// The report of a campaign over a period. Throws `flight_not_found` for a campaign without flights.
  public func report(_ campaign: Campaign, _ period: Period) throws -> SponsorReport {
    try SponsorReport(try input(campaign, period))
  }

  private func input(_ campaign: Campaign, _ period: Period) throws -> ReportInput {
    let flights = try FlightStore(tx).all(of: campaign.id)
    guard !flights.isEmpty else {
      throw PodctlError(
        .flightNotFound, "campaign \"\(campaign.slug)\" has no flights to report on", hint: "add one first",
        commands: ["podctl campaign flight add --help"])
    }
    let standing = try common.standing(of: campaign)
    let importedThrough = try lastImports(flights)
    let (through, deliveries) = try deliveries(period, flights, importedThrough)
    let episodes = try SpotStore(tx).episodes(
      Set(deliveries.flatMap(\.spots).map(\.spot.episode)).sorted())
    let before = ReportInput.comparable(to: period, through: through, flights: flights)
    let logs = try common.logsTaken()
    func facts(_ period: Period, through last: Day) throws -> ReportInput.Window {
      try self.facts(period, through: last, deliveries, standing, campaign.currency)
    }
    return ReportInput(
      tenant: tenant, sponsor: standing.sponsor, campaign: campaign, through: through,
      today: tenant.zone.day(of: now), dataThrough: logs.lastAt, deliveries: deliveries,
      episodes: episodes.mapValues { ReportInput.EpisodeName(title: $0.title, podcast: $0.podcastTitle) },
      importedThrough: importedThrough, current: try facts(period, through: through),
      before: try before.map { try facts($0, through: $0.last) }, attribution: window, run: standing.run,
      conversionsSinceRun: try common.conversionsSinceRun(standing, through: period.last), rules: logs.rules,
      lists: logs.lists)
  }

  /// What the flights delivered up to the last day of the period that is over and that the data covers: the logs where
  /// they measure any flight, the imports where they measure none. A flight that no log covers cuts off nothing.
  private func deliveries(
    _ period: Period, _ flights: [Flight], _ imports: [Identifier<Flight>: Day]
  ) throws -> (through: Day, deliveries: [FlightDelivery]) {
    let over = min(period.last, DeliveryLedger.lastWholeDay(at: now, in: tenant.zone))
    let whole = try DeliveryLedger(tx).deliveries(of: flights, through: over)
    let isMeasured = whole.contains { $0.figures == .counted && $0.flight.startsOn <= over }
    let logged = try common.logsTaken().lastAt.map(tenant.zone.day(of:))
    let covered = isMeasured || imports.isEmpty ? logged : imports.values.max()
    let through = min(over, covered ?? period.start.advanced(by: -1))
    if through == over { return (through, whole) }
    let cut = try DeliveryLedger(tx).deliveries(of: flights, through: through)
    // By the calendar it has begun; that the data does not reach its first day makes no zero of it.
    return (
      through,
      cut.map { delivery in
        let isBeyond = delivery.flight.startsOn > through && delivery.flight.startsOn <= over
        return isBeyond && delivery.provenance == .counted
          ? .unknown(delivery.flight, spots: delivery.spots.map(\.spot), through: through) : delivery
      }
    )
  }

  private func lastImports(_ flights: [Flight]) throws -> [Identifier<Flight>: Day] {
    var last: [Identifier<Flight>: Day] = [:]
    for flight in flights where flight.insertion == .dynamic {
      last[flight.id] = try DeliveryStore(tx).sources(of: flight.id)
        .first { $0.source == flight.deliverySource }?.lastDay
    }
    return last
  }

  private func facts(
    _ period: Period, through: Day, _ deliveries: [FlightDelivery], _ standing: SponsorFacts.Standing,
    _ currency: Currency
  ) throws -> ReportInput.Window {
    let isPaidByConversion = deliveries.contains { $0.flight.priceModel == .cpa }
    func payable(_ last: Day) throws -> [Identifier<Flight>: Int64] {
      isPaidByConversion ? try common.payable(standing.sponsor.id, through: last) : [:]
    }
    return ReportInput.Window(
      period: period, reach: try reach(period, through: through, deliveries),
      credit: try common.credit(standing, over: period.range, in: currency),
      payableBefore: try payable(period.start.advanced(by: -1)),
      payableThrough: try payable(max(through, period.start.advanced(by: -1))))
  }

  /// Distinct listeners of the counted flights' aired spots within their windows; nil where there are none to count.
  private func reach(_ period: Period, through: Day, _ deliveries: [FlightDelivery]) throws -> Int64? {
    guard through >= period.start, deliveries.contains(where: { $0.figures == .counted }) else { return nil }
    var episodes: [ClosedRange<Day>: Set<Identifier<Episode>>] = [:]
    for delivery in deliveries where delivery.figures == .counted {
      for part in delivery.spots where part.spot.status == .aired {
        let first = max(part.spot.airsOn, period.start)
        let last = min(part.windowEndsOn, through)
        if first <= last { episodes[first...last, default: []].insert(part.spot.episode) }
      }
    }
    let parts = episodes.sorted { ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound) }
      .map { ReachStore.Part(days: $0.key, episodes: $0.value.sorted()) }
    // Purged listeners cannot be counted again, and those who are left would be a low number.
    for part in parts {
      guard try !common.isPurged(part.days) else { return nil }
    }
    return try ReachStore(tx).listeners(parts, allAreCounted: common.allAreCounted())
  }
}
