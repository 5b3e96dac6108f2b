import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender
import PodctlStore

/// Tells Stripe what was paid outside it.
struct BillPaymentsTell: PodctlCommand {
  static let example = "podctl bill payments tell --tenant lantern-agency --dry-run"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "tell", abstract: "Mark invoices paid by cheque or transfer as paid at Stripe, each once.",
    discussion: """
      Stripe charges nobody for it. An invoice that was paid at Stripe meanwhile is taken as it is, and what came twice \
      is owed back to its payer. Exit status 75: something is unknown, run it again.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @Flag(help: "Show which invoices would be marked, and change nothing.")
  var dryRun = false

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let waiting = try database.read(for: tenant.id) { tx in try PaymentTelling.waiting(isLive: nil, in: tx) }
    guard !waiting.isEmpty, !dryRun else {
      let rows = waiting.map {
        PaymentTelling.Result(
          number: $0.number, paidOutside: Money(minor: $0.balance.paidOutside, $0.balance.total.currency),
          ending: .open, reason: "a dry run")
      }
      return try context.console.emit(BillPaymentsTell.listing, rows, output, empty: "nothing to tell")
    }
    let results = try context.workingOnInvoices(of: tenant, stripe, outbox) { work in
      try work.client.checkMode()
      return try PaymentTelling.tell(
        tenant: tenant, gateway: work.gateway, driver: work.driver, ids: context.ids, time: work.time,
        isLive: work.client.isLive)
    }
    guard let results else { return context.console.note("another run is at work; skipped") }
    try context.console.emit(BillPaymentsTell.listing, results, output, empty: "nothing to tell")
    func count(_ ending: PaymentTelling.Result.Ending) -> Int { results.count { $0.ending == ending } }
    let summary = "\(count(.told)) told, \(count(.known)) known there already"
    context.recorder?.summary = summary
    let look = ["podctl outbox list --tenant \(tenant.slug)"]
    if count(.failed) > 0 { throw PodctlError(.effectsFailed, "\(summary), \(count(.failed)) failed", commands: look) }
    if count(.unknown) + count(.open) > 0 {
      throw PodctlError(
        count(.unknown) > 0 ? .effectsUnknown : .effectsDelayed,
        "\(summary), \(count(.unknown) + count(.open)) not settled", hint: "run it again", commands: look)
    }
    context.console.success(summary)
  }

  private static let listing = Listing<PaymentTelling.Result>(
    schema: "podctl.bill.payments.tell/1",
    [
      Column("number", "Invoice") { .text($0.number) },
      Column("ending", "Ending") { .text($0.ending.rawValue) },
      Column("paid_outside", "Paid outside", .trailing) { .money($0.paidOutside) },
      Column("why", "Why") { .text($0.reason) },
    ])
}
