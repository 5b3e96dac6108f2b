import ArgumentParser
import PodctlCore

/// Pause an active campaign.
struct CampaignPause: PodctlCommand {
  static let example = "podctl campaign pause kettle-and-crane --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Pause an active campaign.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The campaign.", valueName: "campaign"))
  var campaign: String

  func run(in context: CommandContext) throws {
    try CampaignTransition.perform(.pause, on: campaign, owner: owner, output: output, in: context)
  }
}
