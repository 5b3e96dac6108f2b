import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlRender

/// Checks the signature of an event and shows it; nothing is applied.
struct BillWebhookVerify: PodctlCommand {
  static let signature = "t=1793606400,v1=f640b4066460633d5c127b798651bf7f6f6d4de84cc8a933f2bab09d4ef3aad3"
  static let example = "podctl bill webhook verify stripe-event.json --signature \(signature)"
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify the signature of a Stripe event and show it.",
    discussion: """
      Nothing is applied and no database is opened. The signature's time may be five minutes from now, on either side.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var request: StripeEventOptions

  func run(in context: CommandContext) throws {
    let event = try request.event(context)
    try context.console.emit(BillWebhookVerify.listing, one: event, output)
    context.console.success("Stripe signed this event")
  }

  private static let listing = Listing<StripeEvent>(
    schema: "podctl.bill.webhook.verify/1",
    [
      Column("id", "Id") { .text($0.id) },
      Column("type", "Event") { .text($0.type) },
      Column("created_at", "At") { .instant($0.createdAt) },
      Column("mode", "Mode") { .text($0.isLive ? "live" : "test") },
      Column("object", "About") { .text($0.object) },
      Column("invoice", "Invoice") { .text($0.invoice) },
    ])
}
