/// How far a count of ours lies from somebody else's.
public struct CountGap: Sendable, Hashable {
  public var ours: Int64
  public var theirs: Int64

  public init(ours: Int64, theirs: Int64) {
    self.ours = ours
    self.theirs = theirs
  }

  /// Ours against theirs in tenths of a percent, half away from zero; nil where theirs is nothing.
  public var permille: Int64? {
    guard theirs > 0 else { return nil }
    let twice = Int128(ours - theirs) * 2000
    let rounded = (twice >= 0 ? twice + Int128(theirs) : twice - Int128(theirs)) / (2 * Int128(theirs))
    return Int64(clamping: rounded)
  }

  /// Whether ours lies within some tenths of a percent of theirs, exactly and not by the rounded figure.
  public func isInside(permille tolerance: Int64) -> Bool {
    Int128(abs(ours - theirs)) * 1000 <= Int128(tolerance) * Int128(theirs)
  }

  /// How far apart they are, whichever is larger.
  public var distance: Int64 { abs(ours - theirs) }
}
