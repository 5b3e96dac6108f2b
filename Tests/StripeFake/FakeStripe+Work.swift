import Foundation

extension FakeStripe {
  /// Does what a POST asks for, once.
  func work(_ request: Request) -> Answer {
    let form = FakeStripe.fields(request.body)
    switch request.path {
    case "/v1/customers":
      var customer = base("customer", "cus", form)
      customer["name"] = form["name"] ?? NSNull()
      customer["email"] = form["email"] ?? NSNull()
      customers.insert(customer, at: 0)
      return success(customer)
    case "/v1/invoices": return makeInvoice(form)
    case "/v1/invoiceitems": return makeItem(form)
    case "/v1/credit_notes": return makeCreditNote(form)
    case "/v1/subscriptions": return makeSubscription(form)
    default:
      let parts = request.path.split(separator: "/").map(String.init)
      if parts.count == 3, parts[1] == "subscriptions" { return changeSubscription(parts[2], form) }
      guard parts.count == 4, parts[1] == "invoices", let index = index(of: parts[2]) else {
        return error(404, "invalid_request_error", "no such object")
      }
      return change(index, parts[3], form)
    }
  }

  func base(_ kind: String, _ prefix: String, _ form: [String: String]) -> Object {
    var metadata: [String: String] = [:]
    for (name, value) in form where name.hasPrefix("metadata[") {
      metadata[String(name.dropFirst(9).dropLast())] = value
    }
    return ["id": newID(prefix), "object": kind, "livemode": isLive, "created": now, "metadata": metadata]
  }

  private func makeInvoice(_ form: [String: String]) -> Answer {
    guard let customer = form["customer"], customers.contains(where: { $0["id"] as? String == customer }) else {
      return error(400, "invalid_request_error", "no such customer")
    }
    var invoice = base("invoice", "in", form)
    invoice["customer"] = customer
    invoice["currency"] = form["currency"] ?? "usd"
    invoice["status"] = "draft"
    for name in ["total", "amount_paid", "pre_payment_credit_notes_amount", "post_payment_credit_notes_amount"] {
      invoice[name] = Int64(0)
    }
    invoice["auto_advance"] = form["auto_advance"] == "true"
    invoice["collection_method"] = form["collection_method"] ?? "charge_automatically"
    invoice["number"] = NSNull()
    invoice["hosted_invoice_url"] = NSNull()
    invoices.insert(invoice, at: 0)
    return success(invoice)
  }

  private func makeItem(_ form: [String: String]) -> Answer {
    guard let id = form["invoice"], let index = index(of: id), let amount = form["amount"].flatMap({ Int64($0) }) else {
      return error(400, "invalid_request_error", "no such invoice")
    }
    guard invoices[index]["status"] as? String == "draft", form["currency"] == invoices[index]["currency"] as? String
    else { return error(400, "invalid_request_error", "not a draft of this currency") }
    var item = base("invoiceitem", "ii", form)
    item["invoice"] = id
    item["customer"] = form["customer"] ?? NSNull()
    item["amount"] = amount
    item["currency"] = form["currency"] ?? NSNull()
    item["description"] = form["description"] ?? NSNull()
    items.insert(item, at: 0)
    retotal(index)
    return success(item)
  }

  private func retotal(_ index: Int) {
    let id = invoices[index]["id"] as? String
    invoices[index]["total"] = items.filter { $0["invoice"] as? String == id }
      .reduce(Int64(0)) { $0 + ($1["amount"] as? Int64 ?? 0) }
  }

  func change(_ index: Int, _ verb: String, _ form: [String: String] = [:]) -> Answer {
    guard let id = invoices[index]["id"] as? String, let status = invoices[index]["status"] as? String else {
      return error(500, "api_error", "a broken fake")
    }
    switch (verb, status) {
    case ("finalize", "draft"):
      finalized[id, default: 0] += 1
      invoices[index]["status"] = "open"
      invoices[index]["number"] = "F-\(id.suffix(4))"
      invoices[index]["hosted_invoice_url"] = "https://invoice.example/\(id)"
      tell("invoice.finalized", id)
    case ("send", "open"):
      sent[id, default: 0] += 1
      tell("invoice.sent", id)
    case ("void", "open"), ("void", "uncollectible"):
      invoices[index]["status"] = "void"
      tell("invoice.voided", id)
    case ("mark_uncollectible", "open"):
      invoices[index]["status"] = "uncollectible"
      tell("invoice.marked_uncollectible", id)
    case ("pay", "open"), ("pay", "uncollectible"):
      guard form["paid_out_of_band"] == "true" else { return error(400, "invalid_request_error", "no payment method") }
      told[id, default: 0] += 1
      pay(index, number(index, "total") - number(index, "pre_payment_credit_notes_amount"), outside: true)
    default: return error(400, "invalid_request_error", "not from \(status)")
    }
    return success(invoices[index])
  }

  func index(of id: String) -> Int? { invoices.firstIndex { $0["id"] as? String == id } }

  // MARK: Somebody at the Dashboard

  public func set(_ name: String, _ value: String, ofInvoice id: String) {
    if let index = index(of: id) { invoices[index][name] = value }
  }

  public func dashboardFinalizes(_ id: String) { if let index = index(of: id) { _ = change(index, "finalize") } }

  public func removeInvoice(_ id: String) { invoices.removeAll { $0["id"] as? String == id } }

  /// A copy of an invoice, as a careless import of another tool would make it.
  public func duplicateInvoice() {
    guard var copy = invoices.first else { return }
    copy["id"] = newID("in")
    invoices.insert(copy, at: 0)
  }

  public func changeAmount(ofItem index: Int, to amount: Int64) {
    items[index]["amount"] = amount
    if let invoice = items[index]["invoice"] as? String, let index = self.index(of: invoice) { retotal(index) }
  }

  public func setItem(_ index: Int, _ name: String, _ value: String) { items[index][name] = value }

  public func removeItem(_ index: Int) { items.remove(at: index) }

  public func setMark(_ mark: String, _ value: String, ofInvoice id: String) {
    guard let index = index(of: id), var marks = invoices[index]["metadata"] as? [String: String] else { return }
    marks[mark] = value
    invoices[index]["metadata"] = marks
  }

  public var refundIDs: [String] { refunds.compactMap { $0["id"] as? String } }
  public var invoiceIDs: [String] { invoices.compactMap { $0["id"] as? String } }
  public var statuses: [String] { invoices.compactMap { $0["status"] as? String } }
  public var totals: [Int64] { invoices.compactMap { $0["total"] as? Int64 } }
  public func posts(to path: String) -> Int { log.count { $0 == "POST \(path)" } }
}
