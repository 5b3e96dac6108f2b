import ArgumentParser
import PodctlCore
import PodctlOperations

/// Takes a recipient off a schedule, or the schedule away.
struct ReportScheduleRemove: PodctlCommand {
  static let example = "podctl report schedule remove --tenant harbour-network --campaign kettle-and-crane"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Stop sending a campaign's report, to one recipient or to all.",
    discussion: "Reports that have gone out stay as they are.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("The campaign.", valueName: "slug"))
  var campaign: String
  @Option(help: ArgumentHelp("Only this recipient.", valueName: "address"))
  var to: String?

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let address = try to.map { try MailAddress(typed: $0) }
    guard try ReportScheduling.remove(address, from: campaign, of: tenant, in: context.database()) else {
      return context.console.note(
        "\(address.map { "\($0) gets no report" } ?? "no report") of campaign \(campaign): nothing changed")
    }
    context.console.success(
      address.map { "\($0) gets the report of \(campaign) no more" } ?? "the report of \(campaign) has no schedule now",
      next: ["podctl report schedule list --tenant \(tenant.slug)"])
  }
}
