import PodctlCore

/// Stripe as the service behind an outbox: frozen requests go out as they are, and looks are made by listing, since
/// Stripe's search lags behind its writes.
public final class StripeGateway: EffectGateway {
  let client: StripeClient
  /// Events are kept for 30 days; after this many an event that is not there says nothing.
  private static let eventSeconds: Int64 = 29 * 86_400

  public init(_ client: StripeClient) { self.client = client }

  public var isLive: Bool { client.isLive }

  /// Asks whose money it is, before anything is sent.
  public func checkMode() throws(PodctlError) { try client.checkMode() }

  public func send(_ effect: Effect) -> EffectOutcome {
    guard effect.isLive == client.isLive else { return .barred(reason: "the effect is of the other mode") }
    return client.post(effect.request.path, effect.request.body, idempotencyKey: effect.key)
      .outcome(expecting: StripeGateway.object(of: effect.kind), isLive: client.isLive)
  }

  public func look(for effect: Effect) -> EffectSight {
    guard effect.isLive == client.isLive else { return .barred(reason: "the effect is of the other mode") }
    let body = Dictionary(
      FormBody.decoded(effect.request.body)?.map { ($0.name, $0.value) } ?? [], uniquingKeysWith: { first, _ in first })
    do {
      switch effect.kind {
      case .customer: return try customer(body)
      case .invoice: return try invoice(body)
      case .line: return try line(body)
      case .finalize: return try status(effect) { $0 == "draft" ? .absent : nil }
      case .send: return try sending(effect)
      case .void:
        return try status(effect) { status in
          switch status {
          case "void": nil
          case "open", "uncollectible": .absent
          default: .impossible(reason: "the invoice is \(status)")
          }
        }
      case .uncollectible:
        return try status(effect) { status in
          switch status {
          case "uncollectible": nil
          case "open": .absent
          default: .impossible(reason: "the invoice is \(status)")
          }
        }
      case .pay:
        return try status(effect) { status in
          switch status {
          case "paid": nil
          case "open", "uncollectible": .absent
          default: .impossible(reason: "the invoice is \(status)")
          }
        }
      case .creditNote: return try creditNote(body)
      case .subscribe: return try subscribing(body)
      case .subscriptionChange:
        return try change(effect) { standing in
          standing.price == body["items[0][price]"] && !standing.isEnding
        }
      case .subscriptionEnd: return try ending(effect)
      case .mail, .letter: return .impossible(reason: "Stripe sends no mails of ours")
      }
    } catch {
      return error.sight
    }
  }

  private static func object(of kind: EffectKind) -> String {
    switch kind {
    case .customer: "customer"
    case .line: "invoiceitem"
    case .creditNote: "credit_note"
    case .subscribe, .subscriptionChange, .subscriptionEnd: "subscription"
    case .invoice, .finalize, .send, .void, .uncollectible, .pay: "invoice"
    case .mail, .letter: "mail"
    }
  }

  private func customer(_ body: [String: String]) throws(StripeMiss) -> EffectSight {
    let customers = try client.all("/v1/customers", [FormField("email", .text(body["email"] ?? ""))])
    return StripeGateway.sight(customers.filter { has($0, [StripeMark.tenant, StripeMark.payer], of: body) })
  }

  private func invoice(_ body: [String: String]) throws(StripeMiss) -> EffectSight {
    let invoices = try client.all("/v1/invoices", [FormField("customer", .text(body["customer"] ?? ""))])
    let ours = invoices.filter { has($0, [StripeMark.tenant, StripeMark.invoice], of: body) }
    if ours.count == 1, let id = ours[0].id, !has(ours[0], [StripeMark.content], of: body) {
      return .impossible(reason: "\(id) bears the invoice's number and has other content")
    }
    return StripeGateway.sight(ours)
  }

  private func line(_ body: [String: String]) throws(StripeMiss) -> EffectSight {
    let lines = try client.all("/v1/invoiceitems", [FormField("invoice", .text(body["invoice"] ?? ""))])
    let ours = lines.filter { has($0, [StripeMark.tenant, StripeMark.line], of: body) }
    if ours.count == 1, let id = ours[0].id,
      ours[0].integer("amount").map(String.init) != body["amount"] || ours[0].text("currency") != body["currency"]
    {
      return .impossible(reason: "\(id) bears the line's mark and another amount")
    }
    return StripeGateway.sight(ours)
  }

  private func creditNote(_ body: [String: String]) throws(StripeMiss) -> EffectSight {
    let notes = try client.all(StripePath.creditNotes, [FormField("invoice", .text(body["invoice"] ?? ""))])
    let ours = notes.filter { has($0, [StripeMark.tenant, StripeMark.credit], of: body) }
    if ours.count == 1, let id = ours[0].id, ours[0].integer("amount") != StripeBody.amount(ofCreditNote: body) {
      return .impossible(reason: "\(id) bears the credit note's mark and another amount")
    }
    return StripeGateway.sight(ours)
  }

  /// A look at the invoice's status; nil from `judge` means that it is done.
  private func status(
    _ effect: Effect, _ judge: (String) -> EffectSight?
  ) throws(StripeMiss) -> EffectSight {
    guard let id = StripePath.invoice(in: effect.request.path) else { throw .unclear("the path names no invoice") }
    let invoice = try client.get("/v1/invoices/\(id)").found("invoice", isLive: client.isLive)
    guard let status = invoice.text("status") else { throw .unclear("an invoice without a status") }
    return judge(status) ?? .present(remoteID: id)
  }

  /// Only the log of events tells that an invoice was sent.
  private func sending(_ effect: Effect) throws(StripeMiss) -> EffectSight {
    guard let id = StripePath.invoice(in: effect.request.path) else { throw .unclear("the path names no invoice") }
    guard (0..<StripeGateway.eventSeconds).contains(client.now().seconds - effect.plannedAt.seconds) else {
      throw .unclear("Stripe keeps its log of events for 30 days only: resolve it by hand")
    }
    let events = try client.all(
      "/v1/events", [FormField("types", .list([.text("invoice.sent")])), FormField("object_id", .text(id))])
    // Two such events are a mail too many, but no reason to send a third.
    return events.contains { $0.object("data")?.object("object")?.id == id } ? .present(remoteID: id) : .absent
  }

  func has(_ object: StripeObject, _ marks: [String], of body: [String: String]) -> Bool {
    marks.allSatisfy { mark in
      guard let wanted = body["metadata[\(mark)]"] else { return false }
      return object.metadata(mark) == wanted
    }
  }

  static func sight(_ objects: [StripeObject]) -> EffectSight {
    let ids = objects.compactMap(\.id)
    return ids.count > 1 ? .several(ids.sorted()) : ids.first.map { .present(remoteID: $0) } ?? .absent
  }
}
