import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlRender

/// Checks the signature of events and shows them; nothing is applied.
struct ReportWebhookVerify: PodctlCommand {
  static let key =
    "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE83T4O/n84iotIvIW4mdBgQ/7dAfSmpqIM8kF9mN1flpVKS3GRqe62gw+2fNNRaINXvVpiglSI8eNEc6wEA3F+g=="
  static let signature =
    "MEUCIGHQVtGj+Y3LkG9fLcxf3qfI10QysgDWmMOVmxG0u6ZUAiEAyBiXDWzM+uOe5W0JuG+luQAbPIqHh89M15TluLtEZtM="
  static let example =
    "podctl report webhook verify sendgrid-events.json --timestamp 1600112502 --signature \(signature) --key \(key)"
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Verify the signature of SendGrid's events and show them.",
    discussion: """
      Nothing is applied and no database is opened. The key is the public one of SendGrid's event webhook.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var request: SendGridEventOptions

  func run(in context: CommandContext) throws {
    let body = try request.events(context)
    try context.console.emit(ReportWebhookVerify.listing, body.events, output, empty: "signed, and without any event")
    for fault in body.faults { context.console.warn("event \(fault.number): \(fault.reason)") }
    context.console.success("SendGrid signed these \(body.events.count + body.faults.count) events")
  }

  private static let listing = Listing<MailEvent>(
    schema: "podctl.report.webhook.verify/1",
    [
      Column("occurred_at", "At") { .instant($0.occurredAt) },
      Column("event", "Event") { .text($0.kind.rawValue) },
      Column("address", "Address") { .text($0.address.text) },
      Column("suppresses", "Suppresses") { .text($0.suppression) },
      Column("reason", "Reason") { .text($0.reason) },
      Column("id", "Id", inTable: false) { .text($0.id) },
      Column("message", "Message", inTable: false) { .text($0.message) },
      Column("effect", "Effect", inTable: false) { .text($0.effect.map { "\($0)" }) },
    ])
}
