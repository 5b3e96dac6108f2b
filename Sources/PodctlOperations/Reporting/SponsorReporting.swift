import PodctlCore
import PodctlStore

/// Gathers what a sponsor's report is made from; reads only. Delivery comes from the ledger that pacing and bills ask.
public struct SponsorReporting {
  private let tenant: Tenant
  private let window: AttributionWindow
  private let now: Instant
  private let tx: TenantTransaction

  public init(_ tenant: Tenant, window: AttributionWindow, now: Instant, in tx: TenantTransaction) {
    self.tenant = tenant
    self.window = window
    self.now = now
    self.tx = tx
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
    guard let sponsor = try SponsorStore(tx).find(campaign.sponsor) else {
      throw PodctlError(.internalFault, "campaign \"\(campaign.slug)\" has no sponsor", hint: "please report it")
    }
    let importedThrough = try lastImports(flights)
    let through = try cut(period, flights, importedThrough)
    let deliveries = try DeliveryLedger(tx).deliveries(of: flights, through: through)
    let episodes = try SpotStore(tx).episodes(
      Set(deliveries.flatMap(\.spots).map(\.spot.episode)).sorted())
    let run = try AttributionStore(tx).run(sponsor: sponsor.id, window: window)
    let before = ReportInput.comparable(to: period, through: through, flights: flights)
    let files = try IngestedFileStore(tx).all()
    return ReportInput(
      tenant: tenant, sponsor: sponsor, campaign: campaign, through: through, today: tenant.zone.day(of: now),
      dataThrough: files.compactMap(\.lastAt).max(), deliveries: deliveries,
      episodes: episodes.mapValues { ReportInput.EpisodeName(title: $0.title, podcast: $0.podcastTitle) },
      importedThrough: importedThrough,
      current: try facts(period, through: through, deliveries, sponsor),
      before: try before.map { try facts($0, through: $0.last, deliveries, sponsor) },
      creditedFlights: try AttributionStore(tx).flights(sponsor: sponsor.id), attribution: window, run: run,
      conversionsSinceRun: try run.map {
        try AttributionStore(tx).conversions(of: sponsor.id, through: period.last, importedAfter: $0.runAt)
      } ?? 0,
      rules: Set(files.map(\.rules)).sorted(), lists: Set(files.map(\.listVersion)).sorted())
  }

  /// The last day of the period that is over and that the data covers: the logs for counted flights, the imports where
  /// a campaign has no others.
  private func cut(
    _ period: Period, _ flights: [Flight], _ imports: [Identifier<Flight>: Day]
  ) throws -> Day {
    let over = DeliveryLedger.lastWholeDay(at: now, in: tenant.zone)
    let isCounted = flights.contains { $0.insertion == .bakedIn }
    let covered = isCounted ? try DeliveryLedger(tx).dataThrough(in: tenant.zone) : imports.values.max()
    return min(period.last, over, covered ?? period.start.advanced(by: -1))
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
    _ period: Period, through: Day, _ deliveries: [FlightDelivery], _ sponsor: Sponsor
  ) throws -> ReportInput.Window {
    let store = AttributionStore(tx)
    let isPaidByConversion = deliveries.contains { $0.flight.priceModel == .cpa }
    func payable(_ last: Day) throws -> [Identifier<Flight>: Int64] {
      guard isPaidByConversion else { return [:] }
      return try store.tallies(sponsor: sponsor.id, window: window, through: last)
        .mapValues { $0.byCode + $0.byLastTouch }
    }
    return ReportInput.Window(
      period: period, reach: try reach(period, through: through, deliveries),
      credit: try store.totals(sponsor: sponsor.id, window: window, days: period.range),
      payableBefore: try payable(period.start.advanced(by: -1)),
      payableThrough: try payable(max(through, period.start.advanced(by: -1))))
  }

  /// Distinct listeners of the counted flights' aired spots within their windows; nil where there are none to count.
  private func reach(_ period: Period, through: Day, _ deliveries: [FlightDelivery]) throws -> Int64? {
    guard through >= period.start, deliveries.contains(where: { $0.provenance == .counted }) else { return nil }
    var episodes: [ClosedRange<Day>: Set<Identifier<Episode>>] = [:]
    for delivery in deliveries where delivery.provenance == .counted {
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
      guard try ListenerCountStore(tx).purgedDays(within: part.days).isEmpty else { return nil }
    }
    return try ReachStore(tx).listeners(parts)
  }
}
