import ArgumentParser
import PodctlCore
import PodctlStore

/// Sets what a plan costs.
struct TenantPlanPrice: PodctlCommand {
  static let example = "podctl tenant plan price starter price_1StarterMonthly"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "price", abstract: "Set a plan's price, by its id at Stripe.",
    discussion: """
      It is the same for every tenant. Who has the plan goes on paying what was agreed until tenant plan set is run for \
      it again. Prices of test and live mode are different ones. --none takes a price away.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @Argument(help: ArgumentHelp("free, starter, pro or enterprise.", valueName: "plan"))
  var tier: TenantPlan.Tier
  @Argument(help: ArgumentHelp("Price id at Stripe.", valueName: "price_…"))
  var price: String?
  @Flag(help: "Set the live-mode price; the default is test mode.")
  var live = false
  @Flag(help: "Remove the plan's price.")
  var none = false

  func validate() throws {
    guard (price == nil) == none else { throw ValidationError("give a price or --none, not both") }
  }

  func run(in context: CommandContext) throws {
    let price = try price.map { PlanPrice(tier, isLive: live, price: try PlanSubscription.price(typed: $0)) }
    let hasChanged = try context.database().write { tx in
      let store = PlanPriceStore(tx)
      guard let price else { return try store.remove(tier, isLive: live) }
      return try store.save(price, now: context.now)
    }
    let mode = live ? "live" : "test"
    guard hasChanged else {
      return context.console.note("plan \(tier.rawValue) has this price already: nothing changed")
    }
    context.console.success(
      price.map { "plan \(tier.rawValue) costs \($0.price) in \(mode) mode" }
        ?? "plan \(tier.rawValue) has no price in \(mode) mode any more",
      next: ["podctl tenant plan set \(tier.rawValue) --tenant SLUG"])
  }
}
