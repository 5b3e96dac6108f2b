import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender
import PodctlStore

/// Holds the invoices here against those at Stripe.
struct BillReconcile: PodctlCommand {
  static let example = "podctl bill reconcile --tenant lantern-agency"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "reconcile", abstract: "Compare every invoice, line, credit note and payment with Stripe, both ways.",
    discussion: """
      All pages of Stripe's lists are read. Exit status 1: something differs, and each difference is a row. What Stripe \
      knows and the database does not yet is taken up by bill events pull.

      --rebuild is for a database that was lost or brought back from a backup, with orders and delivery in place: each \
      month that Stripe has invoices of is drafted again, and a draft that is the invoice at Stripe to the cent becomes \
      it, with its payments, credit notes and journal. Nothing at Stripe is changed.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @Flag(help: "Restore what exists at Stripe and is missing here.")
  var rebuild = false

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let report: InvoiceReconciling.Report?
    if rebuild {
      report = try context.workingOnInvoices(of: tenant, stripe, outbox) { work in
        try work.client.checkMode()
        let results = try LedgerRebuilding(
          tenant, gateway: work.gateway, driver: work.driver, ids: context.ids, time: work.time
        ).rebuild()
        for result in results {
          let note = "\(result.number) (\(result.remoteID))"
          if let reason = result.reason { context.console.warn("\(note) is not taken up: \(reason)") }
        }
        context.console.note("\(results.count { $0.reason == nil }) invoices were taken up")
        return try compare(tenant, work.gateway, database)
      }
    } else {
      let client = try context.stripe(stripe, for: tenant, time: context.outboxTime(seconds: outbox.timeout))
      try client.checkMode()
      report = try compare(tenant, StripeGateway(client), database)
    }
    guard let report else { return context.console.note("another run is at work; skipped") }
    try context.console.emit(BillReconcile.listing, report.differences, output, empty: "no differences")
    if !report.hasSeenRefunds {
      context.console.warn("the key may not read refunds: money given back at Stripe without a credit note is not seen")
    }
    let summary = "invoices: \(report.matched) the same on both sides; differences: \(report.differences.count)"
    context.recorder?.summary = summary
    guard report.differences.isEmpty else {
      let isLost = report.differences.contains { $0.kind == .missingHere }
      throw PodctlError(
        .reconcileDiffers, summary,
        hint: isLost ? "what the database has lost is taken up by --rebuild" : "what is news is taken by events pull",
        commands: [
          "podctl bill \(isLost ? "reconcile --rebuild" : "events pull") --tenant \(tenant.slug)"
        ])
    }
    context.console.success(summary)
  }

  private func compare(
    _ tenant: Tenant, _ gateway: StripeGateway, _ database: Database
  ) throws -> InvoiceReconciling.Report {
    let ledger = try database.read(for: tenant.id) { tx in
      try InvoiceReconciling.Ledger.read(isLive: gateway.isLive, in: tx)
    }
    return try InvoiceReconciling.report(ledger, tenant: tenant.slug, gateway: gateway)
  }

  private static let listing = Listing<InvoiceReconciling.Difference>(
    schema: "podctl.bill.reconcile/1",
    [
      Column("number", "Invoice") { .text($0.number) },
      Column("kind", "Differs in") { .text($0.kind.rawValue) },
      Column("line", "Line") { .text($0.line) },
      Column("here", "Here") { .text($0.here) },
      Column("there", "At Stripe") { .text($0.there) },
      Column("remote_id", "Stripe's id") { .text($0.remoteID) },
    ])
}
