import ArgumentParser
import PodctlCore
import PodctlStore

/// Shows one sponsor.
struct CampaignSponsorShow: PodctlCommand {
  static let example = "podctl campaign sponsor show kettle-and-crane --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one sponsor.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The sponsor.", valueName: "slug"))
  var slug: String

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let sponsor = try context.database().read(for: tenant.id) { try SponsorStore($0).find(slug) }
    try context.console.emit(SponsorListing.columns("podctl.campaign.sponsor.show/1"), one: sponsor, output)
  }
}
