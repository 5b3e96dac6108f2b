import ArgumentParser
import PodctlCore

/// What a count is put beside.
struct ComparisonOptions: ParsableArguments {
  @Flag(help: "Count by other windows and profiles too, side by side with the one asked for.")
  var compare = false

  // Profiles are for auditors, and so is the choice among them: neither stands on the first page of help.
  @Option(
    help: ArgumentHelp(
      "Profiles to compare, as PROFILE or PROFILE/WINDOW, comma-separated; the first is the reference.",
      valueName: "rules", visibility: .hidden),
    completion: .list(ComparisonOptions.words))
  var compareRules: String?

  @Option(help: ArgumentHelp("A host's own numbers as CSV: episode,downloads[,day].", valueName: "file"))
  var against: String?

  @Option(
    help: ArgumentHelp("With --against: accepted difference in percent; the default is 5.", valueName: "percent"))
  var tolerance: String?

  func validate() throws {
    if isComparing, against != nil { throw ValidationError("give either --compare or --against") }
    if tolerance != nil, against == nil { throw ValidationError("--tolerance goes with --against") }
    if tolerance != nil, permille == nil {
      throw ValidationError("--tolerance is a percentage from 0 to 100, such as 2.5")
    }
    if let compareRules { _ = try Self.rules(compareRules) }
  }

  /// To name what is compared is to ask for the comparison.
  var isComparing: Bool { compare || compareRules != nil }

  /// The tolerance in tenths of a percent.
  var permille: Int64? {
    guard let tolerance else { return 50 }
    let parts = tolerance.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy("0123456789".contains) }),
      parts.count == 1 || parts[1].count == 1, let whole = Int64(parts[0]), whole <= 100
    else { return nil }
    return whole * 10 + (parts.count == 2 ? Int64(parts[1]) ?? 0 : 0)
  }

  /// The rules named, in their order; nil where none are.
  func rules() throws -> [CountingRules]? { try compareRules.map(Self.rules) }

  /// All that can be named. oDL counts days alone.
  private static let words = CountingProfile.allCases.flatMap { profile in
    [profile.rawValue]
      + (profile == .odl ? [] : MeasurementWindow.allCases.map { CountingRules(profile, $0).name })
  }

  private static func rules(_ text: String) throws -> [CountingRules] {
    var rules: [CountingRules] = []
    for word in text.split(separator: ",", omittingEmptySubsequences: false).map({ String($0) }) {
      let parts = word.split(separator: "/").map(String.init)
      guard words.contains(word), let profile = CountingProfile(rawValue: parts[0]) else {
        let nearest = Suggestion.nearest(to: word, among: words).map { "did you mean \($0)? " } ?? ""
        throw ValidationError(
          "\"\(word)\" of --compare-rules is neither a profile nor a profile with its window; \(nearest)"
            + "there are \(words.joined(separator: ", "))")
      }
      let named = CountingRules(
        profile, parts.count > 1 ? MeasurementWindow(rawValue: parts[1]) ?? .calendar : .calendar)
      if !rules.contains(named) { rules.append(named) }
    }
    guard rules.count > 1 else {
      throw ValidationError("--compare-rules takes two or more, to be held against each other")
    }
    return rules
  }
}
