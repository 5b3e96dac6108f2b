import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

struct TenantPlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "What a tenant has bought of the platform, and how much of it is used.",
    subcommands: [TenantPlanSet.self, TenantPlanShow.self, TenantPlanList.self])
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
        Column("stripe_subscription", "Stripe", inTable: false) { .text($0.standing.plan?.stripeSubscription) },
      ])
  }

  static let tiers = Listing<TenantPlan.Tier>(
    schema: "podctl.tenant.plan.list/1",
    [
      Column("plan", "Plan") { .text($0.rawValue) },
      Column("podcasts", "Podcasts", .trailing) { .integer($0.limits.podcasts) },
      Column("campaigns", "Campaigns a month", .trailing) { .integer($0.limits.campaigns) },
      Column("reports", "Reports a month", .trailing) { .integer($0.limits.reports) },
    ])

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
