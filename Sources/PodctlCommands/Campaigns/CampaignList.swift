import ArgumentParser
import PodctlCore
import PodctlStore

/// Lists campaigns.
struct CampaignList: PodctlCommand {
  static let example = "podctl campaign list --tenant harbour-network --status active"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List campaigns.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Option(help: "Show only campaigns with this status. Repeatable.")
  var status: [Campaign.Status] = []
  @Option(help: ArgumentHelp("Show only this sponsor's campaigns.", valueName: "slug"))
  var sponsor: String?

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let entries = try context.database().read(for: tenant.id) { tx in
      let sponsor = try sponsor.map { try SponsorStore(tx).find($0).id }
      return try CampaignStore(tx).entries(
        statuses: status.isEmpty ? Campaign.Status.allCases : status, sponsor: sponsor)
    }
    try context.console.emit(
      CampaignListing.columns("podctl.campaign.list/1"), entries, output,
      empty: "no campaigns; create one with: podctl campaign create --file ORDER.yaml")
  }
}

extension Campaign.Status: ExpressibleByArgument {}
