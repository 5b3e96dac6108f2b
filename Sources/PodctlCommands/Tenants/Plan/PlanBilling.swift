import PodctlCore
import PodctlOperations
import PodctlStore

/// Whether a change of a plan is podctl's to bring about at Stripe, and at what price.
struct PlanBilling {
  /// The plan that the tenant will have; nil where it has none.
  private var tier: TenantPlan.Tier?
  private var prices: [PlanPrice]
  private var known: [PlanSubscription]
  private var isDemo: Bool
  /// A subscription that is kept by hand.
  private var byHand: String?

  /// Throws `usage` where one that is kept by hand would stand beside one of podctl's.
  static func survey(_ change: PlanKeeping.Change, of tenant: Tenant, in database: Database) throws -> PlanBilling {
    let prices = try database.read { try PlanPriceStore($0).all() }
    let (plan, known) = try database.read(for: tenant.id) { tx in
      (try PlanStore(tx).find(), try PlanSubscriptionStore(tx).all())
    }
    let bill = PlanBilling(
      tier: change.tier ?? plan?.tier, prices: prices, known: known, isDemo: tenant.isDemo,
      byHand: change.stripeSubscription ?? plan?.stripeSubscription)
    if let id = bill.byHand, let ours = known.first(where: { $0.price != nil }) {
      throw PodctlError(
        .usage, "podctl keeps subscription \(ours.remoteID ?? "of its own") for tenant \(tenant.slug), beside \(id)",
        hint: "set a plan without a price first, which ends it", context: [.init("tenant", tenant.slug.text)])
    }
    return bill
  }

  private var isPriced: Bool { prices.contains { $0.tier == tier } }
  private var isWanted: Bool { known.contains { $0.price != nil } }

  /// Whether there is something to make, change or end at Stripe.
  var isOwn: Bool { !isDemo && byHand == nil && (isPriced || isWanted) }

  /// Why nothing is done at Stripe though the plan has a price.
  var reason: String? {
    guard isPriced else { return nil }
    if isDemo { return "a demo tenant is never subscribed" }
    return byHand.map { "subscription \($0) is kept by hand: nothing is changed at Stripe" }
  }

  /// What --no-subscription leaves as it is.
  var leftAlone: String? {
    known.first { $0.price != nil }.map {
      "subscription \($0.remoteID ?? "to \($0.price ?? "")") is left as it stands at Stripe"
    }
  }

  /// What the tenant is to pay in a mode; nil for nothing. Throws `usage` for a plan that has a price in the other alone.
  func price(isLive: Bool) throws(PodctlError) -> String? {
    if let other = known.first(where: { $0.isLive != isLive && $0.price != nil }) {
      throw PodctlError(
        .usage, "the tenant's subscription stands in \(other.isLive ? "live" : "test") mode",
        hint: "give the key of that mode; in this one podctl keeps none beside it")
    }
    let own = prices.filter { $0.tier == tier }
    guard let price = own.first(where: { $0.isLive == isLive }) else {
      guard own.isEmpty else {
        throw PodctlError(
          .usage, "plan \(tier?.rawValue ?? "") has no price in \(isLive ? "live" : "test") mode",
          hint: "give the key of the other mode, or set a price",
          commands: ["podctl tenant plan list", "podctl tenant plan price \(tier?.rawValue ?? "") price_…"])
      }
      return nil
    }
    return price.price
  }

  /// Says what a subscription that does not stand as wanted has come to.
  static func require(_ result: PlanSubscribing.Result, of tenant: Tenant) throws(PodctlError) {
    let code: ErrorCode
    switch result.ending {
    case .none, .standing: return
    case .delayed: code = .effectsDelayed
    case .unknown: code = .effectsUnknown
    case .failed: code = .effectsFailed
    }
    throw PodctlError(
      code, "the plan counts, and its subscription is \(result.ending.rawValue): \(result.reason ?? "")",
      hint: result.ending == .failed ? "see why, then resolve it and set the plan again" : "run it again",
      commands: ["podctl outbox list --tenant \(tenant.slug)"])
  }
}
