/// What came of an event of Stripe's.
public enum StripeEventOutcome: String, Sendable, CaseIterable {
  /// The invoice was read back, and something of it was new.
  case applied
  /// It was read back and stands here as it stands there.
  case unchanged
  /// It was taken before.
  case known
  /// It is about nobody's invoice of this tenant.
  case foreign
  /// It is about an invoice of this tenant that is not here, or is another one here.
  case missing

  /// For people.
  public var why: String {
    switch self {
    case .applied: "something of the invoice was new"
    case .unchanged: "the books had it already"
    case .known: "it was taken before"
    case .foreign: "it is about no invoice of this tenant"
    case .missing: "its invoice is not here, or is another one here"
    }
  }
}

/// An event that was taken, kept so that it is taken once.
public struct StripeEventRecord: Sendable, Hashable {
  public var id: String
  public var isLive: Bool
  public var type: String
  public var object: String
  public var outcome: StripeEventOutcome
  public var createdAt: Instant
  public var appliedAt: Instant

  public init(
    id: String, isLive: Bool, type: String, object: String, outcome: StripeEventOutcome, createdAt: Instant,
    appliedAt: Instant
  ) {
    self.id = id
    self.isLive = isLive
    self.type = type
    self.object = object
    self.outcome = outcome
    self.createdAt = createdAt
    self.appliedAt = appliedAt
  }
}
