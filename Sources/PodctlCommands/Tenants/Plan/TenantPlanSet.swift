import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Sets a tenant's plan.
struct TenantPlanSet: PodctlCommand {
  static let example = "podctl tenant plan set starter --tenant harbour-network --limit campaigns=60"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a tenant's plan, or a limit of its own.",
    discussion: """
      A plan comes with its limits, as they are today; --limit sets one of them for this tenant alone. Without a plan \
      named, the tenant's own is changed. At a limit nothing more of the kind is made; what there is stays, and what is \
      owed goes on being reported and billed.

      The subscription at Stripe is only kept here: it is made, changed and ended at Stripe.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("free, starter, pro or enterprise.", valueName: "plan"))
  var tier: TenantPlan.Tier?
  @Option(
    help: ArgumentHelp(
      "The most podcasts, campaigns or reports; none for no limit. Repeatable.", valueName: "quota=n|none"))
  var limit: [PlanLimitOption] = []
  @Option(help: ArgumentHelp("The subscription that pays it; an empty text takes it away.", valueName: "sub_…"))
  var stripeSubscription: String?

  func validate() throws {
    guard tier != nil || !limit.isEmpty || stripeSubscription != nil else {
      throw ValidationError("nothing to change: name a plan, a --limit or a --stripe-subscription")
    }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let subscription = try stripeSubscription.map { $0.isEmpty ? nil : try TenantPlan.subscription(typed: $0) }
    let change = PlanKeeping.Change(
      tier: tier, limits: limit.map { ($0.quota, $0.limit) }, stripeSubscription: subscription)
    let (plan, hasChanged, standing) = try context.database().write(for: tenant.id) { tx in
      let (plan, hasChanged) = try PlanKeeping.set(change, of: tenant, in: tx, now: context.now)
      return (plan, hasChanged, try PlanKeeping.standing(of: tenant, in: tx, now: context.now))
    }
    if output.chosen.isMachine {
      try context.console.emit(
        PlanListing.usage("podctl.tenant.plan.set/1"), PlanListing.lines(tenant, standing), output)
    }
    guard hasChanged else {
      return context.console.note("tenant \(tenant.slug) has this plan already: nothing changed")
    }
    for usage in standing.usage where usage.state == .reached {
      context.console.warn(
        "\(usage.used) of \(usage.limit ?? 0) \(usage.quota.rawValue) are used: there is no room for \(usage.quota.stops)"
      )
    }
    context.console.success(
      "tenant \(tenant.slug) has plan \(plan.tier.rawValue) now",
      next: ["podctl tenant plan show --tenant \(tenant.slug)"])
  }
}

/// A limit as it is typed: `campaigns=60`, `reports=none`.
struct PlanLimitOption: ExpressibleByArgument {
  var quota: PlanQuota
  /// Nil for no limit.
  var limit: Int64?

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, let quota = PlanQuota(rawValue: String(parts[0])) else { return nil }
    self.quota = quota
    if parts[1] == "none" { return }
    guard let limit = Int64(parts[1]), limit >= 0 else { return nil }
    self.limit = limit
  }
}

extension TenantPlan.Tier: ExpressibleByArgument {}
