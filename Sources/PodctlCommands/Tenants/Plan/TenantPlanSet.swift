import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender
import PodctlStore

/// Sets a tenant's plan.
struct TenantPlanSet: PodctlCommand {
  static let example = "podctl tenant plan set starter --tenant harbour-network --limit campaigns=60"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Set a tenant's plan, its own limits and its subscription.",
    discussion: """
      A plan comes with its limits, as they are today; --limit sets one of them for this tenant alone. Without a plan \
      named, the tenant's own is changed. At a limit nothing more of the kind is made; what there is stays, and what is \
      owed goes on being reported and billed.

      A plan with a price (podctl tenant plan price) has a subscription at Stripe: it is made, changed to another price, \
      or ended with the paid period where the plan has none, each once; run again after anything, it goes on. Status 75: \
      run it again. The plan and its limits count at once. A demo tenant is never subscribed.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @Argument(help: ArgumentHelp("free, starter, pro or enterprise.", valueName: "plan"))
  var tier: TenantPlan.Tier?
  @Option(
    help: ArgumentHelp(
      "Limit of podcasts, campaigns or reports a month; none for no limit. Repeatable.", valueName: "quota=n|none"))
  var limit: [PlanLimitOption] = []
  @Option(
    help: ArgumentHelp(
      "Subscription id, if podctl does not manage the subscription; an empty value removes it.", valueName: "sub_…")
  )
  var stripeSubscription: String?
  @Flag(help: "Change the plan here only, not at Stripe.")
  var noSubscription = false
  @OptionGroup var yes: YesOption

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
    let bill = try PlanBilling.survey(change, of: tenant, in: context.database())
    guard bill.isOwn, !noSubscription else {
      if let reason = noSubscription ? bill.leftAlone : bill.reason { context.console.note(reason) }
      let (plan, hasChanged) = try context.database().write(for: tenant.id) { tx in
        try PlanKeeping.set(change, of: tenant, in: tx, now: context.now)
      }
      return try tell(plan, hasChanged, nil, tenant, context)
    }
    guard let email = tenant.contactEmail, email.contains("@") else {
      throw PodctlError(
        .usage, "tenant \(tenant.slug) has no address to send invoices of its plan to",
        hint: "give it one, or pass --no-subscription",
        commands: ["podctl tenant update \(tenant.slug) --contact-email ADDRESS"],
        context: [.init("tenant", tenant.slug.text)])
    }
    let outcome = try context.workingOnInvoices(of: tenant, stripe, outbox, ofPlatform: true) { work in
      let price = try bill.price(isLive: work.client.isLive)
      let mode = work.client.isLive ? "with a LIVE key" : "in test mode"
      let what = price.map { "subscribed to \($0)" } ?? "without a subscription"
      guard try context.confirm("Have tenant \(tenant.slug) \(what) \(mode)?", yes) else { return Outcome?.none }
      let (plan, hasChanged) = try work.driver.write { tx in
        try PlanSubscribing.want(price, isLive: work.client.isLive, in: tx, now: context.now)
        return try PlanKeeping.set(change, of: tenant, in: tx, now: context.now)
      }
      try work.client.checkMode()
      let result = try PlanSubscribing(
        tenant, gateway: work.gateway, driver: work.driver, ids: context.ids, time: work.time
      ).settle(tier: plan.tier)
      return Outcome(plan: plan, hasChanged: hasChanged, result: result)
    }
    guard let outcome else { return context.console.note("another run is at work; skipped") }
    if let outcome { try tell(outcome.plan, outcome.hasChanged, outcome.result, tenant, context) }
  }

  private struct Outcome {
    var plan: TenantPlan
    var hasChanged: Bool
    var result: PlanSubscribing.Result
  }

  private func tell(
    _ plan: TenantPlan, _ hasChanged: Bool, _ result: PlanSubscribing.Result?, _ tenant: Tenant,
    _ context: CommandContext
  ) throws {
    let standing = try context.database().read(for: tenant.id) { tx in
      try PlanKeeping.standing(of: tenant, in: tx, now: context.now)
    }
    if output.chosen.isMachine {
      try context.console.emit(
        PlanListing.usage("podctl.tenant.plan.set/1"), PlanListing.lines(tenant, standing), output)
    }
    try result.map { try PlanBilling.require($0, of: tenant) }
    guard hasChanged || result?.done.isEmpty == false else {
      return context.console.note("tenant \(tenant.slug) has this plan already: nothing changed")
    }
    for usage in standing.usage where usage.state == .reached {
      context.console.warn(
        "\(usage.used) of \(usage.limit ?? 0) \(usage.quota.rawValue) are used: there is no room for \(usage.quota.stops)"
      )
    }
    if result != nil, let sentence = PlanListing.sentence(standing) { context.console.note(sentence) }
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
