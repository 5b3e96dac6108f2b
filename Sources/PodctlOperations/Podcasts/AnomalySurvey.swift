import PodctlCore
import PodctlStore

/// Looks through a tenant's counts for what a person should see.
public enum AnomalySurvey {
  /// At most so many addresses are named.
  static let spikeLimit = 50

  /// Everything strange on the days, the latest first.
  public static func find(
    _ tx: TenantTransaction, of podcast: Podcast?, tenant: Tenant, days: ClosedRange<Day>
  ) throws -> [Anomaly] {
    let store = AnomalyStore(tx)
    let scope = DownloadScope(podcast: podcast?.id, days: days)
    // The usual limit is what a farm goes beyond, a spike what a household does. A limit of the tenant's own says what is
    // strange here.
    let limit = tenant.counting.volumeLimit
    let least =
      limit == CountingRules.usualVolumeLimit
      ? AddressSpike.usualLeast : limit.map(Int64.init) ?? AddressSpike.usualLeast
    var found = try store.spikes(scope, least: least, limit: spikeLimit).compactMap { $0.anomaly(least: least) }
    found += try waves(store, of: podcast, tenant, PodcastStore(tx).all(), days)
    if podcast == nil {
      let instants = tenant.zone.start(of: days.lowerBound)..<tenant.zone.start(of: days.upperBound.advanced(by: 1))
      let lines = try store.watchLines(instants)
      found += [AgentShares.watch(lines.watch, of: lines.all, on: days.upperBound)].compactMap { $0 }
    }
    found += AgentShares.preloading(try store.reaches(scope), on: days.upperBound)
    found += AgentShares.sudden(weeks(try store.apps(scope), within: days))
    for show in try podcast.map({ [$0] }) ?? PodcastStore(tx).all() {
      let daily = try DownloadFigureStore(tx).byDay(DownloadScope(podcast: show.id, days: days))
      found += UnusualDays.find(daily.mapValues(\.counted), of: show.slug, in: days)
    }
    return found.sorted(by: isBefore)
  }

  private static func isBefore(_ left: Anomaly, _ right: Anomaly) -> Bool {
    if left.day != right.day { return left.day > right.day }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.number != right.number { return left.number > right.number }
    return (left.show?.text ?? "", left.subject ?? "") < (right.show?.text ?? "", right.subject ?? "")
  }

  private static func waves(
    _ store: AnomalyStore, of podcast: Podcast?, _ tenant: Tenant, _ podcasts: [Podcast], _ days: ClosedRange<Day>
  ) throws -> [Anomaly] {
    let slugs = Dictionary(uniqueKeysWithValues: podcasts.map { ($0.id, $0.slug) })
    return try store.changedPaths(of: podcast?.id).compactMap { changed in
      let day = tenant.zone.day(of: changed.firstSeenAt)
      guard days.contains(day), let show = slugs[changed.podcast] else { return nil }
      let after = day...day.advanced(by: RedownloadWave.reach - 1)
      let (downloads, again) = try store.again(changed.episode, on: after)
      return RedownloadWave(
        show: show, episode: changed.guid, path: changed.path, day: day, downloads: downloads, again: again
      ).anomaly
    }
  }

  /// Whole weeks alone: a part of one has another mixture.
  private static func weeks(
    _ rows: [(day: Day, app: String, downloads: Int64)], within days: ClosedRange<Day>
  ) -> [(monday: Day, downloads: [String: Int64])] {
    var byWeek: [Day: [String: Int64]] = [:]
    for row in rows { byWeek[row.day.monday, default: [:]][row.app, default: 0] += row.downloads }
    return CalendarUnit.week.spans(in: days).filter(\.isWhole).map { ($0.start, byWeek[$0.start] ?? [:]) }
  }
}
