import Foundation

extension FakeStripe {
  func read(_ request: Request) -> Answer {
    let parts = request.path.split(separator: "/").map(String.init)
    let query = request.query
    switch (parts.count, parts.count > 1 ? parts[1] : "") {
    case (2, "balance"): return success(["object": "balance", "livemode": isLive, "available": [], "pending": []])
    case (2, "customers"):
      return page(customers.filter { query["email"] == nil || $0["email"] as? String == query["email"] }, request)
    case (3, "customers"):
      guard let customer = customers.first(where: { $0["id"] as? String == parts[2] }) else {
        return error(404, "invalid_request_error", "no such customer")
      }
      return success(customer)
    case (2, "subscriptions"):
      return page(subscriptions(of: query["customer"], status: query["status"]), request)
    case (3, "subscriptions"):
      guard let index = subscriptionIndex(of: parts[2]) else {
        return error(404, "invalid_request_error", "no such subscription")
      }
      return success(subscriptions[index])
    case (2, "invoices"):
      return page(
        invoices.filter { query["customer"] == nil || $0["customer"] as? String == query["customer"] }, request)
    case (2, "invoiceitems"):
      return page(items.filter { query["invoice"] == nil || $0["invoice"] as? String == query["invoice"] }, request)
    case (2, "credit_notes"):
      return page(
        creditNotes.filter { query["invoice"] == nil || $0["invoice"] as? String == query["invoice"] }, request)
    case (2, "invoice_payments"):
      return page(
        payments.filter { payment in
          let intent = (payment["payment"] as? Object)?["payment_intent"] as? String
          return (query["invoice"] == nil || payment["invoice"] as? String == query["invoice"])
            && (query["payment[payment_intent]"] == nil || intent == query["payment[payment_intent]"])
        }, request)
    case (2, "refunds"):
      guard mayReadRefunds else { return error(403, "invalid_request_error", "no right") }
      return page(
        refunds.filter {
          query["payment_intent"] == nil || $0["payment_intent"] as? String == query["payment_intent"]
        }, request)
    case (3, "events"):
      guard let event = events.first(where: { $0["id"] as? String == parts[2] }) else {
        return error(404, "invalid_request_error", "no such event")
      }
      return success(event)
    case (2, "events"):
      let found = events.filter { event in
        let object = (event["data"] as? Object)?["object"] as? Object
        let types = query.filter { $0.key.hasPrefix("types[") }.map(\.value)
        let since = query["created[gte]"].flatMap { Int64($0) } ?? 0
        return (types.isEmpty || types.contains(event["type"] as? String ?? ""))
          && event["created"] as? Int64 ?? 0 >= since
          && (query["object_id"] == nil || object?["id"] as? String == query["object_id"])
      }
      return page(found, request)
    case (3, "invoices"):
      guard let index = index(of: parts[2]) else { return error(404, "invalid_request_error", "no such invoice") }
      return success(invoices[index])
    case (4, "invoices") where parts[3] == "lines":
      let lines = items.filter { $0["invoice"] as? String == parts[2] }.map { item -> Object in
        let id = item["id"] as? String ?? ""
        return [
          "id": "il" + id.dropFirst(2), "object": "line_item", "livemode": isLive, "amount": item["amount"] ?? 0,
          "currency": item["currency"] ?? "", "metadata": item["metadata"] ?? [:] as [String: String],
          "parent": [
            "type": "invoice_item_details",
            "invoice_item_details": ["invoice_item": id] as Object,
          ] as Object,
        ]
      }
      return page(lines, request)
    default: return error(404, "invalid_request_error", "unknown path")
    }
  }

  private func page(_ objects: [Object], _ request: Request) -> Answer {
    let limit = request.query["limit"].flatMap { Int($0) } ?? 10
    guard (1...100).contains(limit) else { return error(400, "invalid_request_error", "limit") }
    var rest = objects[...]
    if let after = request.query["starting_after"] {
      guard let place = objects.firstIndex(where: { $0["id"] as? String == after }) else {
        return error(400, "invalid_request_error", "no such object")
      }
      rest = objects[(place + 1)...]
    }
    return success([
      "object": "list", "url": request.path, "has_more": rest.count > limit, "data": Array(rest.prefix(limit)),
    ])
  }
}
