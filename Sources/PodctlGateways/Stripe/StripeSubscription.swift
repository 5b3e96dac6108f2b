import PodctlCore

extension StripeGateway {
  /// A tenant's subscriptions of podctl's making among a customer's, ended ones too, newest first. Throws
  /// `service_unreachable` or `gateway_refused`.
  public func subscriptions(of customer: String, tenant: Slug) throws(PodctlError) -> [StandingSubscription] {
    try list(
      StripePath.subscriptions, [FormField("customer", .text(customer)), FormField("status", .text("all"))]
    )
    .filter { $0.metadata(StripeMark.tenant) == tenant.text && $0.metadata(StripeMark.subscription) != nil }
    .compactMap(StandingSubscription.init)
  }

  /// Reads a subscription; nil where there is none of that id. Throws `service_unreachable` or `gateway_refused`.
  public func subscription(_ id: String) throws(PodctlError) -> StandingSubscription? {
    do {
      return StandingSubscription(
        try client.get(StripePath.subscription(id)).found("subscription", isLive: client.isLive))
    } catch {
      if case .absent = error { return nil }
      throw StripeGateway.unread(id, error)
    }
  }

  /// Whether a customer has something that Stripe can charge by itself.
  public func canCharge(_ customer: String) throws(PodctlError) -> Bool {
    do {
      let found = try client.get("\(StripePath.customers)/\(customer)").found("customer", isLive: client.isLive)
      return found.object("invoice_settings")?.reference("default_payment_method") != nil
        || found.reference("default_source") != nil
    } catch {
      throw StripeGateway.unread(customer, error)
    }
  }

  /// Among those of the customer, ended ones too: one that was made and has ended was made.
  func subscribing(_ body: [String: String]) throws(StripeMiss) -> EffectSight {
    let all = try client.all(
      StripePath.subscriptions,
      [FormField("customer", .text(body["customer"] ?? "")), FormField("status", .text("all"))])
    let ours = all.filter { has($0, [StripeMark.tenant, StripeMark.subscription], of: body) }
    if ours.count == 1, let id = ours[0].id, StandingSubscription(ours[0])?.price != body["items[0][price]"] {
      return .impossible(reason: "\(id) bears the subscription's mark and has another price")
    }
    return StripeGateway.sight(ours)
  }

  func change(
    _ effect: Effect, _ isDone: (StandingSubscription) -> Bool
  ) throws(StripeMiss) -> EffectSight {
    let standing = try standing(effect)
    guard !isDone(standing) else { return .present(remoteID: standing.id) }
    return standing.isAlive ? .absent : .impossible(reason: "the subscription is \(standing.status)")
  }

  func ending(_ effect: Effect) throws(StripeMiss) -> EffectSight {
    let standing = try standing(effect)
    return standing.isEnding || !standing.isAlive ? .present(remoteID: standing.id) : .absent
  }

  private func standing(_ effect: Effect) throws(StripeMiss) -> StandingSubscription {
    guard let id = StripePath.subscription(in: effect.request.path) else {
      throw .unclear("the path names no subscription")
    }
    let found = try client.get(StripePath.subscription(id)).found("subscription", isLive: client.isLive)
    guard let standing = StandingSubscription(found) else { throw .unclear("a subscription without a status") }
    return standing
  }
}

extension StandingSubscription {
  /// Nil for an object that is no subscription.
  init?(_ object: StripeObject) {
    guard object.kind == "subscription", let id = object.id, let status = object.text("status") else { return nil }
    let items = object.object("items")?.list("data") ?? []
    let item = items.count == 1 && object.object("items")?.flag("has_more") != true ? items[0] : nil
    let end = object.integer("ended_at") ?? object.integer("cancel_at")
    self.init(
      id: id, status: status, item: item?.id, price: item?.reference("price"),
      isEnding: object.flag("cancel_at_period_end") == true || end != nil,
      endsAt: end.map { Instant(seconds: $0) },
      isCharged: object.text("collection_method") == "charge_automatically")
  }
}
