import PodctlCore
import PodctlGateways
import PodctlStore

/// Brings a tenant's subscription at Stripe to what its plan wants, through the outbox. Run again, after whatever stopped
/// it, it goes on.
public final class PlanSubscribing {
  /// How it stands after the run.
  public struct Result: Sendable {
    public enum Ending: String, Sendable, CaseIterable {
      /// None is wanted and none stands; it is as wanted.
      case none, standing
      /// Nothing is in doubt, the next run goes on; a request may or may not have had its effect.
      case delayed, unknown
      /// Refused for good; a person must look at it.
      case failed
    }

    public var ending: Ending
    public var reason: String?
    /// What this run did: subscribe, change, end.
    public var done: [String]
    public var subscription: PlanSubscription?
  }

  /// Names of this chain's effects begin so, and its customer is marked so.
  static let chain = "plan"
  /// What is wanted is brought about by one effect, and by a second where somebody changed it meanwhile.
  private static let mostSteps = 3

  private let tenant: Tenant
  private let gateway: StripeGateway
  private let driver: OutboxDriver
  private let ids: any IdentifierSource
  private let time: OutboxTime
  private var done: [String] = []
  private var isLive: Bool { gateway.isLive }

  public init(
    _ tenant: Tenant, gateway: StripeGateway, driver: OutboxDriver, ids: any IdentifierSource, time: OutboxTime
  ) {
    self.tenant = tenant
    self.gateway = gateway
    self.driver = driver
    self.ids = ids
    self.time = time
  }

  /// Writes down which price a tenant is to pay; nil for none. Another one raises the revision.
  public static func want(
    _ price: String?, isLive: Bool, in tx: TenantTransaction, now: Instant
  ) throws {
    let store = PlanSubscriptionStore(tx)
    guard var standing = try store.find(isLive: isLive) else {
      if price != nil { try store.save(PlanSubscription(isLive: isLive, price: price), now: now) }
      return
    }
    guard standing.price != price else { return }
    standing.price = price
    standing.revision += 1
    try store.save(standing, now: now)
  }

  /// The customer that the tenant is at Stripe as a buyer of plans; nil before it was made.
  public static func customer(isLive: Bool, in tx: TenantTransaction) throws -> String? {
    try OutboxStore(tx).find("\(chain)/customer", isLive: isLive)?.remoteID
  }

  /// Throws `service_unreachable` where Stripe cannot be read, and `gateway_refused`.
  public func settle(tier: TenantPlan.Tier) throws -> Result {
    done = []
    guard var wanted = try load() else { return result(.none, nil) }
    if let open = try finish(wanted) { return open }
    guard let customer = try settleCustomer(wanted) else { return result(.none, nil) }
    guard customer.state == .done, let payer = customer.remoteID else { return open(customer) }
    for _ in 0..<PlanSubscribing.mostSteps {
      let standing = try read(wanted, payer)
      let step = SubscriptionStep(wanting: wanted.price, standing: standing)
      if case .refuse(let reason) = step { return result(.failed, reason) }
      guard let verb = step.verb else {
        try record(standing.first)
        return result(wanted.price == nil && standing.isEmpty ? .none : .standing, nil)
      }
      let name = "\(PlanSubscribing.chain)/\(wanted.revision)/\(verb)"
      let known = try driver.write { tx in try OutboxStore(tx).find(name, isLive: isLive) }
      if known?.state == .done {
        // It was brought about, and somebody at Stripe has undone it: that is wanted anew, under a name of its own.
        wanted = try raise()
        continue
      }
      let effect = try known ?? driver.plan(effect(step, name, wanted, tier, payer))
      let settled = try driver.settle(effect) { effect, tx in try self.enter(effect, in: tx) }
      guard settled.state == .done else { return open(settled) }
      done.append(verb)
    }
    return result(.failed, "what is wanted does not stay so at Stripe")
  }

  private func load() throws -> PlanSubscription? {
    try driver.write { tx in try PlanSubscriptionStore(tx).find(isLive: isLive) }
  }

  /// Brings what was begun before to its end; what never left and is wanted no more is given up.
  private func finish(_ wanted: PlanSubscription) throws -> Result? {
    let current = "\(PlanSubscribing.chain)/\(wanted.revision)/"
    let begun = try driver.write { tx in
      try OutboxStore(tx).chain(PlanSubscribing.chain, isLive: isLive).filter { effect in
        guard !effect.isSettled else { return false }
        guard effect.attempts == 0, effect.kind != .customer, !effect.name.hasPrefix(current) else { return true }
        var effect = effect
        if effect.resolve(.failed, at: time.now()) { try OutboxStore(tx).save(effect) }
        return false
      }
    }
    for effect in begun {
      let settled = try driver.settle(effect) { effect, tx in try self.enter(effect, in: tx) }
      guard settled.isSettled else { return open(settled) }
    }
    return nil
  }

