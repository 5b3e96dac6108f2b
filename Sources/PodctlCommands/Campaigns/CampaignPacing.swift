import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlStore

/// Shows how far flights are along against how far they should be.
struct CampaignPacing: PodctlCommand {
  static let example = "podctl campaign pacing --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "pacing", abstract: "Show delivery against goal.",
    discussion: """
      Pacing is delivered ÷ (goal × elapsed days ÷ flight days); a day has elapsed once it is over in the tenant's \
      zone. It is unknown (—) without a goal, before a flight's first day is over, for a dynamic flight whose delivery \
      has not been imported, and for a baked-in one on whose days no log of its show has come in. Without a name it shows the active and paused campaigns.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("Only this campaign.", valueName: "campaign"))
  var campaign: String?
  @Option(help: ArgumentHelp("Last day to count; the default is the last complete day.", valueName: "date"))
  var through: String?

  func run(in context: CommandContext) throws {
    let survey = try PacingListing.survey(
      campaign, statuses: [.active, .paused], through: through, owner: owner, in: context)
    try context.console.emit(
      PacingListing.listing("podctl.campaign.pacing/2"), survey.lines, output, meta: PacingListing.meta(survey),
      empty: "no flights of active or paused campaigns")
  }
}
