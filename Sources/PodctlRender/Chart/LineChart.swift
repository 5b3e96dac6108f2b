import PodctlCore

/// A cumulative line against a dashed target, with a dotted projection. Positions count days from the chart's first
/// day: 0 is its beginning, 1 its end.
public struct LineChart: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public var position: Int
    public var value: Int64

    public init(_ position: Int, _ value: Int64) {
      self.position = position
      self.value = value
    }
  }

  public struct Series: Sendable, Hashable {
    public var label: String
    public var points: [Point]

    public init(_ label: String, _ points: [Point]) {
      self.label = label
      self.points = points
    }
  }

  public var title: String
  /// What the picture shows, in words, for those who do not see it.
  public var description: String
  public var firstDay: Day
  public var lastDay: Day
  public var actual: Series
  public var target: Series?
  public var projection: Series?
  /// The report's own days, shaded.
  public var highlight: ClosedRange<Day>?
  public var highlightLabel: String

  public init(
    title: String, description: String, firstDay: Day, lastDay: Day, actual: Series, target: Series?,
    projection: Series?, highlight: ClosedRange<Day>?, highlightLabel: String
  ) {
    self.title = title
    self.description = description
    self.firstDay = firstDay
    self.lastDay = lastDay
    self.actual = actual
    self.target = target
    self.projection = projection
    self.highlight = highlight
    self.highlightLabel = highlightLabel
  }

  public var dayCount: Int { firstDay.distance(to: lastDay) + 1 }

  var series: [Series] { [actual] + [projection, target].compactMap { $0 } }
}
