import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender
import PodctlStore

/// Holds a tenant's subscription against Stripe.
struct TenantPlanCheck: PodctlCommand {
  static let example = "podctl tenant plan check --tenant harbour-network"
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Compare the subscription that pays a plan with Stripe.",
    discussion: """
      Exit status 1: it was ended at Stripe, has another price there or another status than when it was last read, or \
      there are two; each is a row. Nothing is changed: podctl tenant plan set, run again, brings it about.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var stripe: StripeOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let database = try context.database()
    let known = try database.read(for: tenant.id) { tx in try PlanSubscriptionStore(tx).all() }
    guard !known.isEmpty else {
      try context.console.emit(TenantPlanCheck.listing, [], output, empty: "no differences")
      return context.console.note("podctl keeps no subscription at Stripe for tenant \(tenant.slug)")
    }
    let client = try context.stripe(stripe, for: tenant, ofPlatform: true, time: context.outboxTime(seconds: 900))
    try client.checkMode()
    let mode = client.isLive ? "live" : "test"
    guard let wanted = known.first(where: { $0.isLive == client.isLive }) else {
      try context.console.emit(TenantPlanCheck.listing, [], output, empty: "no differences")
      return context.console.note("podctl keeps no subscription in \(mode) mode for tenant \(tenant.slug)")
    }
    let gateway = StripeGateway(client)
    let customer = try database.read(for: tenant.id) { tx in try PlanSubscribing.customer(isLive: client.isLive, in: tx)
    }
    let standing = try customer.map { try gateway.subscriptions(of: $0, tenant: tenant.slug) } ?? []
    let differences = SubscriptionDifference.all(wanted, standing)
    try context.console.emit(TenantPlanCheck.listing, differences, output, empty: "no differences")
    guard differences.isEmpty else {
      throw PodctlError(
        .reconcileDiffers, "the subscription of tenant \(tenant.slug) is not at Stripe what is kept here",
        hint: "set the plan again to bring it about, or set the plan that fits what stands there",
        commands: [
          "podctl tenant plan show --tenant \(tenant.slug)", "podctl tenant plan set PLAN --tenant \(tenant.slug)",
        ])
    }
    context.console.success("the subscription of tenant \(tenant.slug) is at Stripe what is kept here")
  }

  private static let listing = Listing<SubscriptionDifference>(
    schema: "podctl.tenant.plan.check/1",
    [
      Column("kind", "Differs in") { .text($0.kind.rawValue) },
      Column("here", "Here") { .text($0.here) },
      Column("there", "At Stripe") { .text($0.there) },
      Column("remote_id", "Stripe's id") { .text($0.remoteID) },
    ])
}
