import ArgumentParser
import PodctlCore

/// Credits part of an open invoice.
struct BillCredit: PodctlCommand {
  static let example =
    "podctl bill credit --tenant lantern-agency LANTERN-AGENCY-2026-10-IO-STE-2210 --amount 10.00 "
    + "--reason order_change --dry-run"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "credit", abstract: "Issue a credit note against an invoice's open balance.",
    discussion: """
      It is never over more than is left: the total less what was paid and what credit notes, planned ones too, have \
      taken. The same command twice makes one credit note; a second one over the same amount needs a --reference.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @OptionGroup var options: CreditOptions

  func run(in context: CommandContext) throws {
    try context.credit(.credit, options, of: context.tenant(tenant), stripe, outbox)
  }
}
