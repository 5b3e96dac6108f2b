import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore

/// Writes an invoice off.
struct BillUncollectible: PodctlCommand {
  static let example =
    "podctl bill uncollectible --tenant lantern-agency LANTERN-AGENCY-2026-10-IO-STE-2210 --dry-run"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "uncollectible", abstract: "Write off an invoice's open balance, at Stripe too.",
    discussion: """
      A payment that comes all the same is taken, and makes the debt good again. Running it again changes nothing.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @Argument(help: ArgumentHelp("Invoice number.", valueName: "number"))
  var number: String
  @Flag(help: "Show what would be written off, and change nothing.")
  var dryRun = false
  @Option(help: ArgumentHelp("Skip the prompt; must equal the invoice number.", valueName: "number"))
  var confirm: String?

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let standing = try database.read(for: tenant.id) { tx in
      try InvoiceStanding.issued(number, tenant, in: tx)
    }
    let left = Money(minor: standing.balance.left, standing.balance.total.currency)
    guard standing.issue.status != .uncollectible else {
      return context.console.note("invoice \(number) is uncollectible already")
    }
    guard standing.issue.status == .open, let remoteID = standing.issue.remoteID else {
      throw PodctlError(
        .transitionRefused, "invoice \(number) is \(standing.issue.status.rawValue); only an open one is written off",
        context: [.init("number", number)])
    }
    guard !dryRun else { return context.console.note("\(left) of invoice \(number) would be written off") }
    try context.confirm("Write off \(left) of invoice \(number)?", losing: number, confirm)
    let effect = try context.workingOnInvoices(of: tenant, stripe, outbox) { work in
      try context.admit(standing, work.client)
      try work.client.checkMode()
      return try InvoiceMarking.settle(
        .uncollectible, standing, remoteID: remoteID, tenant: tenant, driver: work.driver, ids: context.ids,
        now: work.time.now())
    }
    guard let effect else { return context.console.note("another run is at work; skipped") }
    try context.require(effect, of: tenant)
    context.console.success(
      "\(left) of invoice \(number) is written off", next: ["podctl bill aging --tenant \(tenant.slug)"])
  }
}
