/// A sponsor's promo codes and the flights that they were read out for.
public struct PromoCodes: Sendable {
  /// A flight with a code, as far as codes go.
  public struct Entry: Sendable, Hashable {
    public var code: String
    public var flight: Identifier<Flight>
    public var startsOn: Day
    public var endsOn: Day
    /// False for flights of campaigns that are drafts or were cancelled: they give way to a flight that ran.
    public var ran: Bool

    public init(code: String, flight: Identifier<Flight>, startsOn: Day, endsOn: Day, ran: Bool) {
      self.code = code
      self.flight = flight
      self.startsOn = startsOn
      self.endsOn = endsOn
      self.ran = ran
    }
  }

  private let entries: [String: [Entry]]

  public init(_ entries: [Entry]) {
    self.entries = Dictionary(grouping: entries) { PromoCodes.canonical($0.code) }.mapValues { list in
      list.sorted {
        if $0.ran != $1.ran { return $0.ran }
        if $0.startsOn != $1.startsOn { return $0.startsOn > $1.startsOn }
        return $0.flight < $1.flight
      }
    }
  }

  /// Codes are compared without regard to case or surrounding blanks, as shops do.
  public static func canonical(_ code: String) -> String {
    String(code.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()).uppercased()
  }

  public func isKnown(_ code: String) -> Bool { entries[PromoCodes.canonical(code)] != nil }

  /// The flight that an order of a day owes its code to: the one then running, else the latest begun before, since
  /// listeners use codes long after a flight has ended. A code used before its first flight credits nothing.
  public func flight(for code: String, on day: Day) -> Identifier<Flight>? {
    let candidates = (entries[PromoCodes.canonical(code)] ?? []).filter { $0.startsOn <= day }
    return (candidates.first { day <= $0.endsOn } ?? candidates.first)?.flight
  }
}