  /// Nil where nobody was ever a customer and nothing is wanted.
  private func settleCustomer(_ wanted: PlanSubscription) throws -> Effect? {
    let name = "\(PlanSubscribing.chain)/customer"
    let known = try driver.write { tx in try OutboxStore(tx).find(name, isLive: isLive) }
    guard known != nil || wanted.price != nil else { return nil }
    let body = StripeBody.customer(
      tenant: tenant.slug, payer: PlanSubscribing.chain, name: tenant.name, email: tenant.contactEmail ?? "")
    let planned = try known ?? driver.plan(planned(name, .customer, EffectRequest.post(StripePath.customers, body)))
    return planned.isSettled ? planned : try driver.settle(planned)
  }

  /// Those that are alive: by list, and the one that is known by its name, which a list might not have yet.
  private func read(_ wanted: PlanSubscription, _ customer: String) throws -> [StandingSubscription] {
    var alive = try gateway.subscriptions(of: customer, tenant: tenant.slug).filter(\.isAlive)
    if let id = try load()?.remoteID, !alive.contains(where: { $0.id == id }),
      let known = try gateway.subscription(id), known.isAlive
    {
      alive.append(known)
    }
    return alive
  }

  private func effect(
    _ step: SubscriptionStep, _ name: String, _ wanted: PlanSubscription, _ tier: TenantPlan.Tier, _ customer: String
  ) throws -> Effect {
    let price = wanted.price ?? ""
    switch step {
    case .change(let standing, let item):
      let body = StripeBody.subscriptionChange(item: item, price: price, tier: tier, isCharged: standing.isCharged)
      return planned(name, .subscriptionChange, EffectRequest.post(StripePath.subscription(standing.id), body))
    case .end(let standing):
      return planned(
        name, .subscriptionEnd,
        EffectRequest.post(StripePath.subscription(standing.id), StripeBody.subscriptionEnd))
    case .subscribe, .rest, .refuse:
      let body = StripeBody.subscription(
        PlanSubscribed(
          tenant: tenant.slug, customer: customer, tier: tier, price: price, mark: name,
          isCharged: try gateway.canCharge(customer)))
      return planned(name, .subscribe, EffectRequest.post(StripePath.subscriptions, body))
    }
  }

  private func planned(_ name: String, _ kind: EffectKind, _ request: Effect.Request) -> Effect {
    Effect(
      id: ids.next(Effect.self), name: name, chain: PlanSubscribing.chain, kind: kind, isLive: isLive,
      request: request, keyStem: EffectRequest.keyStem(tenant: tenant.slug, isLive: isLive, name: name),
      plannedAt: time.now(), progress: Effect.Progress(looksFirst: true))
  }

  /// Which subscription it is stands here with the very word that it was made.
  private func enter(_ effect: Effect, in tx: TenantTransaction) throws {
    let store = PlanSubscriptionStore(tx)
    guard effect.kind == .subscribe, var wanted = try store.find(isLive: isLive) else { return }
    wanted.remoteID = effect.remoteID
    try store.save(wanted, now: time.now())
  }

  private func record(_ standing: StandingSubscription?) throws {
    try driver.write { tx in
      let store = PlanSubscriptionStore(tx)
      guard var wanted = try store.find(isLive: isLive) else { return }
      wanted.take(standing, at: time.now())
      try store.save(wanted, now: time.now())
    }
  }

  private func raise() throws -> PlanSubscription {
    try driver.write { tx in
      let store = PlanSubscriptionStore(tx)
      guard var wanted = try store.find(isLive: isLive) else {
        throw PodctlError(.internalFault, "what plan is wanted has gone from the database")
      }
      wanted.revision += 1
      try store.save(wanted, now: time.now())
      return wanted
    }
  }

  private func open(_ effect: Effect) -> Result {
    let reason = "\(effect.name): \(effect.reason ?? "not settled yet")"
    return switch effect.state {
    case .planned: result(.delayed, reason)
    case .sending, .unknown, .done: result(.unknown, reason)
    case .failed, .withheld, .cancelled: result(.failed, reason)
    }
  }

  private func result(_ ending: Result.Ending, _ reason: String?) -> Result {
    Result(ending: ending, reason: reason, done: done, subscription: try? load())
  }
}
