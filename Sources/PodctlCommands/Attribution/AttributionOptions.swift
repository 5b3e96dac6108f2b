import ArgumentParser
import PodctlCore

/// What the leaves take that work on a sponsor's credit.
struct AttributionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The sponsor.", valueName: "slug"))
  var sponsor: String

  @Option(
    help: ArgumentHelp(
      "Attribution window: days before a conversion in which a download is credited.", valueName: "days"))
  var windowDays = AttributionWindow.standard.days

  var window: AttributionWindow {
    get throws { try AttributionWindow(days: windowDays) }
  }
}

/// A choice of conversions by their day in the tenant's zone.
struct ConversionDays: ParsableArguments {
  @Option(help: ArgumentHelp("Include conversions from this day on.", valueName: "day"))
  var from: String?

  @Option(help: ArgumentHelp("Include conversions through this day.", valueName: "day"))
  var to: String?

  /// Nil for all days; an end that is not named is today, or the first day that podctl knows.
  func range(in zone: Zone, now: Instant) throws(PodctlError) -> ClosedRange<Day>? {
    guard from != nil || to != nil else { return nil }
    let first = if let from { try Day(typed: from, for: "--from") } else { Day(number: 0) }
    let last = if let to { try Day(typed: to, for: "--to") } else { max(first, zone.day(of: now)) }
    guard first <= last else {
      throw PodctlError(
        .invalidDate, "--to \(last) lies before --from \(first)", hint: "name the earlier day with --from")
    }
    return first...last
  }
}
