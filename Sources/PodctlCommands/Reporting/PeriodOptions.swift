import ArgumentParser
import PodctlCore
import PodctlOperations

/// Which days a report is of: a week, or two days and all between; by default the last week that is over.
struct PeriodOptions: ParsableArguments {
  @Option(help: ArgumentHelp("ISO week; the default is the last complete one.", valueName: "yyyy-Www"))
  var week: String?

  @Option(help: ArgumentHelp("First day, instead of a week.", valueName: "date"))
  var from: String?

  @Option(help: ArgumentHelp("The last day, included.", valueName: "date"))
  var to: String?

  /// The period in a tenant's zone; throws `usage` for words that do not name one.
  func period(in zone: Zone, now: Instant) throws(PodctlError) -> Period {
    switch (week, from, to) {
    case (let week?, nil, nil): return try Period(week: week, zone: zone)
    case (nil, let from?, let to?):
      return try Period(first: Day(typed: from, for: "--from"), last: Day(typed: to, for: "--to"), zone: zone)
    case (nil, nil, nil):
      return try PeriodOptions.lastWeek(in: zone, now: now)
    default:
      throw PodctlError(
        .usage, "the period is not clear", hint: "give --week 2026-W43, or both --from and --to, or none of them")
    }
  }

  /// The last ISO week that is over.
  static func lastWeek(in zone: Zone, now: Instant) throws(PodctlError) -> Period {
    let monday = DeliveryLedger.lastWholeDay(at: now, in: zone).advanced(by: 1).monday
    return try Period(first: monday.advanced(by: -7), last: monday.advanced(by: -1), zone: zone)
  }
}
