import ArgumentParser
import PodctlCore

/// Which days figures are of; by default all that there are.
struct DayRangeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The first day; the default is the first that was counted.", valueName: "day"))
  var from: String?

  @Option(help: ArgumentHelp("The last day, included; the default is the last that was counted.", valueName: "day"))
  var to: String?

  /// The days that were asked for, cut to those of which anything is known; nil where none of them is. Throws
  /// `invalid_date`.
  func days(within known: ClosedRange<Day>?) throws(PodctlError) -> ClosedRange<Day>? {
    let first = try from.map { text throws(PodctlError) in try Day(typed: text, for: "--from") }
    let last = try to.map { text throws(PodctlError) in try Day(typed: text, for: "--to") }
    if let first, let last, last < first {
      throw PodctlError(.invalidDate, "--to \(last) lies before --from \(first)", hint: "give the earlier day first")
    }
    guard let known else { return nil }
    let from = max(first ?? known.lowerBound, known.lowerBound)
    let to = min(last ?? known.upperBound, known.upperBound)
    return from <= to ? from...to : nil
  }
}
