import ArgumentParser
import PodctlCore

/// Lists the plans there are.
struct TenantPlanList: PodctlCommand {
  static let example = "podctl tenant plan list"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plans and what each comes with; \"—\" is no limit.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run(in context: CommandContext) throws {
    try context.console.emit(PlanListing.tiers, TenantPlan.Tier.allCases, output)
  }
}
