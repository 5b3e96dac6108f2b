import PodctlCore
import PodctlStore

/// Adds a flight to a campaign that exists.
public enum FlightBooking {
  /// Books the flight under the order of a number, or the newest; throws what the rules refuse.
  public static func add(
    _ part: OrderFile.FlightPart, to campaign: Campaign, order number: String?, in tx: TenantTransaction, now: Instant,
    ids: any IdentifierSource
  ) throws -> Flight {
    guard campaign.status != .cancelled, campaign.status != .completed else {
      throw PodctlError(
        .transitionRefused, "campaign \"\(campaign.slug)\" is \(campaign.status.rawValue) and takes no more flights",
        hint: "create a new campaign", commands: ["podctl campaign create --help"])
    }
    let order = try OrderStore(tx).find(number: number, of: campaign)
    let flight = try part.flight(id: ids.next(Flight.self), campaign: campaign, order: order.id, now: now)
    try requireFreeCode(flight, in: campaign, beside: [], tx)
    try FlightStore(tx).insert(flight)
    return flight
  }

  static func use(of flight: Flight, in campaign: Campaign) -> PromoCodeUse? {
    flight.promoCode.map {
      PromoCodeUse(
        code: $0, flight: flight.id, campaignSlug: campaign.slug, flightSlug: flight.slug,
        startsOn: flight.startsOn, endsOn: flight.endsOn)
    }
  }

  static func requireFreeCode(
    _ flight: Flight, in campaign: Campaign, beside siblings: [PromoCodeUse], _ tx: TenantTransaction
  ) throws {
    guard let use = use(of: flight, in: campaign) else { return }
    let stored = try FlightStore(tx).promoCodes(from: flight.startsOn, through: flight.endsOn)
    try use.requireFree(among: siblings + stored)
  }
}
