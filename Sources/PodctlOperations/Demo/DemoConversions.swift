import PodctlCore

/// What the customers of one sponsor did, as its shop exports it.
enum DemoConversions {
  struct Order {
    var time: Instant
    var id: String
    var valueMinor: Int
    var code: String?
    var address: String
    var agent: String
    var isNew: Bool
  }

  /// Orders of people who heard the spots, of people who did not, and for a leaked code of many more who did not.
  static func orders(
    for sponsor: DemoCast.SponsorRole, downloads: [DemoRequest], until end: Instant, seed: UInt64, tenant: String
  ) -> [Order] {
    var random = SeededRandom(seed: seed, "orders/\(tenant)/\(sponsor.slug)")
    var orders: [Order] = []
    func add(_ time: Instant, _ address: String, _ agent: String, code: String?, _ random: inout SeededRandom) {
      let span = sponsor.orderValueMinor
      let value = random.between(span.lowerBound, span.upperBound)
      orders.append(
        Order(
          time: time, id: "", valueMinor: value, code: code, address: address, agent: agent,
          isNew: random.chance(720)))
    }
    for download in downloads where random.chance(sponsor.responsePerMille) {
      // A third of the response comes within a day, most within a week, the rest within the month.
      let hours =
        random.chance(330)
        ? random.between(1, 24) : random.chance(600) ? random.between(24, 168) : random.between(168, 640)
      let time = download.time.advanced(seconds: Int64(hours * 3600 + random.below(3600)))
      guard time < end else { continue }
      let code = random.chance(380) ? sponsor.promoCode : nil
      add(time, download.address, download.agent, code: code, &random)
      if random.chance(60) {
        add(time.advanced(seconds: 1800), download.address, download.agent, code: nil, &random)
      }
    }
    let strangers = sponsor.part == .codeLeak ? orders.count * 3 : orders.count / 4
    guard let first = downloads.first?.time else { return orders }
    for _ in 0..<strangers {
      let span = Int(end.seconds - first.seconds)
      let time = first.advanced(seconds: Int64(random.below(max(1, span))))
      let address = "198.51.\(random.below(100)).\(random.between(1, 254))"
      let code = sponsor.part == .codeLeak || random.chance(80) ? sponsor.promoCode : nil
      add(time, address, "Mozilla/5.0 (Windows NT 10.0; Win64; x64)", code: code, &random)
    }
    orders.sort { ($0.time, $0.address, $0.valueMinor) < ($1.time, $1.address, $1.valueMinor) }
    for index in orders.indices { orders[index].id = "\(sponsor.slug.prefix(3).uppercased())-\(10_001 + index)" }
    return orders
  }

  static func csv(_ orders: [Order], currency: Currency) -> String {
    var text =
      "occurred_at,event,order_id,value,currency,promo_code,ip,user_agent,utm_source,utm_campaign,new_customer\n"
    for order in orders {
      let value = Money(minor: Int64(order.valueMinor), currency).decimal
      text += "\(order.time),purchase,\(order.id),\(value),\(currency),\(order.code ?? ""),\(order.address),"
      text += "\"\(order.agent)\",\(order.code == nil ? "" : "podcast"),,\(order.isNew)\n"
    }
    return text
  }
}
