import ArgumentParser
import PodctlCore
import PodctlOperations

/// Finds flights that are under or over their pace.
struct CampaignCheck: PodctlCommand {
  static let example = "podctl campaign check kettle-and-crane --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find flights that are off pace; exits with 1 if there are any.",
    discussion: """
      A flight is off its pace under 0.8 or over 1.2 of what it should have delivered. Without a name it checks the \
      active campaigns. The findings are on standard output.

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
    let survey = try PacingListing.survey(campaign, statuses: [.active], through: through, owner: owner, in: context)
    let off = survey.offPace
    let rated = survey.lines.count { $0.pacing != nil }
    try context.console.emit(
      PacingListing.listing("podctl.campaign.check/2"), off, output, meta: PacingListing.meta(survey),
      empty: "\(rated) of \(survey.lines.count) flights can be rated, and all of them are on pace")
    guard let worst = off.first else { return }
    throw PodctlError(
      .pacingOff, "\(off.count) of \(rated) rated \(rated == 1 ? "flight is" : "flights are") off pace",
      hint: "under 0.8 or over 1.2 of what should have been delivered",
      commands: ["podctl campaign pacing \(worst.campaign.slug)"],
      context: [.init("off_pace", "\(off.count)"), .init("rated", "\(rated)")])
  }
}
