import PodctlCore
import PodctlStore

/// Downloads by age of episode, for every episode of a show or of a tenant.
public enum AgeSurvey {
  public struct Row: Sendable, Hashable {
    public var episode: Episode
    public var provenance: Provenance
    /// One for each of `EpisodeAge.spans`; nil where the episode is younger, or older than the
    /// first log, or its date is not known.
    public var downloads: [Int64?]
    /// True where the hours of a purged day are gone and whole days stand in for 24 hours.
    public var isByWholeDays: Bool
  }

  /// Newest episode first; imported rows only where there are imported downloads.
  public static func rows(
    _ tx: TenantTransaction, of podcast: Identifier<Podcast>?, tenant: Tenant, now: Instant
  ) throws -> [Row] {
    let figures = DownloadFigureStore(tx)
    let episodes = try EpisodeStore(tx).list(of: podcast)
    guard let days = try figures.days(of: podcast) else { return [] }
    let known = try figures.readInstants(now: now)
    let purged = try ListenerCountStore(tx).purgedDays(within: days)
    var daily: [Identifier<Episode>: [Provenance: [Day: Int64]]] = [:]
    try figures.streamDaily(of: podcast) { episode, day, provenance, downloads in
      daily[episode, default: [:]][provenance, default: [:]][day] = downloads
    }
    var edges: [(episode: Identifier<Episode>, edge: EpisodeAge.Edge)] = []
    for episode in episodes where daily[episode.id] != nil {
      guard let published = episode.publishedAt else { continue }
      for edge in EpisodeAge.edges(published: published, in: tenant.zone)
      where known.contains(edge.at) && !purged.contains(edge.day) { edges.append((episode.id, edge)) }
    }
    let before = try figures.before(edges)
    var rows: [Row] = []
    for episode in episodes {
      let own = daily[episode.id] ?? [:]
      for provenance in [Provenance.counted, .imported] where provenance == .counted || own[provenance] != nil {
        rows.append(
          row(
            episode, provenance, own[provenance] ?? [:], before[episode.id] ?? [:], purged, known: known,
            in: tenant.zone))
      }
    }
    return rows
  }

  private static func row(
    _ episode: Episode, _ provenance: Provenance, _ daily: [Day: Int64],
    _ before: [EpisodeAge.Edge: DownloadFigure], _ purged: Set<Day>, known: ClosedRange<Instant>, in zone: Zone
  ) -> Row {
    guard let published = episode.publishedAt else {
      return Row(
        episode: episode, provenance: provenance, downloads: EpisodeAge.spans.map { _ in nil }, isByWholeDays: false)
    }
    let isByWholeDays = EpisodeAge.edges(published: published, in: zone)
      .contains { known.contains($0.at) && purged.contains($0.day) }
    let counts = EpisodeAge.counts(published: published, in: zone, known: known, daily: daily) { edge in
      // A day whose hours are gone counts as after its edge, so that n spans of 24 hours are n whole days.
      guard !isByWholeDays, let figure = before[edge] else { return 0 }
      return provenance == .counted ? figure.counted : figure.imported
    }
    return Row(episode: episode, provenance: provenance, downloads: counts, isByWholeDays: isByWholeDays)
  }
}
