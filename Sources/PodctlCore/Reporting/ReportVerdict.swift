/// How a delivery stands, by rule. The bounds of under and over are those of `campaign check`.
public enum ReportVerdict: Sendable, Hashable {
  /// Nobody knows what the flights that have begun delivered.
  case unknown
  /// No flight has begun.
  case notBegun(startsOn: Day)
  /// Nothing was promised, so there is nothing to be measured against.
  case withoutGoal
  /// Under 0.8 of what should be delivered by now.
  case under
  /// From 0.8 to under 0.95.
  case behind
  /// From 0.95 to 1.05.
  case onPace
  /// Over 1.05, up to 1.2.
  case ahead
  /// Over 1.2.
  case over
  /// The last flight is over and the goal was reached.
  case reached
  /// The last flight is over and this much was missing.
  case short(by: Int64)

  public static func of(_ group: DeliveryGroup, through day: Day) -> ReportVerdict {
    if group.isUnknown { return .unknown }
    if day < group.startsOn { return .notBegun(startsOn: group.startsOn) }
    guard let goal = group.goal else { return group.delivered == nil ? .unknown : .withoutGoal }
    guard let delivered = group.towardGoal, let expected = group.expected, expected > 0 else { return .unknown }
    if day >= group.endsOn { return delivered >= goal ? .reached : .short(by: goal - delivered) }
    let share = Int128(delivered) * 100
    let due = Int128(expected)
    if share < due * 80 { return .under }
    if share < due * 95 { return .behind }
    if share > due * 120 { return .over }
    return share > due * 105 ? .ahead : .onPace
  }
}
