import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Shows counted downloads.
struct PodcastDownloads: PodctlCommand {
  static let example = "podctl podcast downloads tide-tables --tenant harbour-network --by week"
  static let configuration = CommandConfiguration(
    commandName: "downloads", abstract: "Show counted downloads by time, episode, show, app, country or age.",
    discussion: """
      Days are those of the tenant's counting zone. Downloads that others counted stand in a column or row of their \
      own and are never added. --by age shows each episode's downloads from its publication until 1, 3, 7, 30, 60 and \
      90 times 24 hours later; an episode that is younger than a span, or whose logs do not reach its end, has none.
      """)

  /// What a row is of.
  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case day, week, month, episode, show, app, device, country, age
  }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Show; the default is all of the tenant's.", valueName: "show"))
  var slug: String?
  @Option(help: "What each row stands for.")
  var by: Grouping = .day
  @OptionGroup var range: DayRangeOptions

  func validate() throws {
    if by == .age, range.from != nil || range.to != nil {
      throw ValidationError("--by age is of an episode's first days; leave out --from and --to")
    }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    try context.database().read(for: tenant.id) { tx in
      let podcast = try slug.map { try PodcastStore(tx).find($0) }
      let store = DownloadFigureStore(tx)
      let days = try range.days(within: try store.days(of: podcast?.id))
      let meta = try DownloadListings.meta(days, tenant, CountingClaim(of: tenant, in: tx))
      let empty = "no downloads; count logs with: podctl podcast ingest --tenant \(tenant.slug) LOG"
      guard let days, by != .age else {
        let rows = try AgeSurvey.rows(tx, of: podcast?.id, tenant: tenant, now: context.now)
        return try context.console.emit(
          DownloadListings.ages, by == .age ? rows : [], output, meta: meta, empty: empty)
      }
      let scope = DownloadScope(podcast: podcast?.id, days: days)
      switch by {
      case .day, .week, .month:
        let rows = DownloadListings.periods(try store.byDay(scope), unit(), days)
        try context.console.emit(DownloadListings.byPeriod, rows, output, meta: meta, empty: empty)
      case .episode:
        let rows = DownloadListings.episodes(
          try store.byEpisode(scope), try EpisodeStore(tx).list(of: podcast?.id), try PodcastStore(tx).all())
        try context.console.emit(DownloadListings.byEpisode, rows, output, meta: meta, empty: empty)
      case .show:
        let rows = DownloadListings.shows(
          try store.byEpisode(scope), try EpisodeStore(tx).list(of: podcast?.id), try PodcastStore(tx).all())
        try context.console.emit(DownloadListings.byShow, rows, output, meta: meta, empty: empty)
      case .app, .device, .country, .age:
        let dimension = DownloadDimension(rawValue: by.rawValue) ?? .app
        let rows = DownloadListings.shares(try store.by(dimension, scope))
        try context.console.emit(
          DownloadListings.byDimension(dimension), rows, output, meta: meta, empty: empty)
      }
    }
  }

  private func unit() -> CalendarUnit { CalendarUnit(rawValue: by.rawValue) ?? .day }
}
