/// The subscription at Stripe that is to pay a tenant's plan, in one mode.
public struct PlanSubscription: Sendable, Hashable {
  public var isLive: Bool
  /// Raised with each other price that is wanted; the effects that bring it about bear it in their names.
  public var revision: Int64
  /// The price of Stripe's that the tenant is to pay; nil where it is to have no subscription.
  public var price: String?
  /// What stands at Stripe, as it was last read; nil before anything was made or found there.
  public var remoteID: String?
  public var status: String?
  public var endsAt: Instant?
  public var readAt: Instant?

  public init(isLive: Bool, revision: Int64 = 1, price: String?) {
    self.isLive = isLive
    self.revision = revision
    self.price = price
  }

  /// Takes what stands at Stripe now.
  public mutating func take(_ standing: StandingSubscription?, at now: Instant) {
    remoteID = standing?.id ?? remoteID
    status = standing?.status
    endsAt = standing?.endsAt
    readAt = now
  }

  /// Reads a price's id as it was typed; throws `usage` for something else.
  public static func price(typed text: String) throws(PodctlError) -> String {
    let rest = text.utf8.dropFirst(6)
    guard text.hasPrefix("price_"), !rest.isEmpty, text.utf8.count <= 255,
      rest.allSatisfy({ ($0 | 0x20) >= 97 && ($0 | 0x20) <= 122 || (48...57).contains($0) || $0 == 95 })
    else {
      throw PodctlError(
        .usage, "\"\(text)\" is no price of Stripe's", hint: "its id begins with price_; Stripe's pages show it")
    }
    return text
  }
}

/// What a plan costs, as a price of Stripe's in one mode.
public struct PlanPrice: Sendable, Hashable {
  public var tier: TenantPlan.Tier
  public var isLive: Bool
  public var price: String

  public init(_ tier: TenantPlan.Tier, isLive: Bool, price: String) {
    self.tier = tier
    self.isLive = isLive
    self.price = price
  }
}
