import PodctlCore
import PodctlStore

/// Finds out how far a tenant's figures are complete, and whether a report may go out; reads only, and what is the same for
/// many reports once.
public final class ReadinessSurvey {
  /// Weeks before that say what is usual.
  private static let weeksBefore = 4

  private let tenant: Tenant
  private let tx: TenantTransaction
  private var known: [DataSource]?
  private var countedOf: [ClosedRange<Day>: Int64] = [:]

  public init(_ tenant: Tenant, in tx: TenantTransaction) {
    self.tenant = tenant
    self.tx = tx
  }

  /// All three sources: what was said of one, or else what follows from what was taken in.
  public func sources() throws -> [DataSource] {
    if let known { return known }
    let said = try DataSourceStore(tx).said()
    let found = try DataSource.Kind.allCases.map { kind in
      if let source = said[kind] { return source }
      let through: Day? =
        switch kind {
        case .log:
          DataSource.logCompleteThrough(
            lastRequest: try IngestedFileStore(tx).completeThrough(), in: tenant.zone)
        case .delivery: try DataSourceStore(tx).lastDelivery()
        case .conversions:
          // A day is over when a later one has begun.
          try DataSourceStore(tx).lastConversion().map { tenant.zone.day(of: $0).advanced(by: -1) }
        }
      return DataSource(kind: kind, completeThrough: through, isFinal: false, isSaid: false)
    }
    known = found
    return found
  }

  /// Why a report that is due has to wait; nil where it may go.
  func obstacle(_ due: ReportSending.Due) throws -> String? {
    let obstacles = try readiness(due).obstacles.map(\.description)
    let reasons = (due.campaign.status == .paused ? ["the campaign is paused"] : []) + obstacles
    return reasons.isEmpty ? nil : reasons.joined(separator: "; ")
  }

  func readiness(_ due: ReportSending.Due) throws -> ReportReadiness {
    try readiness(
      of: due.campaign.id, due.occurrence.week, endingOn: due.course.lastDay, isFinal: due.isFinal)
  }

  /// Whether a campaign's report of a week may go out. It stands on the log where a flight is baked in, on others'
  /// delivery where one is dynamic, and on conversions only where it was said how far they are complete: orders go on
  /// coming for weeks, and a report says so. The final one stands on all that was ever delivered. `last` is the day on
  /// which a campaign ended that was completed before its flights were over.
  public func readiness(
    of campaign: Identifier<Campaign>, _ week: Period, endingOn last: Day? = nil, isFinal: Bool = false
  ) throws -> ReportReadiness {
    var flights = try FlightStore(tx).all(of: campaign)
    if let last {
      for index in flights.indices { flights[index].endsOn = min(flights[index].endsOn, last) }
    }
    flights = flights.filter { $0.startsOn <= min(week.last, $0.endsOn) }
    // An aired spot is heard for weeks after its flight has ended; what is inserted ends with it.
    let inserted = flights.filter { $0.insertion == .dynamic && (isFinal || $0.endsOn >= week.start) }
    let needed = try needed(
      onLog: flights.contains { $0.insertion == .bakedIn }, onDeliveryOf: inserted, onConversions: true)
    let before = try (1...Self.weeksBefore).map { number in
      let first = week.start.advanced(by: -number * week.dayCount)
      return try counted(first...first.advanced(by: week.dayCount - 1))
    }
    return ReportReadiness.judge(
      through: week.last, sources: needed, downloads: try counted(week.range), before: before)
  }

  /// Of the sources that figures stand on, those that end before the period does: what a report goes by, an invoice
  /// does too.
  public func incomplete(
    onLog: Bool, onDeliveryOf inserted: [Flight], onConversions: Bool, _ period: Period
  ) throws -> [DataSource] {
    try needed(
      onLog: onLog, onDeliveryOf: inserted.filter { $0.endsOn >= period.start }, onConversions: onConversions
    ).filter { !$0.covers(period.last) }
  }

  private func needed(
    onLog: Bool, onDeliveryOf inserted: [Flight], onConversions: Bool
  ) throws -> [DataSource] {
    try sources().compactMap { source in
      switch source.kind {
      case .log: onLog ? source : nil
      case .delivery: try delivery(inserted, source)
      case .conversions: onConversions && source.isSaid ? source : nil
      }
    }
  }

  /// Counted downloads of all shows.
  private func counted(_ days: ClosedRange<Day>) throws -> Int64 {
    if let known = countedOf[days] { return known }
    let found = try DownloadFigureStore(tx).byDay(DownloadScope(podcast: nil, days: days)).values
      .reduce(0) { $0 + $1.counted }
    countedOf[days] = found
    return found
  }

  /// The delivery of dynamic flights is as complete as that of the flight that is furthest behind. One whose figures
  /// reach its last day is complete for good: it delivers nothing after its end.
  private func delivery(_ flights: [Flight], _ source: DataSource) throws -> DataSource? {
    guard !flights.isEmpty else { return nil }
    guard !source.isSaid else { return source }
    var behind: [Day?] = []
    for flight in flights {
      let last = try DeliveryStore(tx).sources(of: flight.id).first { $0.source == flight.deliverySource }?.lastDay
      if let last, last >= flight.endsOn { continue }
      behind.append(last)
    }
    guard !behind.isEmpty else { return nil }
    var least = source
    least.completeThrough = behind.contains(nil) ? nil : behind.compactMap { $0 }.min()
    return least
  }
}
