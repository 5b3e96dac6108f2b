import PodctlCore

/// The verdict in a word and a sentence; also the subject of an email.
enum VerdictText {
  /// `unknown` flights are in none of the figures that the verdict speaks of.
  static func of(
    _ verdict: ReportVerdict, _ group: DeliveryGroup, through day: Day, without unknown: Int = 0
  ) -> Document.Verdict {
    let (tone, word) = head(verdict)
    var sentence = sentence(verdict, group, through: day)
    if unknown > 0, !group.isUnknown {
      sentence +=
        unknown == 1
        ? " What one more flight delivered is not known, and it is not in this."
        : " What \(unknown) more flights delivered is not known, and they are not in this."
    }
    return Document.Verdict(tone: tone, word: word, sentence: sentence)
  }

  /// How a verdict is meant, and its word.
  static func head(_ verdict: ReportVerdict) -> (Document.Tone, String) {
    switch verdict {
    case .unknown: (.caution, "Not known yet")
    case .notBegun: (.neutral, "Not begun")
    case .withoutGoal: (.neutral, "Running without a goal")
    case .under: (.bad, "Under-delivering")
    case .behind: (.caution, "Slightly behind")
    case .onPace: (.good, "On pace")
    case .ahead: (.good, "Slightly ahead")
    case .over: (.caution, "Well ahead")
    case .reached: (.good, "Goal reached")
    case .short: (.bad, "Ended short of the goal")
    }
  }

  private static func sentence(_ verdict: ReportVerdict, _ group: DeliveryGroup, through day: Day) -> String {
    let noun = group.provenance == .counted ? "downloads" : "impressions"
    let standing =
      "\(FigureText.units(group.towardGoal)) of \(FigureText.units(group.goal)) \(noun) "
      + "(\(FigureText.percent(group.reachedPerMille)))"
    switch verdict {
    case .unknown: return "No delivery figures have come in for this campaign."
    case .notBegun(let first): return "The first flight begins on \(DateText.long(first))."
    case .withoutGoal:
      return "\(FigureText.units(group.delivered)) \(noun) to date; nothing was promised to measure them against."
    case .reached: return "\(standing) when the last flight ended on \(DateText.long(group.endsOn))."
    case .short(let missing):
      return "\(standing) when the last flight ended on \(DateText.long(group.endsOn)); "
        + "\(FigureText.units(missing)) are missing."
    case .under, .behind, .onPace, .ahead, .over:
      return "\(standing) by \(DateText.long(day)), when \(FigureText.percent(group.expectedPerMille)) was due. "
        + "At this rate the campaign ends at \(FigureText.percent(group.projectedPerMille)) of its goal."
    }
  }
}
