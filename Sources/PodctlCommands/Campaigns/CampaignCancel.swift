import ArgumentParser
import PodctlCore

/// Call a campaign off for good; its promo codes are free again.
struct CampaignCancel: PodctlCommand {
  static let example =
    "podctl campaign cancel kettle-and-crane --tenant harbour-network --confirm kettle-and-crane"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel a campaign for good and release its promo codes.",
    discussion: """
      A cancelled campaign never runs again; what it has delivered stays on record and is billed. Its slug must be typed, \
      or given with --confirm.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var confirm: ConfirmOption
  @Argument(help: ArgumentHelp("The campaign.", valueName: "campaign"))
  var campaign: String

  func run(in context: CommandContext) throws {
    try CampaignTransition.perform(.cancel, on: campaign, owner: owner, output: output, in: context) { known, tenant in
      try context.confirm(
        "Campaign \(known.slug) (\(known.name)) of \(tenant.slug) is \(known.status.rawValue) and will be called off for good.",
        losing: known.slug, confirm, command: "podctl campaign cancel \(known.slug) --tenant \(tenant.slug)")
    }
  }
}
