/// A number of distinct listeners and how sure it is. It is counted over its days as a whole and never added up.
public struct AudienceFigure: Sendable, Hashable {
  public enum Precision: String, Sendable, CaseIterable {
    /// Every key was compared with every other.
    case exact
    /// More keys than are compared; the error is that of a `ListenerSketch`.
    case estimate
    /// The days lie on both sides of a new secret, and who came on both counts twice.
    case upperBound = "upper-bound"
    /// Kept from before the listeners' keys were purged.
    case kept
    /// The keys are gone, and no such number was kept.
    case unknown
  }

  /// Nil where it is unknown.
  public var listeners: Int64?
  public var precision: Precision

  public init(_ listeners: Int64?, _ precision: Precision) {
    self.listeners = listeners
    self.precision = precision
  }

  /// Up to so many keys a number is exact.
  public static let exactLimit: Int64 = 10_000_000

  /// Hundredths of a percent that an estimate may be off either way, with 95 % certainty; nil for a number that is none.
  public var errorBasisPoints: Int64? {
    precision == .estimate ? Int64((ListenerSketch.standardError * 2 * 10_000).rounded(.up)) : nil
  }
}
