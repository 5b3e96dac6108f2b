import ArgumentParser
import PodctlCore
import PodctlStore

/// Lists the plans there are.
struct TenantPlanList: PodctlCommand {
  static let example = "podctl tenant plan list"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the plans and what each comes with and costs; \"—\" is no limit, or no price.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions

  func run(in context: CommandContext) throws {
    let prices = try context.database().read { try PlanPriceStore($0).all() }
    try context.console.emit(
      PlanListing.tiers, TenantPlan.Tier.allCases.map { PlanListing.Tier(tier: $0, prices: prices) }, output)
  }
}
