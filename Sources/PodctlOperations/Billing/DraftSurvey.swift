import PodctlCore
import PodctlStore

/// Holds a month's drafts against what the figures say today: is a draft still what drafting would make, and are the
/// figures behind it all there, and likely? Reads only.
struct DraftSurvey {
  private let tx: TenantTransaction
  private let tenant: Tenant
  private let period: Period
  private let readiness: ReadinessSurvey
  private let accounts: [Identifier<InsertionOrder>: OrderAccount]
  private let plan: BillPlan

  init(_ tenant: Tenant, _ period: Period, in tx: TenantTransaction) throws {
    self.tx = tx
    self.tenant = tenant
    self.period = period
    readiness = ReadinessSurvey(tenant, in: tx)
    let (accounts, plan) = try BillPlanning(tenant, period, in: tx).today()
    self.accounts = Dictionary(accounts.map { ($0.order.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.plan = plan
  }

  func review(_ draft: InvoiceContent) throws -> BillReview {
    guard let account = accounts[draft.order] else { return BillReview(today: nil) }
    let billed = draft.lines.compactMap { line in account.flights.first { $0.flight.id == line.flight } }
    let entry = plan.entries.first { $0.content.number == draft.number && $0.isBilled }
    return BillReview(
      today: entry?.content, laterInvoice: account.laterInvoice,
      unattributed: account.flights.compactMap(\.conversions?.unattributed).max() ?? 0,
      incomplete: try incomplete(billed.map(\.flight)), withoutData: try blanks(account, billed),
      spikes: billed.compactMap(spike))
  }

  /// A price for each spot needs no count at all, and one for each conversion no ad server's. Where a show has no logs at
  /// all, a fee stands on its airings and conversions on their codes: neither waits for what never comes.
  private func incomplete(_ flights: [Flight]) throws -> [DataSource] {
    let hasLogs = try readiness.sources().contains { $0.kind == .log && ($0.isSaid || $0.completeThrough != nil) }
    return try readiness.incomplete(
      onLog: flights.contains { flight in
        guard flight.insertion == .bakedIn else { return false }
        switch flight.priceModel {
        case .cpm: return true
        case .flat, .cpa: return hasLogs
        case .spot: return false
        }
      },
      onDeliveryOf: flights.filter { $0.insertion == .dynamic && [.cpm, .flat].contains($0.priceModel) },
      onConversions: flights.contains { $0.priceModel == .cpa }, period)
  }

  /// Lines that nothing stands behind, and fees and minima that fall due in the period and are left out for want of any
  /// word on whether the flight ran. A log that was read and has nothing of a flight is a count of zero.
  private func blanks(_ account: OrderAccount, _ billed: [FlightAccount]) throws -> [BillReview.Blank] {
    let lines = try billed.filter { try !stands($0) }.map { BillReview.Blank(flight: $0.flight.slug, isLeftOut: false) }
    guard account.order.campaignStatus != .cancelled else { return lines }
    let known = Set(billed.map(\.flight.id))
    let leftOut = try account.flights.filter { account in
      let flight = account.flight
      let fallsDue =
        flight.priceModel == .flat || flight.terms.minimumMinor != nil || flight.terms.shortfall == .makegood
      guard fallsDue, period.contains(flight.endsOn), account.billed.minor == 0, !known.contains(flight.id) else {
        return false
      }
      return try !stands(account)
    }
    return lines + leftOut.map { BillReview.Blank(flight: $0.flight.slug, isLeftOut: true) }
  }

  /// Whether there is anything that a flight's price can be told from.
  private func stands(_ account: FlightAccount) throws -> Bool {
    let flight = account.flight
    let isByDelivery = [.cpm, .flat].contains(flight.priceModel)
    let hasMinimum = flight.terms.minimumMinor != nil
    if let conversions = account.conversions, conversions.byCode + conversions.byLastTouch > 0 { return true }
    if !isByDelivery, !hasMinimum { return true }
    // An airing on record makes a fee or a minimum due, whatever was delivered.
    let needsUnits = flight.priceModel == .cpm && (!hasMinimum || flight.terms.shortfall == .makegood)
    if !needsUnits, try hasAired(account) { return true }
    guard let delivered = account.delivered else { return false }
    return try delivered.units > 0 || flight.insertion == .dynamic || isMeasured(flight)
  }

  private func hasAired(_ account: FlightAccount) throws -> Bool {
    if let delivered = account.delivered { return !delivered.spots.isEmpty }
    return try SpotStore(tx).all(of: account.flight.id).contains { $0.status == .aired && $0.airsOn <= period.last }
  }

  /// Whether a count of nothing is one: a log of the flight's days was read, or is said to be all there, and where it has
  /// downloads of other shows on them it has the flight's own too. Logs of other shows alone say nothing of this one.
  private func isMeasured(_ flight: Flight) throws -> Bool {
    guard flight.startsOn <= period.last else { return false }
    let days = flight.startsOn...period.last
    let spots = try SpotStore(tx).all(of: flight.id)
    let shows = Set(try SpotStore(tx).episodes(spots.map(\.episode)).values.map(\.podcast))
    let store = DownloadFigureStore(tx)
    func isCounted(_ show: Identifier<Podcast>?) throws -> Bool {
      try store.byDay(DownloadScope(podcast: show, days: days)).values.contains { $0.counted > 0 }
    }
    if try shows.contains(where: isCounted) { return true }
    if try !shows.isEmpty && isCounted(nil) { return false }
    let isSaid = try readiness.sources().contains { $0.kind == .log && $0.isSaid && $0.covers(period.last) }
    let span = try Period(first: days.lowerBound, last: days.upperBound, zone: tenant.zone)
    return try isSaid || IngestedFileStore(tx).reaches(span.instants)
  }

  private func spike(_ account: FlightAccount) -> BillReview.Spike? {
    // What is paid by the spot or the conversion is not billed by delivery.
    guard [.cpm, .flat].contains(account.flight.priceModel), let delivered = account.delivered else { return nil }
    return BillReview.Spike(account.flight, delivered: delivered.units, peak: delivered.peak)
  }
}
