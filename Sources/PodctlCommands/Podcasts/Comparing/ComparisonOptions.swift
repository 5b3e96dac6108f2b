import ArgumentParser
import PodctlCore

/// What a count is put beside.
struct ComparisonOptions: ParsableArguments {
  @Flag(help: "Count by several windows and profiles, side by side.")
  var compare = false

  @Option(
    help: ArgumentHelp(
      "With --compare, these in place of the usual ones: profile/window,…", valueName: "rules", visibility: .hidden))
  var compareRules: String?

  @Option(help: ArgumentHelp("A host's own numbers as CSV: episode,downloads[,day].", valueName: "file"))
  var against: String?

  @Option(
    help: ArgumentHelp("With --against, the percent by which counts may differ; 5 unless given.", valueName: "percent"))
  var tolerance: String?

  func validate() throws {
    if compare, against != nil { throw ValidationError("give either --compare or --against") }
    if compareRules != nil, !compare { throw ValidationError("--compare-rules goes with --compare") }
    if tolerance != nil, against == nil { throw ValidationError("--tolerance goes with --against") }
    if tolerance != nil, permille == nil {
      throw ValidationError("--tolerance is a percentage from 0 to 100, such as 2.5")
    }
    if let compareRules, Self.rules(compareRules) == nil {
      throw ValidationError(
        "--compare-rules takes PROFILE/WINDOW, separated by commas: profiles are iab-2.3, prefix and odl, windows"
          + " calendar, first-touch and last-touch; odl has calendar alone")
    }
  }

  /// The tolerance in tenths of a percent.
  var permille: Int64? {
    guard let tolerance else { return 50 }
    let parts = tolerance.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy("0123456789".contains) }),
      parts.count == 1 || parts[1].count == 1, let whole = Int64(parts[0]), whole <= 100
    else { return nil }
    return whole * 10 + (parts.count == 2 ? Int64(parts[1]) ?? 0 : 0)
  }

  /// The rules named; nil where none are.
  var rules: [CountingRules]? { compareRules.flatMap(Self.rules) }

  private static func rules(_ text: String) -> [CountingRules]? {
    var rules: [CountingRules] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard (1...2).contains(parts.count), let profile = CountingProfile(rawValue: parts[0]),
        let window = parts.count == 1 ? .calendar : MeasurementWindow(rawValue: parts[1]),
        profile != .odl || window == .calendar
      else { return nil }
      let named = CountingRules(profile, window)
      if !rules.contains(named) { rules.append(named) }
    }
    return rules
  }
}
