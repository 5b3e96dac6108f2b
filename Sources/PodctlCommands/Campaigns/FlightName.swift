import PodctlCore
import PodctlStore

/// A flight as people name it: `CAMPAIGN/FLIGHT`, or the campaign alone where it has one flight.
struct FlightName {
  let text: String

  func find(in tx: TenantTransaction) throws -> (campaign: Campaign, flight: Flight) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let campaign = try CampaignStore(tx).find(parts[0])
    if parts.count == 2 { return (campaign, try FlightStore(tx).find(parts[1], of: campaign)) }
    let flights = try FlightStore(tx).all(of: campaign.id)
    guard flights.count == 1 else {
      throw PodctlError(
        .flightNotFound, "campaign \"\(campaign.slug)\" has \(flights.count) flights: name one",
        hint: flights.isEmpty ? "add one first" : "write \(campaign.slug)/\(flights[0].slug)",
        commands: ["podctl campaign flight list \(campaign.slug)"])
    }
    return (campaign, flights[0])
  }
}
