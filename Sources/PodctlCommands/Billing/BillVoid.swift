import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore

/// Withdraws an invoice.
struct BillVoid: PodctlCommand {
  static let example =
    "podctl bill void --tenant harbour-network HARBOUR-NETWORK-2026-10-IO-FER-2210 "
    + "--confirm HARBOUR-NETWORK-2026-10-IO-FER-2210"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Void an invoice, at Stripe too if it was issued.",
    discussion: """
      A draft, or one that is approved and not finalized, is withdrawn here; drafting the month again makes the next \
      revision. An open one is made void at Stripe first. What is paid is not made void.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @Argument(help: ArgumentHelp("Invoice number.", valueName: "number"))
  var number: String
  @Option(help: ArgumentHelp("Skip the prompt; must equal the invoice number.", valueName: "number"))
  var confirm: String?

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let time = context.outboxTime(seconds: outbox.timeout)
    try context.confirm("Withdraw invoice \(number)?", losing: number, confirm)
    let done: Void? = try context.holdingLease(of: tenant, choice: outbox.lock, time: time) { lease in
      let (invoice, standing, effects) = try database.read(for: tenant.id) { tx in
        try BillVoiding.survey(number, tenant, in: tx)
      }
      switch try BillVoiding.way(invoice, standing, effects) {
      case .here:
        try database.write(for: tenant.id) { tx in
          try LeaseStore(tx).hold(lease, now: time.now())
          try BillVoiding.withdraw(invoice, standing, in: tx, now: time.now())
        }
      case .there(let remoteID):
        guard let standing else { return }
        try voidAtStripe(standing, remoteID, lease, tenant, time, context)
      }
    }
    guard done != nil else { return context.console.note("another run is at work; skipped") }
    context.console.success("invoice \(number) is void", next: ["podctl bill list --tenant \(tenant.slug)"])
  }

  private func voidAtStripe(
    _ standing: InvoiceStanding, _ remoteID: String, _ lease: Lease, _ tenant: Tenant, _ time: OutboxTime,
    _ context: CommandContext
  ) throws {
    let client = try context.stripe(stripe, for: tenant, time: time)
    try context.admit(standing, client)
    let driver = try OutboxDriver(
      context.database(), tenant: tenant.id, lease: lease, gateway: StripeGateway(client), time: time,
      checkpoint: context.checkpoint())
    try client.checkMode()
    let effect = try InvoiceMarking.settle(
      .void, standing, remoteID: remoteID, tenant: tenant, driver: driver, ids: context.ids, now: time.now())
    try context.require(effect, of: tenant)
  }
}
