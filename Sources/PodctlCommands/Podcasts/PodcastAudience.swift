import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Shows how many listeners there were.
struct PodcastAudience: PodctlCommand {
  static let example = "podctl podcast audience tide-tables --tenant harbour-network --by week"
  static let configuration = CommandConfiguration(
    commandName: "audience", abstract: "Show distinct listeners by day, week, month, app, device or country.",
    discussion: """
      A listener is an address and an agent (PTMG 2.3) and counts once in each row, so that rows never add up: the last \
      line says how many there were over all days. Up to ten million keys the number is exact, beyond that an estimate \
      with its error. Days whose keys were purged have the numbers that were kept.
      """)

  /// What a row is of.
  enum Grouping: String, ExpressibleByArgument, CaseIterable { case day, week, month, app, device, country }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Show; the default is all of the tenant's.", valueName: "show"))
  var slug: String?
  @Option(help: "What each row stands for.")
  var by: Grouping = .day
  @OptionGroup var range: DayRangeOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    try context.database().read(for: tenant.id) { tx in
      let podcast = try slug.map { try PodcastStore(tx).find($0) }
      let days = try range.days(within: try DownloadFigureStore(tx).days(of: podcast?.id))
      let empty = "no listeners; count logs with: podctl podcast ingest --tenant \(tenant.slug) LOG"
      let meta = try DownloadListings.meta(days, tenant, CountingClaim(of: tenant, in: tx))
      let dimension = DownloadDimension(rawValue: by.rawValue)
      guard let days else {
        if let dimension {
          return try context.console.emit(AudienceListings.by(dimension), [], output, meta: meta, empty: empty)
        }
        return try context.console.emit(AudienceListings.byPeriod, [], output, meta: meta, empty: empty)
      }
      let survey = try AudienceSurvey(tx, of: podcast?.id, tenant: tenant, days: days)
      let whole = try survey.whole()
      let facts = meta + AudienceListings.meta(whole)
      if let dimension {
        let rows = try survey.rows(by: dimension)
        try context.console.emit(AudienceListings.by(dimension), rows, output, meta: facts, empty: empty)
      } else {
        let rows = try survey.rows(by: CalendarUnit(rawValue: by.rawValue) ?? .day)
        try context.console.emit(AudienceListings.byPeriod, rows, output, meta: facts, empty: empty)
      }
      tell(whole, days, survey, context, isByValue: dimension != nil)
    }
  }

  private func tell(
    _ whole: AudienceFigure, _ days: ClosedRange<Day>, _ survey: AudienceSurvey, _ context: CommandContext,
    isByValue: Bool
  ) {
    for day in survey.changesOfSecret {
      context.console.note("a new secret began on \(day): who listened before and after it counts twice")
    }
    if isByValue, survey.hasPurgedDays {
      context.console.warn("some of these days are purged; their listeners are in no row (podcast audience --by month)")
    }
    guard let listeners = whole.listeners else { return }
    let error = whole.errorBasisPoints.map { ", ± \(FixedPoint.plain($0, digits: 2)) % (95 %)" } ?? ""
    context.console.note(
      "\(FixedPoint.grouped(listeners)) listeners from \(days.lowerBound) to \(days.upperBound), each once"
        + " (\(whole.precision.rawValue)\(error)); rows are not to be added")
  }
}
