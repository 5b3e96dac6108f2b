/// A figure of a period beside the same figure of the full period before it. The unit is the field's.
public struct ReportFigure: Sendable, Hashable {
  /// Nil for unknown ("—"), never for zero.
  public var value: Int64?
  /// Nil where there is no full period to compare with.
  public var before: Int64?

  public init(_ value: Int64?, before: Int64? = nil) {
    self.value = value
    self.before = before
  }

  public static let unknown = ReportFigure(nil)

  /// The change in thousandths of the figure before, rounded half away from zero; nil where either is unknown or the
  /// figure before is zero, of which nothing is a share.
  public var changePerMille: Int64? {
    guard let value, let before, before > 0 else { return nil }
    return Money.divideRounding((Int128(value) - Int128(before)) * 1000, by: Int128(before))
  }
}
