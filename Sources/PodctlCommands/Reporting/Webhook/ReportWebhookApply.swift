import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender

/// Takes events of SendGrid's webhook.
struct ReportWebhookApply: PodctlCommand {
  static let example =
    "podctl report webhook apply sendgrid-events.json --tenant harbour-network --timestamp 1600112502"
    + " --signature \(ReportWebhookVerify.signature) --key \(ReportWebhookVerify.key)"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Apply SendGrid's events: resolve unknown mails, suppress bounced addresses.",
    discussion: """
      For whatever receives SendGrid's requests: hand the body on as it came, and both headers. An event has its effect \
      once, however often it is told. A mail of which nobody knew whether it went is sent once an event shows it; who \
      bounced, unsubscribed or called it spam gets no more mail (report suppression list). Events of other tenants' \
      mails are counted as foreign and left alone.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var request: SendGridEventOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let body = try request.events(context)
    let tally = try MailEventApplying.apply(body.events, of: tenant, in: context.database(), now: context.now)
    try context.console.emit(ReportWebhookApply.listing(body.faults.count), one: tally, output)
    let summary = "events: \(tally.new) new, \(tally.known) known, \(tally.foreign) of others' mails"
    context.recorder?.summary = summary
    for fault in body.faults { context.console.warn("event \(fault.number): \(fault.reason)") }
    guard body.faults.isEmpty else {
      throw PodctlError(
        .rowsRejected, "\(body.faults.count) of the events cannot be used; \(summary)",
        hint: "the others were applied; see each with report webhook verify")
    }
    context.console.success(
      summary, next: tally.suppressed > 0 ? ["podctl report suppression list --tenant \(tenant.slug)"] : [])
  }

  private static func listing(_ faults: Int) -> Listing<MailEventApplying.Tally> {
    Listing(
      schema: "podctl.report.webhook.apply/1",
      [
        Column("new", "New", .trailing) { .integer($0.new) },
        Column("known", "Known", .trailing) { .integer($0.known) },
        Column("foreign", "Of others", .trailing) { .integer($0.foreign) },
        Column("settled", "Settled", .trailing) { .integer($0.settled) },
        Column("suppressed", "Suppressed", .trailing) { .integer($0.suppressed) },
        Column("rejected", "Rejected", .trailing) { _ in .integer(faults) },
      ])
  }
}
