import Foundation

extension FakeStripe {
  /// Any price but `price_missing` stands at this Stripe. A charge needs a card, which `dashboardAddsCard` gives.
  func makeSubscription(_ form: [String: String]) -> Answer {
    guard let id = form["customer"], let customer = customers.first(where: { $0["id"] as? String == id }),
      let price = form["items[0][price]"], price.hasPrefix("price_"), price != "price_missing",
      ["classic", "flexible"].contains(form["billing_mode[type]"] ?? ""), form["proration_behavior"] != nil
    else { return error(400, "invalid_request_error", "no such customer or price") }
    let isCharged = form["collection_method"] != "send_invoice"
    guard isCharged == (form["days_until_due"] == nil) else {
      return error(400, "invalid_request_error", "days_until_due belongs to send_invoice")
    }
    let card = (customer["invoice_settings"] as? Object)?["default_payment_method"] as? String
    if isCharged, card == nil || card == "pm_declined" {
      guard form["payment_behavior"] != "error_if_incomplete" else { return error(402, "card_error", "card_declined") }
    }
    var subscription = base("subscription", "sub", form)
    subscription["customer"] = id
    subscription["status"] = isCharged && card == nil ? "incomplete" : "active"
    subscription["collection_method"] = form["collection_method"] ?? "charge_automatically"
    subscription["cancel_at_period_end"] = false
    subscription["cancel_at"] = NSNull()
    subscription["ended_at"] = NSNull()
    subscription["billing_mode"] = ["type": form["billing_mode[type]"] ?? ""] as Object
    subscription["items"] = items(newID("si"), price)
    subscriptions.insert(subscription, at: 0)
    return success(subscription)
  }

  func changeSubscription(_ id: String, _ form: [String: String]) -> Answer {
    guard let index = subscriptionIndex(of: id) else { return error(404, "invalid_request_error", "no such thing") }
    guard isAlive(subscriptions[index]) else { return error(400, "invalid_request_error", "it has ended") }
    if let price = form["items[0][price]"] {
      let item = item(of: subscriptions[index])
      guard form["items[0][id]"] == item, price.hasPrefix("price_"), price != "price_missing" else {
        return error(400, "invalid_request_error", "no such item or price")
      }
      subscriptions[index]["items"] = items(item ?? "", price)
    }
    if let end = form["cancel_at_period_end"] {
      subscriptions[index]["cancel_at_period_end"] = end == "true"
      subscriptions[index]["cancel_at"] = end == "true" ? now + 20 * 86_400 as Any : NSNull()
    }
    changes[id, default: 0] += 1
    return success(subscriptions[index])
  }

  private func items(_ id: String, _ price: String) -> Object {
    [
      "object": "list", "has_more": false,
      "data": [
        ["id": id, "object": "subscription_item", "price": ["id": price, "object": "price"] as Object] as Object
      ],
    ]
  }

  private func item(of subscription: Object) -> String? {
    ((subscription["items"] as? Object)?["data"] as? [Object])?.first?["id"] as? String
  }

  private func isAlive(_ subscription: Object) -> Bool {
    !["canceled", "incomplete_expired"].contains(subscription["status"] as? String ?? "")
  }

  func subscriptionIndex(of id: String) -> Int? { subscriptions.firstIndex { $0["id"] as? String == id } }

  /// As Stripe lists them: ended ones only where all are asked for.
  func subscriptions(of customer: String?, status: String?) -> [Object] {
    subscriptions.filter {
      (customer == nil || $0["customer"] as? String == customer) && (status == "all" || isAlive($0))
    }
  }

  /// What bills the customers now: price by price.
  public var alivePrices: [String] {
    subscriptions.filter(isAlive).compactMap { subscription in
      let item = ((subscription["items"] as? Object)?["data"] as? [Object])?.first
      return (item?["price"] as? Object)?["id"] as? String
    }
  }

  public var subscriptionIDs: [String] { subscriptions.compactMap { $0["id"] as? String } }

  // MARK: Somebody at the Dashboard

  public func dashboardCancels(_ id: String) {
    guard let index = subscriptionIndex(of: id) else { return }
    subscriptions[index]["status"] = "canceled"
    subscriptions[index]["ended_at"] = now
  }

  public func dashboardSets(_ name: String, _ value: String, ofSubscription id: String) {
    if let index = subscriptionIndex(of: id) { subscriptions[index][name] = value }
  }

  public func dashboardPrices(_ id: String, _ price: String) {
    guard let index = subscriptionIndex(of: id) else { return }
    subscriptions[index]["items"] = items(item(of: subscriptions[index]) ?? "", price)
  }

  public func dashboardAddsCard(_ card: String = "pm_1") {
    for index in customers.indices {
      customers[index]["invoice_settings"] = ["default_payment_method": card] as Object
    }
  }

  /// A copy of a subscription, as a careless import of another tool would make it.
  public func duplicateSubscription() {
    guard var copy = subscriptions.first else { return }
    copy["id"] = newID("sub")
    subscriptions.insert(copy, at: 0)
  }
}
