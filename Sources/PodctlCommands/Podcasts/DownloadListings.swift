import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// How downloads are listed: by time, episode, show, what the agent says, and age.
enum DownloadListings {
  static func meta(_ days: ClosedRange<Day>?, _ tenant: Tenant, _ claim: CountingClaim) -> [FieldValue.Entry] {
    [
      .init("rules", .text(claim.standing)), .init("profile", .text(tenant.counting.name)),
      .init("zone", .text(tenant.zone.identifier)), .init("from", .day(days?.lowerBound)),
      .init("to", .day(days?.upperBound)),
    ]
  }

  // MARK: By time

  struct Period: Sendable {
    var span: CalendarSpan
    var figure: DownloadFigure
  }

  /// Every unit of the days, those without downloads too.
  static func periods(
    _ byDay: [Day: DownloadFigure], _ unit: CalendarUnit, _ days: ClosedRange<Day>
  ) -> [Period] {
    unit.spans(in: days).map { span in
      var figure = DownloadFigure()
      for day in span.days { figure.add(byDay[day]) }
      return Period(span: span, figure: figure)
    }
  }

  static let byPeriod = Listing<Period>(
    schema: "podctl.podcast.downloads.period/1",
    [
      Column("period", "Period") { .text($0.span.name) },
      Column("from", "From", inTable: false) { .day($0.span.days.lowerBound) },
      Column("to", "To", inTable: false) { .day($0.span.days.upperBound) },
      Column("is_whole", "Whole", inTable: false) { .boolean($0.span.isWhole) },
      Column("downloads", "Downloads", .trailing) { .integer($0.figure.counted) },
      Column("imported", "Imported", .trailing) { .integer($0.figure.imported) },
    ])

  // MARK: By episode and show

  struct EpisodeRow: Sendable {
    var episode: Episode
    var show: Slug?
    var figure: DownloadFigure
  }

  /// Most downloads first; episodes without any come last, newest first.
  static func episodes(
    _ figures: [Identifier<Episode>: DownloadFigure], _ episodes: [Episode], _ podcasts: [Podcast]
  ) -> [EpisodeRow] {
    let slugs = Dictionary(uniqueKeysWithValues: podcasts.map { ($0.id, $0.slug) })
    let rows = episodes.enumerated().map { index, episode in
      (
        index,
        EpisodeRow(
          episode: episode, show: slugs[episode.podcast], figure: figures[episode.id] ?? DownloadFigure())
      )
    }
    return rows.sorted { DownloadFigure.ranks($0.1.figure, $1.1.figure) ?? ($0.0 < $1.0) }.map(\.1)
  }

  static let byEpisode = Listing<EpisodeRow>(
    schema: "podctl.podcast.downloads.episode/1",
    [
      Column("show", "Show") { .text($0.show?.text) },
      Column("episode", "GUID") { .text($0.episode.guid) },
      Column("title", "Title") { .text($0.episode.title) },
      Column("published_at", "Published") { .instant($0.episode.publishedAt) },
      Column("downloads", "Downloads", .trailing) { .integer($0.figure.counted) },
      Column("imported", "Imported", .trailing) { .integer($0.figure.imported) },
      Column("id", "Id", inTable: false) { .text($0.episode.id.description) },
    ])

  struct ShowRow: Sendable {
    var podcast: Podcast
    var episodes: Int
    var figure: DownloadFigure
  }

  /// Shows by downloads; `episodes` are those that had any.
  static func shows(
    _ figures: [Identifier<Episode>: DownloadFigure], _ episodes: [Episode], _ podcasts: [Podcast]
  ) -> [ShowRow] {
    let wanted = Set(episodes.map(\.podcast))
    var rows = podcasts.filter { wanted.contains($0.id) }.map {
      ShowRow(podcast: $0, episodes: 0, figure: DownloadFigure())
    }
    let places = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.podcast.id, $0) })
    for episode in episodes {
      guard let figure = figures[episode.id], let place = places[episode.podcast] else { continue }
      rows[place].episodes += 1
      rows[place].figure.add(figure)
    }
    return rows.sorted { DownloadFigure.ranks($0.figure, $1.figure) ?? ($0.podcast.slug.text < $1.podcast.slug.text) }
  }

  static let byShow = Listing<ShowRow>(
    schema: "podctl.podcast.downloads.show/1",
    [
      Column("show", "Show") { .text($0.podcast.slug.text) },
      Column("title", "Title") { .text($0.podcast.title) },
      Column("episodes", "Episodes", .trailing) { .integer($0.episodes) },
      Column("downloads", "Downloads", .trailing) { .integer($0.figure.counted) },
      Column("imported", "Imported", .trailing) { .integer($0.figure.imported) },
    ])

  // MARK: By app, device, country

  struct Share: Sendable {
    var value: String?
    var figure: DownloadFigure
    /// Tenths of a percent of the counted downloads; nil where there are none.
    var perMille: Int64?
  }

  static func shares(_ figures: [String?: DownloadFigure]) -> [Share] {
    let total = figures.values.reduce(0) { $0 + $1.counted }
    return figures.map { value, figure in
      Share(value: value, figure: figure, perMille: total == 0 ? nil : (figure.counted * 1000 + total / 2) / total)
    }.sorted {
      DownloadFigure.ranks($0.figure, $1.figure) ?? (($0.value ?? "\u{10FFFF}") < ($1.value ?? "\u{10FFFF}"))
    }
  }

  static func byDimension(_ dimension: DownloadDimension) -> Listing<Share> {
    Listing(
      schema: "podctl.podcast.downloads.\(dimension.rawValue)/1",
      [
        Column(dimension.rawValue, dimension.title) { .text($0.value) },
        Column("downloads", "Downloads", .trailing) { .integer($0.figure.counted) },
        Column("share_percent", "Share %", .trailing) { share in
          share.perMille.map { .decimal(units: $0, digits: 1) } ?? .null
        },
        Column("imported", "Imported", .trailing) { .integer($0.figure.imported) },
      ])
  }

  // MARK: By age

  static let ages = Listing<AgeSurvey.Row>(
    schema: "podctl.podcast.downloads.age/1",
    [
      Column("episode", "GUID") { .text($0.episode.guid) },
      Column("title", "Title") { .text($0.episode.title) },
      Column("published_at", "Published") { .instant($0.episode.publishedAt) },
      Column("provenance", "From") { .text($0.provenance.rawValue) },
    ]
      + EpisodeAge.spans.enumerated().map { index, days in
        Column("days_\(days)", "\(days) d", .trailing) { .integer($0.downloads[index]) }
      } + [Column("by_whole_days", "Whole days", inTable: false) { .boolean($0.isByWholeDays) }])
}

extension DownloadFigure {
  /// Whether the one stands before the other, nil where they are equal; counted and imported are never put together.
  fileprivate static func ranks(_ left: DownloadFigure, _ right: DownloadFigure) -> Bool? {
    if left.counted != right.counted { return left.counted > right.counted }
    return left.imported == right.imported ? nil : left.imported > right.imported
  }

  fileprivate mutating func add(_ other: DownloadFigure?) {
    counted += other?.counted ?? 0
    imported += other?.imported ?? 0
  }
}

extension DownloadDimension {
  var title: String {
    switch self {
    case .app: "App"
    case .device: "Device"
    case .country: "Country"
    }
  }
}
