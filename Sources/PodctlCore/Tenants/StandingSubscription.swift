/// A subscription of ours as it stands at Stripe.
public struct StandingSubscription: Sendable, Hashable {
  public var id: String
  /// In Stripe's words.
  public var status: String
  /// The one item that it bills; nil where it has none or several, which podctl never makes.
  public var item: String?
  public var price: String?
  /// Whether somebody has said that it ends, now or with the period that is paid.
  public var isEnding: Bool
  public var endsAt: Instant?
  /// Whether Stripe takes the money by itself, rather than sends an invoice.
  public var isCharged: Bool

  public init(
    id: String, status: String, item: String?, price: String?, isEnding: Bool, endsAt: Instant?, isCharged: Bool
  ) {
    self.id = id
    self.status = status
    self.item = item
    self.price = price
    self.isEnding = isEnding
    self.endsAt = endsAt
    self.isCharged = isCharged
  }

  /// Whether it may still bill something: one that has ended never comes back.
  public var isAlive: Bool { status != "canceled" && status != "incomplete_expired" }
}

/// What brings a tenant's subscription to what is wanted.
public enum SubscriptionStep: Sendable, Hashable {
  case subscribe
  /// To another price, or to go on where it was to end.
  case change(StandingSubscription, item: String)
  /// With the end of the period that is paid.
  case end(StandingSubscription)
  /// It is as it should be.
  case rest
  /// Only a person can say what is to become of it.
  case refuse(String)

  /// `standing` are the tenant's subscriptions of ours that are alive.
  public init(wanting price: String?, standing: [StandingSubscription]) {
    guard standing.count <= 1 else {
      self = .refuse("the tenant has several subscriptions: \(standing.map(\.id).sorted().joined(separator: ", "))")
      return
    }
    switch (price, standing.first) {
    case (nil, nil): self = .rest
    case (nil, let found?): self = found.isEnding ? .rest : .end(found)
    case (_?, nil): self = .subscribe
    case (let price?, let found?):
      guard let item = found.item else {
        self = .refuse("\(found.id) bills other things than a plan")
        return
      }
      self = found.price == price && !found.isEnding ? .rest : .change(found, item: item)
    }
  }

  /// How its effect is called within the revision; nil where there is none.
  public var verb: String? {
    switch self {
    case .subscribe: "subscribe"
    case .change: "change"
    case .end: "end"
    case .rest, .refuse: nil
    }
  }
}

/// One thing in which the subscription at Stripe is not what is wanted here.
public struct SubscriptionDifference: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// Wanted, and none of ours is alive at Stripe; alive, and none is wanted; more than one alive.
    case missingThere = "missing_there"
    case unwanted
    case duplicate
    case price
    /// Somebody has said at Stripe that it ends.
    case ending
    /// It stands otherwise than when it was last read, such as past due.
    case status
  }

  public var kind: Kind
  public var remoteID: String?
  public var here: String?
  public var there: String?

  public init(_ kind: Kind, remoteID: String?, here: String?, there: String?) {
    self.kind = kind
    self.remoteID = remoteID
    self.here = here
    self.there = there
  }

  /// `all` are the tenant's subscriptions of ours, ended ones among them.
  public static func all(_ wanted: PlanSubscription, _ all: [StandingSubscription]) -> [SubscriptionDifference] {
    let alive = all.filter(\.isAlive).sorted { $0.id < $1.id }
    if alive.count > 1 {
      return alive.map {
        SubscriptionDifference(.duplicate, remoteID: $0.id, here: wanted.remoteID, there: $0.price)
      }
    }
    guard let found = alive.first else {
      guard let price = wanted.price else { return [] }
      let last = all.first { $0.id == wanted.remoteID }
      return [.init(.missingThere, remoteID: wanted.remoteID, here: price, there: last?.status)]
    }
    guard let price = wanted.price else {
      return found.isEnding ? [] : [.init(.unwanted, remoteID: found.id, here: nil, there: found.price)]
    }
    var differences: [SubscriptionDifference] = []
    if found.price != price { differences.append(.init(.price, remoteID: found.id, here: price, there: found.price)) }
    if found.isEnding {
      differences.append(.init(.ending, remoteID: found.id, here: nil, there: found.endsAt?.description ?? "yes"))
    }
    if found.status != wanted.status {
      differences.append(.init(.status, remoteID: found.id, here: wanted.status, there: found.status))
    }
    return differences
  }
}
