import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender
import PodctlStore

/// Takes approved invoices to their payers by Stripe.
struct BillIssue: PodctlCommand {
  static let example = "podctl bill issue --tenant harbour-network --dry-run"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "issue", abstract: "Issue approved invoices through Stripe, each once.",
    discussion: """
      For each invoice: the customer, a draft, its lines, a comparison of the draft with what was approved, then \
      finalize and send. Every step is on record before it is taken, and running it again after anything goes on where \
      it stopped. Exit status 75: something is unknown or delayed, run it again; 65: something was refused or differs, \
      look at it.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions
  @Option(help: ArgumentHelp("Only invoices of this month.", valueName: "yyyy-mm"))
  var period: String?
  @Flag(help: "Show what would be issued, and change nothing.")
  var dryRun = false
  @OptionGroup var yes: YesOption

  func run(in context: CommandContext) throws {
    let database = try context.database()
    let tenant = try context.tenant(tenant)
    let month = try period.map { try Period(month: $0, zone: tenant.zone) }
    let waiting = try database.read(for: tenant.id) { tx in try InvoiceStore(tx).approved(period: month) }
    guard !waiting.isEmpty, !dryRun else {
      let rows = waiting.map {
        BillIssuing.Result(
          number: $0.content.number, total: $0.content.total, ending: .delayed, reason: "a dry run", remoteID: nil,
          status: $0.status)
      }
      return try context.console.emit(BillIssue.listing, rows, output, empty: "nothing to issue")
    }
    let time = context.outboxTime(seconds: outbox.timeout)
    let client = try context.stripe(stripe, for: tenant, time: time)
    let mode = client.isLive ? "with a LIVE key" : "in test mode"
    guard try context.confirm("Issue \(waiting.count) invoices of \(tenant.slug) \(mode)?", yes) else { return }
    let results = try context.holdingLease(of: tenant, choice: outbox.lock, time: time) { lease in
      let gateway = StripeGateway(client)
      let driver = try OutboxDriver(
        database, tenant: tenant.id, lease: lease, gateway: gateway, time: time, checkpoint: context.checkpoint())
      let issuing = BillIssuing(
        tenant, gateway: gateway, driver: driver, time: time, ids: context.ids, isLive: client.isLive)
      // What is meant to happen is on record even where the service cannot be reached.
      try issuing.prepare(period: month)
      try client.checkMode()
      try refuseLost(tenant, gateway, driver, time, context)
      return try issuing.issue(period: month)
    }
    guard let results else { return context.console.note("another run is at work; skipped") }
    try context.console.emit(BillIssue.listing, results, output, empty: "nothing to issue")
    try conclude(results, tenant, context)
  }

  /// A database that has issued nothing, of a tenant that has invoices at Stripe, would bill them again.
  private func refuseLost(
    _ tenant: Tenant, _ gateway: StripeGateway, _ driver: OutboxDriver, _ time: OutboxTime, _ context: CommandContext
  ) throws {
    let isNew = try driver.write { tx in try InvoiceStore(tx).issued(isLive: gateway.isLive).isEmpty }
    guard isNew else { return }
    let lost = try LedgerRebuilding(tenant, gateway: gateway, driver: driver, ids: context.ids, time: time).strangers()
    guard let first = lost.first else { return }
    throw PodctlError(
      .ledgerIncomplete, "Stripe has \(lost.count) invoices of \(tenant.slug) that are not here, such as \(first)",
      hint: "the database was lost, or is another one; nothing was issued",
      commands: ["podctl bill reconcile --tenant \(tenant.slug) --rebuild"])
  }

  private func conclude(
    _ results: [BillIssuing.Result], _ tenant: Tenant, _ context: CommandContext
  ) throws {
    let counts = BillIssuing.Result.Ending.allCases.compactMap { ending -> String? in
      let count = results.count { $0.ending == ending }
      return count == 0 ? nil : "\(count) \(ending.rawValue)"
    }
    let summary = counts.isEmpty ? "nothing to issue" : "invoices: " + counts.joined(separator: ", ")
    context.recorder?.summary = summary
    let look = ["podctl outbox list --tenant \(tenant.slug)"]
    func count(_ ending: BillIssuing.Result.Ending) -> Int { results.count { $0.ending == ending } }
    if count(.unknown) > 0 {
      throw PodctlError(
        .effectsUnknown, summary, hint: "run it again: it looks before it sends anything again", commands: look)
    }
    if count(.differs) > 0 {
      throw PodctlError(
        .invoiceDiffers, summary,
        hint: "a draft at Stripe is not what was approved and is not finalized; make it void and draft again",
        commands: look)
    }
    if count(.failed) > 0 {
      throw PodctlError(.effectsFailed, summary, hint: "see why, then resolve it by hand", commands: look)
    }
    if count(.delayed) > 0 { throw PodctlError(.effectsDelayed, summary, hint: "run it again later", commands: look) }
    context.console.success(summary, next: ["podctl bill list --tenant \(tenant.slug)"])
  }

  private static let listing = Listing<BillIssuing.Result>(
    schema: "podctl.bill.issue/1",
    [
      Column("number", "Invoice") { .text($0.number) },
      Column("ending", "Ending") { .text($0.ending.rawValue) },
      Column("status", "Status") { .text($0.status.rawValue) },
      Column("total", "Total", .trailing) { .money($0.total) },
      Column("remote_id", "At Stripe") { .text($0.remoteID) },
      Column("why", "Why") { .text($0.reason) },
    ])
}
