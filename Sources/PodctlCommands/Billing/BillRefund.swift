import ArgumentParser
import PodctlCore

/// Gives back what was paid.
struct BillRefund: PodctlCommand {
  static let example =
    "podctl bill refund --tenant lantern-agency LANTERN-AGENCY-2026-10-IO-VEL-2210 --amount 10.00 --dry-run"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "refund", abstract: "Refund all or part of what was paid for an invoice.",
    discussion: """
      It is never over more than was paid and has not gone back. What came by Stripe goes back by Stripe; what came by \
      cheque or transfer is sent back by you, and Stripe is told. The same command twice gives back once; a second \
      refund of the same amount needs a --reference.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @OptionGroup var options: CreditOptions
  @Option(help: "Where to send the refund if the invoice was paid both ways: stripe or outside.")
  var to: InvoiceCredit.Source?

  func run(in context: CommandContext) throws {
    try context.credit(.refund, to: to, options, of: context.tenant(tenant), stripe, outbox)
  }
}
