import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Puts a description of methodology together.
public enum MethodologySurvey {
  /// Half a year, since a description is due twice a year.
  public static let standardDays = 183
  static let restatementLimit = 50

  /// Of the days given, or of the last half-year with counts. `lists` are those that the tenant is counted with now.
  public static func make(
    _ tx: TenantTransaction, tenant: Tenant, days asked: ClosedRange<Day>?, lists: CountingLists, now: Instant
  ) throws -> Methodology {
    let known = try DownloadFigureStore(tx).days(of: nil)
    let days = asked ?? known.map { max($0.lowerBound, $0.upperBound.advanced(by: 1 - standardDays))...$0.upperBound }
    let store = MethodologyStore(tx)
    var methodology = Methodology(tenant: tenant, madeAt: now, days: days)
    // Of stored lists it is known when they were imported. The safe list stands by itself.
    let safe = Set(CountingLists.file(of: lists.safe).map(\.name))
    methodology.lists =
      lists.set != nil
      ? try store.lists()
      : lists.lists.sources.filter { !safe.contains($0.name) }.map {
        Methodology.List(name: $0.name, sha256: $0.sha256, entries: Int64($0.entries), firstDay: $0.firstDay)
      }
    methodology.safeNetworks = try store.safeNetworks()
    methodology.secrets = SecretSpan.ordered(try SecretStore(tx).spans(), of: tenant)
    (methodology.purgedDays, methodology.purgedThrough) = try store.purged()
    methodology.readThrough = try IngestedFileStore(tx).completeThrough()
    guard let days else { return methodology }
    let instants = tenant.zone.start(of: days.lowerBound)..<tenant.zone.start(of: days.upperBound.advanced(by: 1))
    methodology.sources = try store.sources(instants)
    let filtered = try store.filtered(instants)
    let settled = try store.settled(days)
    for reason in LineReason.allCases {
      methodology.reasons[reason] = (filtered[reason.rawValue] ?? 0) + (settled[reason.rawValue] ?? 0)
    }
    let figures = try DownloadFigureStore(tx).byDay(DownloadScope(podcast: nil, days: days))
    methodology.imported = figures.values.reduce(0) { $0 + $1.imported }
    methodology.restatements = try store.restatements(days, limit: restatementLimit)
    methodology.anomalies = try AnomalySurvey.find(tx, of: nil, tenant: tenant, days: days)
    return methodology
  }
}
