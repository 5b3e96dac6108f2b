import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Shows a tenant's plan with what of it is used.
struct TenantPlanShow: PodctlCommand {
  static let example = "podctl tenant plan show --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a tenant's use and limits; \"—\" is no limit.",
    discussion: """
      How the subscription stands is as it was last read; podctl tenant plan check asks Stripe.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let standing = try context.database().read(for: tenant.id) { tx in
      try PlanKeeping.standing(of: tenant, in: tx, now: context.now)
    }
    try context.console.emit(
      PlanListing.usage("podctl.tenant.plan.show/1"), PlanListing.lines(tenant, standing), output)
    if let sentence = PlanListing.sentence(standing) { context.console.note(sentence) }
    if standing.plan == nil { context.console.note("tenant \(tenant.slug) has no plan: nothing is limited") }
  }
}
