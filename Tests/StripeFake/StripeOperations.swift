/// Every operation of Stripe's API that podctl may ask for, and by which queries. The fake answers no other, and a test
/// holds each against Stripe's specification: what is not checked cannot be used.
public enum StripeOperations {
  public struct Operation: Sendable, Hashable {
    public var method: String
    /// As the specification writes it, with names in braces.
    public var path: String
    /// What a GET may ask with; what stands in brackets is left out.
    public var query: [String]
    /// Why it, or one of its queries, is not in the specification beside the repository; nil where all of it is.
    public var exception: String?

    public var name: String { "\(method) \(path)" }
  }

  private static let page = ["limit", "starting_after"]

  public static let all: [Operation] = [
    .init(method: "GET", path: "/v1/balance", query: []),
    .init(method: "GET", path: "/v1/customers", query: page + ["email"]),
    .init(method: "POST", path: "/v1/customers", query: []),
    .init(method: "GET", path: "/v1/customers/{customer}", query: []),
    .init(method: "GET", path: "/v1/invoices", query: page + ["customer"]),
    .init(method: "POST", path: "/v1/invoices", query: []),
    .init(method: "GET", path: "/v1/invoices/{invoice}", query: []),
    .init(method: "GET", path: "/v1/invoices/{invoice}/lines", query: page),
    .init(method: "POST", path: "/v1/invoices/{invoice}/finalize", query: []),
    .init(method: "POST", path: "/v1/invoices/{invoice}/send", query: []),
    .init(method: "POST", path: "/v1/invoices/{invoice}/void", query: []),
    .init(method: "POST", path: "/v1/invoices/{invoice}/mark_uncollectible", query: []),
    .init(method: "POST", path: "/v1/invoices/{invoice}/pay", query: []),
    .init(method: "GET", path: "/v1/invoiceitems", query: page + ["invoice"]),
    .init(method: "POST", path: "/v1/invoiceitems", query: []),
    .init(method: "GET", path: "/v1/credit_notes", query: page + ["invoice"]),
    .init(method: "POST", path: "/v1/credit_notes", query: []),
    .init(method: "GET", path: "/v1/invoice_payments", query: page + ["invoice", "payment"]),
    .init(
      method: "GET", path: "/v1/refunds", query: page + ["payment_intent"],
      exception: "the specification beside the repository is cut to billing"),
    .init(
      method: "GET", path: "/v1/events", query: page + ["types", "created", "object_id"],
      exception: "the specification derived from the client has no pages of events; Stripe's API has"),
    .init(method: "GET", path: "/v1/subscriptions", query: page + ["customer", "status"]),
    .init(method: "POST", path: "/v1/subscriptions", query: []),
    .init(method: "GET", path: "/v1/subscriptions/{subscription_exposed_id}", query: []),
    .init(method: "POST", path: "/v1/subscriptions/{subscription_exposed_id}", query: []),
  ]

  /// The operation that a request is; nil for one that podctl does not know, or a query that it does not.
  public static func operation(of request: FakeStripe.Request) -> Operation? {
    let parts = request.path.split(separator: "/")
    let found = all.first { operation in
      let names = operation.path.split(separator: "/")
      return operation.method == request.method && names.count == parts.count
        && zip(names, parts).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
    guard let found else { return nil }
    let asked = Set(request.query.keys.map { String($0.prefix { $0 != "[" }) })
    return asked.isSubset(of: found.query) ? found : nil
  }
}
