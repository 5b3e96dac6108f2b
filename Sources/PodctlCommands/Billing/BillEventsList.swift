import ArgumentParser
import PodctlCore
import PodctlRender
import PodctlStore

/// Lists the events of Stripe that were taken.
struct BillEventsList: PodctlCommand {
  static let example = "podctl bill events list --tenant lantern-agency --limit 20"
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List applied Stripe events and their outcomes, newest first.",
    discussion: """
      applied: something was new. unchanged: the books had it already. foreign: it is about no invoice of this tenant. \
      missing: it is about an invoice of this tenant that is not here; bill reconcile tells more.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @Option(help: "Show only events with this outcome: applied, unchanged, foreign or missing.")
  var outcome: StripeEventOutcome?
  @Option(help: ArgumentHelp("Show at most N rows.", valueName: "n"))
  var limit = 100

  func validate() throws {
    guard (1...100_000).contains(limit) else { throw ValidationError("--limit takes 1 to 100000.") }
    guard outcome != .known else {
      throw ValidationError("--outcome known is not kept: a known event is not applied twice")
    }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(tenant)
    let taken = try context.database().read(for: tenant.id) { tx in
      try StripeEventStore(tx).all(outcome: outcome, limit: limit)
    }
    try context.console.emit(BillEventsList.listing, taken, output, empty: "no events were taken")
  }

  private static let listing = Listing<StripeEventStore.Taken>(
    schema: "podctl.bill.events.list/1",
    [
      Column("created_at", "At") { .instant($0.event.createdAt) },
      Column("type", "Event") { .text($0.event.type) },
      Column("number", "Invoice") { .text($0.number) },
      Column("outcome", "Outcome") { .text($0.event.outcome.rawValue) },
      Column("why", "Why") { .text($0.event.outcome.why) },
      Column("mode", "Mode", inTable: false) { .text($0.event.isLive ? "live" : "test") },
      Column("object", "About") { .text($0.event.object) },
      Column("applied_at", "Taken", inTable: false) { .instant($0.event.appliedAt) },
      Column("id", "Id", inTable: false) { .text($0.event.id) },
    ])
}

extension StripeEventOutcome: ExpressibleByArgument {}
