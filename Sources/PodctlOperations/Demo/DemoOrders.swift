import PodctlCore

/// The papers of one demo sponsor: the order, the shop's conversions, the ad server's delivery.
enum DemoOrders {
  static func set(
    for sponsor: DemoCast.SponsorRole, role: DemoCast.TenantRole, episodes: [DemoEpisode], requests: [DemoRequest],
    zone: Zone, currency: Currency, anchor: Day, weeks: Int, seed: UInt64
  ) throws(PodctlError) -> DemoWorld.SponsorSet {
    // Six spots, the first six weeks before the anchor; the flight ends three days after it.
    let first = anchor.advanced(by: -7 * min(6, weeks))
    let spots = episodes.filter { $0.day >= first && $0.day < anchor }
    let last = anchor.advanced(by: 2)
    let paths = Set(spots.map(\.path))
    let downloads = requests.filter {
      paths.contains($0.path) && $0.status != 404 && $0.method == "GET" && $0.sent > 900_000
    }
    let folder = "\(role.slug)/orders"
    let order = yaml(
      for: sponsor, role: role, spots: spots, starts: spots.first?.day ?? first, ends: last, anchor: anchor)
    let sold = DemoConversions.orders(
      for: sponsor, downloads: downloads, until: zone.start(of: anchor), seed: seed, tenant: role.slug)
    var delivery: DemoFile?
    if sponsor.part == .importedDelivery {
      let text = deliveryCSV(for: sponsor, from: spots.first?.day ?? first, to: anchor, seed: seed)
      delivery = DemoFile(path: "\(role.slug)/delivery/\(sponsor.slug).csv", bytes: Array(text.utf8))
    }
    return DemoWorld.SponsorSet(
      slug: sponsor.slug, name: sponsor.name, shows: sponsor.part.rawValue, campaign: sponsor.slug,
      orderFile: DemoFile(path: "\(folder)/\(sponsor.slug).yaml", bytes: Array(order.utf8)),
      conversions: DemoFile(
        path: "\(role.slug)/conversions/\(sponsor.slug).csv",
        bytes: Array(DemoConversions.csv(sold, currency: currency).utf8)),
      delivery: delivery)
  }

  /// What the spots are likely to deliver by the anchor, by the decay of downloads over an episode's age.
  private static func expected(_ spots: [DemoEpisode], by anchor: Day) -> Int {
    spots.reduce(0) { $0 + $1.audience * DemoDecay.cumulative(days: $1.day.distance(to: anchor)) / 1000 }
  }

  /// A goal of round hundreds such that the flight's pacing at the anchor is what the sponsor's part asks for.
  private static func goal(
    _ perMille: Int, spots: [DemoEpisode], starts: Day, ends: Day, anchor: Day
  ) -> Int {
    let days = starts.distance(to: ends) + 1
    let elapsed = max(1, starts.distance(to: anchor))
    let onPace = expected(spots, by: anchor) * days / elapsed
    return max(100, onPace * perMille / 1000 / 100 * 100)
  }

  private static func yaml(
    for sponsor: DemoCast.SponsorRole, role: DemoCast.TenantRole, spots: [DemoEpisode], starts: Day, ends: Day,
    anchor: Day
  ) -> String {
    let insertion = sponsor.part == .importedDelivery ? "dynamic" : "baked-in"
    var text = """
      # \(sponsor.name): \(sponsor.part.rawValue)
      sponsor:
        slug: \(sponsor.slug)
        name: "\(sponsor.name)"
        contact_email: accounts@\(sponsor.slug).example
      campaign:
        slug: \(sponsor.slug)
        name: "\(sponsor.name), autumn"
        currency: \(role.currency)
      orders:
        - number: IO-\(sponsor.slug.prefix(3).uppercased())-2210
          bill_to: "\(sponsor.name)"
          po: PO-\(4000 + sponsor.slug.utf8.count * 7)
          terms_days: 30
          signed_on: \(starts.advanced(by: -12))
          flights:
            - slug: \(sponsor.position.rawValue)
              name: "\(sponsor.position.rawValue), \(spots.first?.show.title ?? sponsor.show)"
              starts: \(starts)
              ends: \(ends)
              position: \(sponsor.position.rawValue)
              insertion: \(insertion)

      """
    let indent = "        "
    let rate = "\(sponsor.rateMinor / 100).\(String(100 + sponsor.rateMinor % 100).dropFirst())"
    text += "\(indent)\(sponsor.price.rawValue): \"\(rate)\"\n"
    if let perMille = sponsor.goalPerMille {
      let goal = Self.goal(perMille, spots: spots, starts: starts, ends: ends, anchor: anchor)
      text += "\(indent)goal: \(goal)\n"
    }
    if let code = sponsor.promoCode { text += "\(indent)promo_code: \(code)\n" }
    text += "\(indent)spots:\n"
    for spot in spots {
      text += "\(indent)  - podcast: \(spot.show.slug)\n\(indent)    episode: \(spot.guid)\n"
      text += "\(indent)    airs_on: \(spot.day)\n\(indent)    aired: true\n"
    }
    return text
  }

  private static func deliveryCSV(for sponsor: DemoCast.SponsorRole, from first: Day, to anchor: Day, seed: UInt64)
    -> String
  {
    var random = SeededRandom(seed: seed, "delivery/\(sponsor.slug)")
    var text = "day,flight,count\n"
    for day in stride(from: first, to: anchor, by: 1) {
      text += "\(day),\(sponsor.slug)/\(sponsor.position.rawValue),\(random.between(55, 75))\n"
    }
    return text
  }
}
