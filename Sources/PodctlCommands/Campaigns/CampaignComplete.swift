import ArgumentParser
import PodctlCore

/// Close a campaign that has run.
struct CampaignComplete: PodctlCommand {
  static let example = "podctl campaign complete kettle-and-crane --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "Mark a campaign as completed.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The campaign.", valueName: "campaign"))
  var campaign: String

  func run(in context: CommandContext) throws {
    try CampaignTransition.perform(.complete, on: campaign, owner: owner, output: output, in: context)
  }
}
