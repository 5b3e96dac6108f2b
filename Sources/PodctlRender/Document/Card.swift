/// One headline figure with what explains it.
public struct Card: Sendable, Hashable {
  /// The change on the period before; its sign is an arrow and a word, never a colour alone.
  public struct Change: Sendable, Hashable {
    public enum Direction: String, Sendable, Hashable { case up, down, level }

    public var direction: Direction
    public var text: String
    public var tone: Document.Tone

    public init(_ direction: Direction, _ text: String, tone: Document.Tone) {
      self.direction = direction
      self.text = text
      self.tone = tone
    }

    public var arrow: String {
      switch direction {
      case .up: "▲"
      case .down: "▼"
      case .level: "="
      }
    }
  }

  public var label: String
  public var value: String
  /// Carries the dagger: the figure will still grow.
  public var isImmature: Bool
  public var details: [String]
  public var change: Change?
  /// Why there is no change to show.
  public var noChange: String?
  /// Thousandths of a goal, with the thousandths that should be reached by now; drawn as a bar.
  public var meter: Meter?

  public struct Meter: Sendable, Hashable {
    public var reached: Int64
    public var expected: Int64?

    public init(reached: Int64, expected: Int64?) {
      self.reached = reached
      self.expected = expected
    }
  }

  public init(
    label: String, value: String, isImmature: Bool = false, details: [String] = [], change: Change? = nil,
    noChange: String? = nil, meter: Meter? = nil
  ) {
    self.label = label
    self.value = value
    self.isImmature = isImmature
    self.details = details
    self.change = change
    self.noChange = noChange
    self.meter = meter
  }

  /// The value with its dagger.
  public var marked: String { isImmature ? value + "†" : value }
}
