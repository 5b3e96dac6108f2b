import PodctlCore
import PodctlMeasurement
import PodctlRender

/// Counts by several rules, side by side.
enum RulesComparisonListing {
  static func downloads(_ comparison: RulesComparison) -> Listing<RulesComparison.Row> {
    Listing(
      schema: "podctl.podcast.compare/1",
      [Column("episode", "Episode") { .text($0.episode ?? "total") }]
        + comparison.counts.enumerated().map { index, count in
          Column(field(count.rules), count.rules.shortName, .trailing) { .integer($0.downloads[index]) }
        })
  }

  static func reasons(_ comparison: RulesComparison) -> Listing<RulesComparison.ReasonRow> {
    Listing(
      schema: "podctl.podcast.compare-reasons/1",
      [Column("reason", "Reason") { .text($0.reason.rawValue) }]
        + comparison.counts.enumerated().map { index, count in
          Column(field(count.rules), count.rules.shortName, .trailing) { .integer($0.lines[index]) }
        })
  }

  /// `iab-2.3/first-touch` as a field's name: `iab_2_3_first_touch`.
  private static func field(_ rules: CountingRules) -> String {
    String(rules.shortName.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// What makes each count differ from the first, in words.
  static func tell(_ comparison: RulesComparison, in console: Console) {
    let base = comparison.counts[0]
    for (index, count) in comparison.counts.enumerated().dropFirst() {
      let gap = CountGap(ours: count.total, theirs: base.total)
      let percent = gap.permille.map { " (\(HostComparisonListing.signed($0)) %)" } ?? ""
      let reasons = comparison.differences(of: index).map { reason, lines in
        "\(reason.rawValue) \(lines > 0 ? "+" : "")\(FixedPoint.grouped(lines))"
      }
      console.note(
        "\(count.rules.shortName) has \(count.total > base.total ? "+" : "")\(FixedPoint.grouped(count.total - base.total))\(percent) against \(base.rules.shortName)"
          + (reasons.isEmpty ? "" : "; lines: \(reasons.joined(separator: ", "))"))
    }
  }
}
