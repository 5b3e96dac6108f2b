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
    commandName: "void", abstract: "Withdraw an invoice, at Stripe too where it is issued.",
    discussion: """
      A draft, or one that is approved and not finalized, is withdrawn here; drafting the month again makes the next \
      revision. An open one is made void at Stripe first. What is paid is not made void.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @Argument(help: ArgumentHelp("The invoice's number.", valueName: "number"))
  var number: String
  @Option(help: ArgumentHelp("Do it without asking: the invoice's number.", valueName: "number"))
  var confirm: String?

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let time = context.outboxTime(seconds: outbox.timeout)
    try context.confirm("Withdraw invoice \(number)?", losing: number, confirm)
    let done: Void? = try context.holdingLease(of: tenant, choice: outbox.lock, time: time) { lease in
      let (invoice, issue, effects) = try database.read(for: tenant.id) { tx in
        guard let invoice = try InvoiceStore(tx).find(number) else {
          throw try InvoiceSearch.missing(number, tenant, in: tx)
        }
        let store = OutboxStore(tx)
        return (
          invoice, try IssueStore(tx).find(invoice.id),
          try store.chain(number, isLive: false) + store.chain(number, isLive: true)
        )
      }
      switch try BillVoiding.way(invoice, issue, effects) {
      case .here:
        try database.write(for: tenant.id) { tx in
          try LeaseStore(tx).hold(lease, now: time.now())
          try BillVoiding.withdraw(invoice, issue, in: tx, now: time.now())
        }
      case .there(let remoteID):
        guard let issue else { return }
        try voidAtStripe(invoice, issue, remoteID, lease, tenant, time, context)
      }
    }
    guard done != nil else { return context.console.note("another run is at work; skipped") }
    context.console.success("invoice \(number) is void", next: ["podctl bill list --tenant \(tenant.slug)"])
  }

  private func voidAtStripe(
    _ invoice: Invoice, _ issue: InvoiceIssue, _ remoteID: String, _ lease: Lease, _ tenant: Tenant,
    _ time: OutboxTime, _ context: CommandContext
  ) throws {
    let client = try context.stripe(stripe, for: tenant, time: time)
    guard client.isLive == issue.isLive else {
      throw PodctlError(
        .liveRefused, "invoice \(number) was issued in the other mode", hint: "give the key of that mode")
    }
    let driver = try OutboxDriver(
      context.database(), tenant: tenant.id, lease: lease, gateway: StripeGateway(client), time: time,
      checkpoint: context.checkpoint())
    try client.checkMode()
    let effect = try BillVoiding.void(
      invoice, issue, remoteID: remoteID, tenant: tenant, driver: driver, ids: context.ids, now: time.now())
    switch effect.state {
    case .done: return
    case .failed, .withheld, .cancelled:
      throw PodctlError(
        .effectsFailed, "\(effect.name): \(effect.reason ?? "failed")",
        commands: ["podctl outbox show \(effect.name) --tenant \(tenant.slug)"])
    case .planned, .sending, .unknown:
      throw PodctlError(
        effect.state == .planned ? .effectsDelayed : .effectsUnknown,
        "\(effect.name): \(effect.reason ?? "not settled")",
        hint: "run it again", commands: ["podctl outbox list --tenant \(tenant.slug)"])
    }
  }
}
