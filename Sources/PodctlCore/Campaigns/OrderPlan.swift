/// What an order file will make, resolved and checked, before anything is stored.
public struct OrderPlan: Sendable, Hashable {
  public var sponsor: Sponsor
  public var addsSponsor: Bool
  public var campaign: Campaign
  public var orders: [InsertionOrder]
  public var flights: [Flight]
  public var spots: [Spot]

  public init(
    sponsor: Sponsor, addsSponsor: Bool, campaign: Campaign, orders: [InsertionOrder], flights: [Flight],
    spots: [Spot]
  ) {
    self.sponsor = sponsor
    self.addsSponsor = addsSponsor
    self.campaign = campaign
    self.orders = orders
    self.flights = flights
    self.spots = spots
  }
}
