import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

struct TenantPlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Manage a tenant's plan: its limits, use and price.",
    subcommands: [
      TenantPlanSet.self, TenantPlanShow.self, TenantPlanCheck.self, TenantPlanPrice.self, TenantPlanList.self,
    ])
}

enum PlanListing {
  /// One quota of a tenant's plan.
  struct Line: Sendable {
    var tenant: Tenant
    var standing: PlanKeeping.Standing
    var usage: PlanUsage
  }

  static func lines(_ tenant: Tenant, _ standing: PlanKeeping.Standing) -> [Line] {
    standing.usage.map { Line(tenant: tenant, standing: standing, usage: $0) }
  }

  static func usage(_ schema: String) -> Listing<Line> {
    Listing(
      schema: schema,
      [
        Column("tenant", "Tenant", inTable: false) { .text($0.tenant.slug.text) },
        Column("plan", "Plan") { .text($0.standing.plan?.tier.rawValue) },
        Column("quota", "Quota") { .text($0.usage.quota.rawValue) },
        Column("from", "From") { line in .day(line.usage.quota.isMonthly ? line.standing.month.start : nil) },
        Column("to", "To", inTable: false) { line in .day(line.usage.quota.isMonthly ? line.standing.month.last : nil)
        },
        Column("used", "Used", .trailing) { .integer($0.usage.used) },
        Column("limit", "Limit", .trailing) { .integer($0.usage.limit) },
        Column("left", "Left", .trailing) { .integer($0.usage.left) },
        Column("state", "State") { .text($0.usage.state.rawValue) },
        Column("stripe_subscription", "Stripe", inTable: false) { .text($0.standing.subscriptionID) },
        Column("subscription_price", "Price", inTable: false) { .text($0.standing.subscription?.price) },
        Column("subscription_mode", "Mode", inTable: false) { line in
          .text(line.standing.subscription.map { $0.isLive ? "live" : "test" })
        },
        Column("subscription_status", "Subscription", inTable: false) { .text($0.standing.subscription?.status) },
        Column("subscription_ends_at", "Ends", inTable: false) { .instant($0.standing.subscription?.endsAt) },
        Column("subscription_read_at", "Read", inTable: false) { .instant($0.standing.subscription?.readAt) },
      ])
  }

  /// A plan with what it costs.
  struct Tier: Sendable {
    var tier: TenantPlan.Tier
    var prices: [PlanPrice]

    func price(isLive: Bool) -> String? { prices.first { $0.tier == tier && $0.isLive == isLive }?.price }
  }

  static let tiers = Listing<Tier>(
    schema: "podctl.tenant.plan.list/1",
    [
      Column("plan", "Plan") { .text($0.tier.rawValue) },
      Column("podcasts", "Podcasts", .trailing) { .integer($0.tier.limits.podcasts) },
      Column("campaigns", "Campaigns a month", .trailing) { .integer($0.tier.limits.campaigns) },
      Column("reports", "Reports a month", .trailing) { .integer($0.tier.limits.reports) },
      Column("live_price", "Price") { .text($0.price(isLive: true)) },
      Column("test_price", "In test mode") { .text($0.price(isLive: false)) },
    ])

  /// The subscription in a sentence; nil where there is none to tell of.
  static func sentence(_ standing: PlanKeeping.Standing) -> String? {
    if let id = standing.plan?.stripeSubscription { return "it is paid by subscription \(id), kept by hand" }
    guard let subscription = standing.subscription else { return nil }
    let mode = subscription.isLive ? "live" : "test"
    guard let id = subscription.remoteID else {
      return subscription.price.map { "a subscription to \($0) in \(mode) mode is to be made" }
    }
    let ending = subscription.endsAt.map { ", ends \($0)" } ?? ""
    return "subscription \(id) in \(mode) mode is \(subscription.status ?? "not read yet")\(ending)"
      + (subscription.readAt.map { "; read \($0)" } ?? "")
  }

  /// Says of a quota that is nearly used up, after something was made under it.
  static func tell(_ quota: PlanQuota, of tenant: Tenant, in context: CommandContext) throws {
    let standing = try context.database().read(for: tenant.id) { tx in
      try PlanKeeping.standing(of: tenant, in: tx, now: context.now)
    }
    guard let usage = standing.usage.first(where: { $0.quota == quota }), usage.state != .open, let limit = usage.limit,
      let plan = standing.plan
    else { return }
    context.console.note("plan \(plan.tier.rawValue): \(usage.used) of \(limit) \(quota.rawValue) are used")
  }
}
