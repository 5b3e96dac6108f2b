import ArgumentParser
import PodctlCore
import PodctlGateways

struct ReportWebhookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhook", abstract: "Verify and apply SendGrid's events: delivered, bounced, unsubscribed.",
    subcommands: [ReportWebhookVerify.self, ReportWebhookApply.self, ReportWebhookList.self])
}

/// A request of SendGrid's event webhook: its body, and what its headers said.
struct SendGridEventOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "SendGrid's public key for events, in base64; the default is PODCTL_SENDGRID_WEBHOOK_KEY.", valueName: "key"))
  var key: String?
  @Option(help: ArgumentHelp("The header X-Twilio-Email-Event-Webhook-Signature.", valueName: "base64"))
  var signature: String
  @Option(help: ArgumentHelp("The header X-Twilio-Email-Event-Webhook-Timestamp.", valueName: "seconds"))
  var timestamp: String
  @Argument(help: ArgumentHelp("File with the request body, unchanged; - is standard input.", valueName: "file"))
  var file: String

  /// The events, once they are known to be SendGrid's.
  func events(_ context: CommandContext) throws -> SendGridEvents {
    guard let key = key ?? context.environment["PODCTL_SENDGRID_WEBHOOK_KEY"] else {
      throw PodctlError(
        .webhookKeyInvalid, "no public key of SendGrid's event webhook is at hand",
        hint: "pass --key, or set PODCTL_SENDGRID_WEBHOOK_KEY; it is no secret")
    }
    let body = try context.contents(of: file)
    try SendGridSignature(signature: signature, timestamp: timestamp).verify(body, key: key, now: context.now)
    return try SendGridEvents(body)
  }
}
