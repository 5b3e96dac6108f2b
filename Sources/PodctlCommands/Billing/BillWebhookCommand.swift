import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlStore

struct BillWebhookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhook", abstract: "Verify and apply events that Stripe sends to your webhook endpoint.",
    subcommands: [BillWebhookVerify.self, BillWebhookApply.self])
}

/// A request of Stripe's webhook: its body, and its signature.
struct StripeEventOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "File of the endpoint's signing secret (0600); the default is the credential podctl-stripe-webhook, then "
        + "PODCTL_STRIPE_WEBHOOK_SECRET.", valueName: "file"))
  var webhookSecretFile: String?
  @Option(help: ArgumentHelp("Value of the Stripe-Signature header, unchanged.", valueName: "header"))
  var signature: String
  @Argument(help: ArgumentHelp("File with the request body, unchanged; - is standard input.", valueName: "file"))
  var file: String

  /// The event, once it is known to be Stripe's.
  func event(_ context: CommandContext) throws -> StripeEvent {
    let secret = try context.stripeWebhookSecret(file: webhookSecretFile)
    let body = try context.contents(of: file)
    try StripeSignature(header: signature).verify(body, secret: secret, now: context.now)
    return try StripeEvent(body: body)
  }
}

extension CommandContext {
  /// The secret from a file named by hand, else the credential, then the variable.
  fileprivate func stripeWebhookSecret(file: String?) throws(PodctlError) -> String {
    if let file {
      guard let text = try SecretFile.read(file, isCredential: false) else {
        throw PodctlError(.fileNotFound, "there is no secret file \(file)")
      }
      return text
    }
    if let folder = environment["CREDENTIALS_DIRECTORY"],
      let text = try SecretFile.read("\(folder)/podctl-stripe-webhook", isCredential: true)
    {
      return text
    }
    guard let text = environment["PODCTL_STRIPE_WEBHOOK_SECRET"] else {
      throw PodctlError(
        .webhookKeyInvalid, "no signing secret of a Stripe endpoint is at hand",
        hint: "name its file with --webhook-secret-file, or set PODCTL_STRIPE_WEBHOOK_SECRET")
    }
    return text
  }
}
