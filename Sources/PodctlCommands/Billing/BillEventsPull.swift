import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender

/// Reads Stripe's events since the last time.
struct BillEventsPull: PodctlCommand {
  static let example = "podctl bill events pull --tenant lantern-agency"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "pull", abstract: "Apply Stripe's events since the last pull: payments, credits, voids.",
    discussion: """
      An event only says which invoice to look at; it is read back and taken as it stands, so that events count once, in \
      whatever order they come, and webhooks may have told of them already. Stripe keeps events for 30 days; a warning \
      says when the last pull is longer ago, and bill reconcile then finds what was missed.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var tenant: TenantOption
  @OptionGroup var stripe: StripeOptions
  @OptionGroup var outbox: OutboxOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(tenant)
    let report = try context.workingOnInvoices(of: tenant, stripe, outbox) { work in
      try work.client.checkMode()
      return try StripeEventPulling.pull(
        tenant, gateway: work.gateway, driver: work.driver, ids: context.ids, time: work.time)
    }
    guard let report else { return context.console.note("another run is at work; skipped") }
    let shown = report.results.filter { $0.outcome != .known && $0.outcome != .foreign }
    try context.console.emit(StripeEventListing.results, shown, output, empty: "no news")
    let summary = StripeEventListing.summary(report.results)
    context.recorder?.summary = summary
    if report.hasGap {
      context.console.warn("the last pull is over 30 days ago, and Stripe keeps no older events; see bill reconcile")
    }
    if report.results.contains(where: { $0.outcome == .missing }) {
      context.console.warn("some events are about invoices that are not here; see bill reconcile")
    }
    guard !report.isCutShort else {
      throw PodctlError(.effectsDelayed, "\(summary); time ran out", hint: "run it again: it goes on from here")
    }
    context.console.success(summary)
  }
}

/// How events are shown.
enum StripeEventListing {
  static let results = Listing<StripeEventApplying.Result>(
    schema: "podctl.bill.events/1",
    [
      Column("created_at", "At") { .instant($0.event.createdAt) },
      Column("type", "Event") { .text($0.event.type) },
      Column("number", "Invoice") { .text($0.number) },
      Column("outcome", "Outcome") { .text($0.outcome.rawValue) },
      Column("object", "About", inTable: false) { .text($0.event.object) },
      Column("id", "Id") { .text($0.event.id) },
    ])

  static func summary(_ results: [StripeEventApplying.Result]) -> String {
    let counts = StripeEventOutcome.allCases.compactMap { outcome -> String? in
      let count = results.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count) \(outcome.rawValue)"
    }
    return counts.isEmpty ? "no events" : "events: " + counts.joined(separator: ", ")
  }
}
