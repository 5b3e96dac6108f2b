import ArgumentParser
import PodctlCore

/// Call a campaign off for good; its promo codes are free again.
struct CampaignCancel: PodctlCommand {
  static let example = "podctl campaign cancel kettle-and-crane --tenant harbour-network"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel a campaign for good and release its promo codes.",
    discussion: "Example: \(example)")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The campaign.", valueName: "campaign"))
  var campaign: String

  func run(in context: CommandContext) throws {
    try CampaignTransition.perform(.cancel, on: campaign, owner: owner, output: output, in: context)
  }
}
