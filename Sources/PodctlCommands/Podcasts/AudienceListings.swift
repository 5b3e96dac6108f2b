import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// How listeners are listed; a number comes with how sure it is.
enum AudienceListings {
  /// The number over all rows, for JSON.
  static func meta(_ whole: AudienceFigure) -> [FieldValue.Entry] {
    [
      .init("listeners", .integer(whole.listeners)), .init("precision", .text(whole.precision.rawValue)),
      .init("error_percent", error(whole)),
    ]
  }

  static let byPeriod = Listing<AudienceSurvey.PeriodRow>(
    schema: "podctl.podcast.audience.period/1",
    [
      Column("period", "Period") { .text($0.span.name) },
      Column("from", "From", inTable: false) { .day($0.span.days.lowerBound) },
      Column("to", "To", inTable: false) { .day($0.span.days.upperBound) },
      Column("is_whole", "Whole", inTable: false) { .boolean($0.span.isWhole) },
      Column("listeners", "Listeners", .trailing) { .integer($0.counted.listeners) },
      Column("precision", "Precision") { .text($0.counted.precision.rawValue) },
      Column("error_percent", "± %", .trailing) { error($0.counted) },
      Column("imported", "Imported", .trailing) { .integer($0.imported) },
    ])

  static func by(_ dimension: DownloadDimension) -> Listing<AudienceSurvey.ValueRow> {
    Listing(
      schema: "podctl.podcast.audience.\(dimension.rawValue)/1",
      [
        Column(dimension.rawValue, dimension.title) { .text($0.value) },
        Column("listeners", "Listeners", .trailing) { .integer($0.counted.listeners) },
        Column("precision", "Precision") { .text($0.counted.precision.rawValue) },
        Column("error_percent", "± %", .trailing) { error($0.counted) },
        Column("imported", "Imported", .trailing) { .integer($0.imported) },
      ])
  }

  private static func error(_ figure: AudienceFigure) -> FieldValue {
    figure.errorBasisPoints.map { .decimal(units: $0, digits: 2) } ?? .null
  }
}
