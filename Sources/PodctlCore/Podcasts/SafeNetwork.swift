/// A shared address of a tenant that is people in spite of the lists and of their number (PTMG 2.3 asks that it be
/// looked at again every 90 days).
public struct SafeNetwork: Sendable, Hashable {
  public static let daysValid = 90

  public var network: String
  public var note: String?
  public var addedAt: Instant
  public var validatedAt: Instant

  public init(network: String, note: String?, addedAt: Instant, validatedAt: Instant) {
    self.network = network
    self.note = note
    self.addedAt = addedAt
    self.validatedAt = validatedAt
  }

  /// The instant from which it should have been looked at again.
  public var dueAt: Instant { Instant(seconds: validatedAt.seconds + Int64(SafeNetwork.daysValid) * 86_400) }

  /// Whether it should have been looked at again; it applies all the same.
  public func isStale(at now: Instant) -> Bool { now >= dueAt }
}
