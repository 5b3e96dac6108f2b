/// The rules by which one conversion's credit is shared among the touches of its household.
public enum AttributionModel: String, Sendable, CaseIterable {
  /// All to the earliest touch.
  case firstTouch = "first-touch"
  /// All to the latest touch.
  case lastTouch = "last-touch"
  /// The same to each touch.
  case linear
  /// Half as much for each seven days of a touch's age.
  case timeDecay = "time-decay"
  /// 40 % to the first, 40 % to the last, 20 % shared by those between; one touch has all, two have half each.
  case positionBased = "position-based"

  /// The name with underscores, as fields of JSON and CSV are written.
  public var field: String { String(rawValue.map { $0 == "-" ? "_" : $0 }) }

  /// The name for people.
  public var title: String {
    switch self {
    case .firstTouch: "First touch"
    case .lastTouch: "Last touch"
    case .linear: "Linear"
    case .timeDecay: "Time decay"
    case .positionBased: "Position"
    }
  }
}

/// What ties a conversion to a flight. The two are shown side by side and never added up.
public enum CreditBasis: String, Sendable, CaseIterable {
  /// A download by the same household within the window.
  case household
  /// The flight's promo code on the order.
  case code
}
