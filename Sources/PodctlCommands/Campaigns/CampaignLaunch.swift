import ArgumentParser
import PodctlCore

/// Start a campaign, or go on with a paused one.
struct CampaignLaunch: PodctlCommand {
  static let example = "podctl campaign launch kettle-and-crane --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "launch", abstract: "Start a campaign, or resume a paused one.", discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The campaign.", valueName: "campaign"))
  var campaign: String

  func run(in context: CommandContext) throws {
    try CampaignTransition.perform(.launch, on: campaign, owner: owner, output: output, in: context)
  }
}
