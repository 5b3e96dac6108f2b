/// The newest run of one sponsor with one window.
public struct AttributionRun: Sendable, Hashable {
  public var window: AttributionWindow
  public var runAt: Instant
  /// The conversions' days that it was limited to; nil for all.
  public var days: ClosedRange<Day>?
  public var summary: AttributionSummary

  public init(window: AttributionWindow, runAt: Instant, days: ClosedRange<Day>?, summary: AttributionSummary) {
    self.window = window
    self.runAt = runAt
    self.days = days
    self.summary = summary
  }
}
