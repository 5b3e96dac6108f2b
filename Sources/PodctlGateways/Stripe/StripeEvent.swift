import PodctlCore

/// What Stripe says that happened. It is a hint and no truth: events come late, twice and in any order, so that what
/// they are about is read back before anything is believed.
public struct StripeEvent: Sendable, Hashable {
  public var id: String
  public var type: String
  public var createdAt: Instant
  public var isLive: Bool
  /// What it is about: `in_…`, `cn_…`.
  public var object: String
  /// The invoice that it touches; nil where it touches none.
  public var invoice: String?
  /// The payment whose money went back; its invoice has to be asked for.
  public var payment: String?
  /// The tenant of the invoice's metadata; nil where the event does not show it.
  public var tenant: String?

  /// Those that say that the money of an invoice has changed.
  public static let types = [
    "invoice.finalized", "invoice.updated", "invoice.paid", "invoice.overpaid", "invoice.voided",
    "invoice.marked_uncollectible", "credit_note.created", "credit_note.updated", "credit_note.voided",
    "charge.refunded",
  ]

  /// Reads the body of a webhook's request. Throws `event_invalid` for what is none.
  public init(body: [UInt8]) throws(PodctlError) {
    guard let object = StripeObject(body), let event = StripeEvent(object) else {
      throw PodctlError(
        .eventInvalid, "that is no event of Stripe", hint: "hand over the body of the request, to the byte as it came")
    }
    self = event
  }

  /// Nil for an object that is no event.
  init?(_ event: StripeObject) {
    guard event.kind == "event", let id = event.id, let type = event.text("type"),
      let isLive = event.flag("livemode"), let object = event.object("data")?.object("object"), let objectID = object.id
    else { return nil }
    self.id = id
    self.type = type
    createdAt = Instant(seconds: event.integer("created") ?? 0)
    self.isLive = isLive
    self.object = objectID
    let isInvoice = object.kind == "invoice" || object.kind == nil && type.hasPrefix("invoice.")
    invoice = isInvoice ? objectID : object.reference("invoice")
    payment = object.kind == "charge" ? object.reference("payment_intent") : nil
    tenant = object.metadata(StripeMark.tenant)
  }
}

extension StripeGateway {
  /// The events about invoices since a moment, oldest first. Stripe keeps them for 30 days. Throws
  /// `service_unreachable` or `gateway_refused`.
  public func events(since: Instant) throws(PodctlError) -> [StripeEvent] {
    let events = try list(
      StripePath.events,
      [
        FormField("types", .list(StripeEvent.types.map { .text($0) })),
        FormField("created", .object([FormField("gte", .integer(since.seconds))])),
      ])
    return events.compactMap(StripeEvent.init).sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
  }
}
