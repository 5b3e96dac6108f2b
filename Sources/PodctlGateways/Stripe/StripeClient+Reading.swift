import PodctlCore

extension StripeClient {
  /// Far more pages than any list here has.
  private static let mostPages = 200

  /// All objects of a list, newest first. A page that repeats itself is no list that can be believed.
  func all(
    _ path: String, _ query: [FormField], mostPages: Int = StripeClient.mostPages
  ) throws(StripeMiss) -> [StripeObject] {
    var objects: [StripeObject] = []
    var seen: Set<String> = []
    for _ in 0..<mostPages {
      var query = query + [FormField("limit", .integer(100))]
      if let last = objects.last?.id { query.append(FormField("starting_after", .text(last))) }
      let page = try get(path, query).found("list", isLive: isLive)
      guard let data = page.list("data"), let hasMore = page.flag("has_more") else {
        throw .unclear("a list without data")
      }
      for object in data {
        guard let id = object.id, seen.insert(id).inserted else { throw .unclear("a list that repeats itself") }
      }
      objects += data
      guard hasMore else { return objects }
      guard !data.isEmpty else { throw .unclear("a list that promises more than it gives") }
    }
    throw .unclear("a list without an end")
  }

  /// Asks whose money it is; throws `live_refused` where the account's mode is not the key's, and `gateway_refused` or
  /// `service_unreachable` where Stripe does not answer.
  public func checkMode() throws(PodctlError) {
    let reply = get("/v1/balance")
    if case .answer(200, _, let object?) = reply, object.kind == "balance", let live = object.flag("livemode"),
      live != isLive
    {
      throw PodctlError(.liveRefused, "Stripe answers in \(live ? "live" : "test") mode to a key of the other mode")
    }
    do {
      _ = try reply.found("balance", isLive: isLive)
    } catch {
      switch error {
      case .barred(let reason):
        throw PodctlError(
          .gatewayRefused, "Stripe does not accept the key: \(reason)",
          hint: "check the key; a restricted one needs to write customers, invoices and credit notes, and to read "
            + "events and the balance")
      case .absent(let reason), .unclear(let reason):
        throw PodctlError(
          .serviceUnreachable, "Stripe cannot be reached: \(reason)", hint: "nothing was sent; run it again later")
      }
    }
  }
}
