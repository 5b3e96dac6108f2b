import PodctlCore
import PodctlOperations
import PodctlRender

/// Our counts beside a host's.
enum HostComparisonListing {
  static var listing: Listing<HostComparison.Row> {
    Listing(
      schema: "podctl.podcast.against/1",
      [
        Column("episode", "Episode") { .text($0.episode) },
        Column("downloads", "podctl", .trailing) { .integer($0.ours) },
        Column("host", "Host", .trailing) { .integer($0.theirs) },
        Column("difference_percent", "Difference %", .trailing) { percent($0.gap?.permille) },
        Column("verdict", "Verdict") { .text($0.verdict.rawValue) },
        Column("explanation", "Comes closest") { .text($0.explanation?.name) },
        Column("explained_downloads", "Count", .trailing) { .integer($0.explanation?.gap.ours) },
        Column("explained_percent", "Then %", .trailing) { percent($0.explanation?.gap.permille) },
      ])
  }

  private static func percent(_ permille: Int64?) -> FieldValue {
    permille.map { .decimal(units: $0, digits: 1) } ?? .null
  }

  /// `+1.5`, `-0.8`.
  static func signed(_ permille: Int64) -> String {
    (permille > 0 ? "+" : "") + FixedPoint.plain(permille, digits: 1)
  }
}
