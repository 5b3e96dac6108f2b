/// By which rules the figures came about.
public struct ReportMethod: Sendable, Hashable {
  /// Rules and lists as the counted files name them, in order; several where they changed between files.
  public var rules: [String]
  /// What is said of them.
  public var claim: CountingClaim
  public var lists: [String]
  public var attributionDays: Int
  /// The model by which conversions and revenue are told where only one can be.
  public var model: AttributionModel
  /// Each flight's measuring window in days, in order.
  public var windowDays: [Int]

  public init(
    rules: [String], claim: CountingClaim, lists: [String], attributionDays: Int, model: AttributionModel,
    windowDays: [Int]
  ) {
    self.rules = rules
    self.claim = claim
    self.lists = lists
    self.attributionDays = attributionDays
    self.model = model
    self.windowDays = windowDays
  }
}
