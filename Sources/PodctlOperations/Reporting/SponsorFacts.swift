import PodctlCore
import PodctlStore

/// What reports of one tenant have in common, read once each: the same sponsor, period or day comes up in many of them.
/// It lives within one transaction, so that all of it is of one moment.
final class SponsorFacts {
  /// A sponsor, its flights, and the newest run of attribution for it.
  struct Standing {
    var sponsor: Sponsor
    var flights: [CreditedFlight]
    var run: AttributionRun?
  }

  /// What the logs taken in say of themselves.
  struct Logs {
    /// The last request; nil before the first.
    var lastAt: Instant?
    var rules: [String]
    var lists: [String]
  }

  private struct CreditKey: Hashable {
    var sponsor: Identifier<Sponsor>
    var days: ClosedRange<Day>
    var currency: Currency
  }
  private struct DayKey: Hashable {
    var sponsor: Identifier<Sponsor>
    var day: Day
  }

  private let window: AttributionWindow
  private let tx: TenantTransaction
  private var standings: [Identifier<Sponsor>: Standing] = [:]
  private var credits: [CreditKey: SponsorCredit] = [:]
  private var payables: [DayKey: [Identifier<Flight>: Int64]] = [:]
  private var sinceRun: [DayKey: Int64] = [:]
  private var purged: [ClosedRange<Day>: Bool] = [:]
  private var logs: Logs?
  private var everyDownloadIsCounted: Bool?

  init(window: AttributionWindow, in tx: TenantTransaction) {
    self.window = window
    self.tx = tx
  }

  func standing(of campaign: Campaign) throws -> Standing {
    if let known = standings[campaign.sponsor] { return known }
    guard let sponsor = try SponsorStore(tx).find(campaign.sponsor) else {
      throw PodctlError(.internalFault, "campaign \"\(campaign.slug)\" has no sponsor", hint: "please report it")
    }
    let store = AttributionStore(tx)
    let standing = Standing(
      sponsor: sponsor, flights: try store.flights(sponsor: sponsor.id),
      run: try store.run(sponsor: sponsor.id, window: window))
    standings[sponsor.id] = standing
    return standing
  }

  func credit(_ standing: Standing, over days: ClosedRange<Day>, in currency: Currency) throws -> SponsorCredit {
    let key = CreditKey(sponsor: standing.sponsor.id, days: days, currency: currency)
    if let known = credits[key] { return known }
    let totals = try AttributionStore(tx).totals(sponsor: standing.sponsor.id, window: window, days: days)
    let credit = SponsorCredit(flights: standing.flights, totals: totals, currency: currency)
    credits[key] = credit
    return credit
  }

  /// Conversions up to a day that CPA is paid for, by flight.
  func payable(_ sponsor: Identifier<Sponsor>, through day: Day) throws -> [Identifier<Flight>: Int64] {
    let key = DayKey(sponsor: sponsor, day: day)
    if let known = payables[key] { return known }
    let found = try AttributionStore(tx).tallies(sponsor: sponsor, window: window, through: day)
      .mapValues { $0.byCode + $0.byLastTouch }
    payables[key] = found
    return found
  }

  /// Conversions up to a day that came in after the newest run.
  func conversionsSinceRun(_ standing: Standing, through day: Day) throws -> Int64 {
    guard let run = standing.run else { return 0 }
    let key = DayKey(sponsor: standing.sponsor.id, day: day)
    if let known = sinceRun[key] { return known }
    let found = try AttributionStore(tx).conversions(
      of: standing.sponsor.id, through: day, importedAfter: run.runAt)
    sinceRun[key] = found
    return found
  }

  /// Whether the listeners' keys of any of some days were purged, so that they cannot be counted again.
  func isPurged(_ days: ClosedRange<Day>) throws -> Bool {
    if let known = purged[days] { return known }
    let found = try !ListenerCountStore(tx).purgedDays(within: days).isEmpty
    purged[days] = found
    return found
  }

  /// Whether no download was taken over from another counter.
  func allAreCounted() throws -> Bool {
    if let everyDownloadIsCounted { return everyDownloadIsCounted }
    let found = try ReachStore(tx).allAreCounted()
    everyDownloadIsCounted = found
    return found
  }

  func logsTaken() throws -> Logs {
    if let logs { return logs }
    let kinds = try IngestedFileStore(tx).kinds()
    let found = Logs(
      lastAt: kinds.compactMap(\.lastAt).max(), rules: Set(kinds.map(\.rules)).sorted(),
      lists: Set(kinds.map(\.listVersion)).sorted())
    logs = found
    return found
  }
}
