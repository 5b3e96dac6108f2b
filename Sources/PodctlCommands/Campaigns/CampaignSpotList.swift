import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlStore

/// Lists spots with what each has delivered.
struct CampaignSpotList: PodctlCommand {
  static let example = "podctl campaign spot list kettle-and-crane --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List spots with what each has delivered.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Show only spots of this campaign, or of CAMPAIGN/FLIGHT.", valueName: "campaign"))
  var name: String?

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let day = DeliveryLedger.lastWholeDay(at: context.now, in: tenant.zone)
    let lines = try context.database().read(for: tenant.id) { tx in
      let owned = try flights(in: tx)
      let deliveries = try DeliveryLedger(tx).deliveries(of: owned.map(\.flight), through: day)
      return try SpotListing.lines(zip(owned, deliveries).map { ($0.0.campaign, $0.1) }, in: tx)
    }
    try context.console.emit(
      SpotListing.listing("podctl.campaign.spot.list/2"), lines, output,
      empty: "no spots; add one with: podctl campaign spot add CAMPAIGN/FLIGHT --episode GUID --airs-on DATE")
  }

  private func flights(in tx: TenantTransaction) throws -> [(campaign: Campaign, flight: Flight)] {
    if let name, name.contains("/") { return [try FlightName(text: name).find(in: tx)] }
    let campaigns = try name.map { [try CampaignStore(tx).find($0)] } ?? CampaignStore(tx).all()
    let flights = Dictionary(grouping: try FlightStore(tx).all(of: campaigns.map(\.id)), by: \.campaign)
    return campaigns.flatMap { campaign in (flights[campaign.id] ?? []).map { (campaign, $0) } }
  }
}
