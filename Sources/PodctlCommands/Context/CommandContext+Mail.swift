import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations

/// What every leaf takes that mails.
struct MailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who mails are from, as 'Name <address>'; the default is PODCTL_MAIL_FROM.", valueName: "sender"))
  var from: String?
  @Option(
    help: ArgumentHelp(
      "File of SendGrid's key, for its owner alone (0600); the default is the credential podctl-sendgrid, then "
        + "PODCTL_SENDGRID_KEY.", valueName: "file"))
  var sendgridKeyFile: String?

  /// The address and the name of the sender; throws `setting_invalid`.
  func sender(_ context: CommandContext) throws(PodctlError) -> (address: MailAddress, name: String?) {
    guard let text = from ?? context.environment["PODCTL_MAIL_FROM"] else {
      throw PodctlError(
        .settingInvalid, "nobody is named that mails are from",
        hint: "pass --from 'Name <reports@example.com>', or set PODCTL_MAIL_FROM; SendGrid must know the address")
    }
    guard let open = text.firstIndex(of: "<"), text.hasSuffix(">") else {
      guard let address = MailAddress(text) else { throw MailOptions.refusal }
      return (address, nil)
    }
    guard let address = MailAddress(String(text[text.index(after: open)...].dropLast())) else {
      throw MailOptions.refusal
    }
    let name = text[..<open].trimmingSuffix { $0 == " " }
    return (address, name.isEmpty ? nil : String(name))
  }

  private static let refusal = PodctlError(
    .settingInvalid, "the sender of mails has no mail address", hint: "write it as 'Name <reports@example.com>'")
}

extension Substring {
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
    var text = self
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return text
  }
}

extension CommandContext {
  /// SendGrid for one tenant, after every check that needs no network.
  func sendGrid(_ options: MailOptions, for tenant: Tenant, time: OutboxTime) throws -> SendGridGateway {
    let given = try environment["PODCTL_SENDGRID_API_BASE"].map { text throws(PodctlError) in
      try SendGridAddress(text)
    }
    let key = try SendGridKey(gatewayKey("SendGrid", file: options.sendgridKeyFile, for: tenant))
    let address = given ?? .live
    try address.admit(key, isDemo: tenant.isDemo)
    return SendGridGateway(
      try CurlTransport(userAgent: "podctl/" + Podctl.configuration.version), key: key, address: address,
      now: time.now)
  }
}
