import ArgumentParser
import PodctlCore
import PodctlStore

/// Lists sponsors.
struct CampaignSponsorList: PodctlCommand {
  static let example = "podctl campaign sponsor list --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List sponsors.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let sponsors = try context.database().read(for: tenant.id) { try SponsorStore($0).all() }
    try context.console.emit(
      SponsorListing.columns("podctl.campaign.sponsor.list/1"), sponsors, output,
      empty: "no sponsors; add one with: podctl campaign sponsor add SLUG --name NAME")
  }
}
