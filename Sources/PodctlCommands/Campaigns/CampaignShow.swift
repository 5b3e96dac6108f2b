import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Shows one campaign with its orders.
struct CampaignShow: PodctlCommand {
  static let example = "podctl campaign show kettle-and-crane --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one campaign with its orders and flights.",
    discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The campaign.", valueName: "campaign"))
  var campaign: String

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let detail = try context.database().read(for: tenant.id) { tx in
      let found = try CampaignStore(tx).find(campaign)
      guard let entry = try CampaignStore(tx).entries(sponsor: found.sponsor).first(where: { $0.campaign == found })
      else { throw PodctlError(.internalFault, "campaign \(found.slug) has no sponsor") }
      return CampaignListing.Detail(
        entry: entry, orders: try OrderStore(tx).all(of: found.id), flights: try FlightStore(tx).all(of: found.id))
    }
    try context.console.emit(CampaignListing.detail, one: detail, output)
    if !output.chosen.isMachine {
      context.console.note("next: podctl campaign flight list \(campaign) --tenant \(tenant.slug)")
    }
  }
}
