import ArgumentParser
import PodctlCore
import PodctlStore

/// Lists flights.
struct CampaignFlightList: PodctlCommand {
  static let example = "podctl campaign flight list kettle-and-crane --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the flights of a campaign, or of all.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Show only this campaign's flights.", valueName: "campaign"))
  var campaign: String?

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let lines = try context.database().read(for: tenant.id) { tx in
      let campaigns = try campaign.map { [try CampaignStore(tx).find($0)] } ?? CampaignStore(tx).all()
      let flights = Dictionary(grouping: try FlightStore(tx).all(of: campaigns.map(\.id)), by: \.campaign)
      return campaigns.flatMap { campaign in
        (flights[campaign.id] ?? []).map { FlightListing.Line(campaign: campaign, flight: $0) }
      }
    }
    try context.console.emit(
      FlightListing.listing("podctl.campaign.flight.list/1"), lines, output,
      empty: "no flights; add one with: podctl campaign flight add CAMPAIGN FLIGHT --starts DATE --ends DATE --cpm RATE"
    )
  }
}
