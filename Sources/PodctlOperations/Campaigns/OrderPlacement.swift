import PodctlCore
import PodctlStore

/// Makes a campaign of an order: sponsor, paper, flights and spots, all of it or nothing.
public enum OrderPlacement {
  /// Resolves and checks everything that the order names; stores nothing. Throws the first thing that is wrong,
  /// or `quota_reached` where the tenant's plan has no room for a campaign.
  public static func plan(
    _ file: OrderFile, tenant: Tenant, in tx: TenantTransaction, now: Instant, ids: any IdentifierSource
  ) throws -> OrderPlan {
    let (sponsor, addsSponsor) = try self.sponsor(file.sponsor, in: tx, now: now, ids: ids)
    let slug = try Slug(file.campaign.slug)
    if try CampaignStore(tx).first(slug: slug.text) != nil { throw CampaignStore.exists(slug) }
    try PlanKeeping.requireRoom(for: .campaigns, of: tenant, in: tx, now: now)
    let campaign = Campaign(
      id: ids.next(Campaign.self), sponsor: sponsor.id, slug: slug, name: file.campaign.name, status: .draft,
      currency: try file.campaign.currency.map(Currency.init) ?? tenant.currency, notes: file.campaign.notes,
      createdAt: now, updatedAt: now)
    var plan = OrderPlan(
      sponsor: sponsor, addsSponsor: addsSponsor, campaign: campaign, orders: [], flights: [], spots: [])
    for part in file.orders.isEmpty ? [unnumbered(for: slug)] : file.orders {
      let order = try part.order(
        id: ids.next(InsertionOrder.self), campaign: campaign.id, sponsor: sponsor, now: now)
      plan.orders.append(order)
      for flightPart in part.flights {
        try add(flightPart, of: order, to: &plan, tenant: tenant, in: tx, now: now, ids: ids)
      }
    }
    return plan
  }

  /// Stores a plan that was made in the same transaction.
  public static func apply(_ plan: OrderPlan, in tx: TenantTransaction) throws {
    if plan.addsSponsor { try SponsorStore(tx).insert(plan.sponsor) }
    try CampaignStore(tx).insert(plan.campaign)
    for order in plan.orders { try OrderStore(tx).insert(order) }
    for flight in plan.flights { try FlightStore(tx).insert(flight) }
    for spot in plan.spots { try SpotStore(tx).insert(spot) }
  }

  /// Without a paper the campaign's slug numbers it, so that its flights can be booked and billed.
  static func unnumbered(for campaign: Slug) -> OrderFile.OrderPart { .init(number: "IO-\(campaign)") }

  private static func sponsor(
    _ part: OrderFile.SponsorPart, in tx: TenantTransaction, now: Instant, ids: any IdentifierSource
  ) throws -> (Sponsor, isNew: Bool) {
    let slug = try Slug(part.slug)
    if let known = try SponsorStore(tx).first(slug: slug.text) { return (known, false) }
    // Without a name it is a reference, and an unknown one more likely a slip than a new sponsor.
    guard let name = part.name else { return (try SponsorStore(tx).find(slug.text), false) }
    let sponsor = Sponsor(
      id: ids.next(Sponsor.self), slug: slug, name: name, contactName: part.contactName,
      contactEmail: part.contactEmail, website: part.website, createdAt: now, updatedAt: now)
    return (sponsor, true)
  }

  private static func add(
    _ part: OrderFile.FlightPart, of order: InsertionOrder, to plan: inout OrderPlan, tenant: Tenant,
    in tx: TenantTransaction, now: Instant, ids: any IdentifierSource
  ) throws {
    let flight = try part.flight(id: ids.next(Flight.self), campaign: plan.campaign, order: order.id, now: now)
    guard !plan.flights.contains(where: { $0.slug == flight.slug }) else {
      throw PodctlError(
        .orderFileInvalid, "the order names flight \"\(flight.slug)\" twice", hint: "give each flight its own slug",
        context: [.init("flight", flight.slug.text)])
    }
    let siblings = plan.flights.compactMap { FlightBooking.use(of: $0, in: plan.campaign) }
    try FlightBooking.requireFreeCode(flight, in: plan.campaign, beside: siblings, tx)
    plan.flights.append(flight)
    var episodes: Set<Identifier<Episode>> = []
    for spotPart in part.spots {
      let spot = try SpotBooking.spot(spotPart, of: flight, tenant: tenant, in: tx, now: now, ids: ids)
      guard episodes.insert(spot.episode).inserted else {
        throw PodctlError(
          .orderFileInvalid, "flight \"\(flight.slug)\" has two spots in episode \"\(spotPart.episode)\"",
          hint: "a flight airs once in an episode", context: [.init("flight", flight.slug.text)])
      }
      plan.spots.append(spot)
    }
  }
}
