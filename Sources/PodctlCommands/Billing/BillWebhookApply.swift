import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender

/// Takes an event of Stripe's webhook.
struct BillWebhookApply: PodctlCommand {
  static let example =
    "podctl bill webhook apply stripe-event.json --tenant lantern-agency --signature \(BillWebhookVerify.signature)"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Apply a Stripe event: fetch its invoice and store its current state.",
    discussion: """
      For whatever receives Stripe's requests: hand the body on as it came, and the header. An event counts once, and in \
      whatever order they come they end in the same state. An event of another tenant's invoice is foreign and left \
      alone. Answer Stripe with 2xx where the exit status is 0, else it sends the event again.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @OptionGroup var request: StripeEventOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(tenant)
    let event = try request.event(context)
    let result = try context.workingOnInvoices(of: tenant, stripe, outbox) { work in
      try StripeEventApplying(
        tenant, gateway: work.gateway, driver: work.driver, ids: context.ids, time: work.time
      ).apply(event)
    }
    guard let result else { return context.console.note("another run is at work; skipped") }
    try context.console.emit(StripeEventListing.results, one: result, output)
    context.recorder?.summary = "\(event.type): \(result.outcome.rawValue)"
    if result.outcome == .missing {
      context.console.warn("the event is about an invoice that is not here; see bill reconcile")
    }
    context.console.success("\(event.type) of \(result.number ?? event.object): \(result.outcome.rawValue)")
  }
}
