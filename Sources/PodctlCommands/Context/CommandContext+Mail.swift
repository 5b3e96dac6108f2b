import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations

/// What every leaf takes that talks to SendGrid.
struct SendGridOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "File of SendGrid's key, for its owner alone (0600); the default is the credential podctl-sendgrid, then "
        + "PODCTL_SENDGRID_KEY.", valueName: "file"))
  var sendgridKeyFile: String?
}

/// SendGrid, ready to be used.
struct SendGridService {
  var gateway: SendGridGateway
  var batches: SendGridBatches
}

/// What every leaf takes that mails.
struct MailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Who mails are from, as 'Name <address>'; the default is PODCTL_MAIL_FROM.", valueName: "sender"))
  var from: String?
  @Option(
    help: ArgumentHelp("sendgrid or smtp; the default is PODCTL_MAIL_TRANSPORT, then sendgrid.", valueName: "way"))
  var transport: MailTransport?
  @Option(
    help: ArgumentHelp(
      "The mail server, as smtps://USER@HOST:465 or smtp://USER@HOST:587; the default is PODCTL_MAIL_SERVER.",
      valueName: "url"))
  var mailServer: String?
  @Option(
    help: ArgumentHelp(
      "File of the mail server's password, for its owner alone (0600); the default is the credential podctl-smtp, then "
        + "PODCTL_SMTP_PASSWORD.", valueName: "file"))
  var smtpPasswordFile: String?
  @OptionGroup var sendGrid: SendGridOptions

  /// The address and the name of the sender; throws `setting_invalid`.
  func sender(_ context: CommandContext) throws(PodctlError) -> (address: MailAddress, name: String?) {
    guard let text = from ?? context.settings.mailFrom.value else {
      throw PodctlError(
        .settingInvalid, "nobody is named that mails are from",
        hint: "pass --from 'Name <reports@example.com>', or set PODCTL_MAIL_FROM; the service must know the address")
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

extension MailTransport: ExpressibleByArgument {}

/// A way for mails, ready to be used.
struct MailRoute {
  var transport: MailTransport
  var gateway: any EffectGateway
  var isLive: Bool
  /// Nil where mails cannot wait at the service.
  var batches: SendGridBatches?
}

extension CommandContext {
  /// The way that the words or the settings name, after every check that needs no network.
  func mailRoute(_ options: MailOptions, for tenant: Tenant, time: OutboxTime) throws -> MailRoute {
    try mailRoute(options.transport ?? settings.mailTransport.value, options, for: tenant, time: time)
  }

  func mailRoute(
    _ transport: MailTransport, _ options: MailOptions, for tenant: Tenant, time: OutboxTime
  ) throws -> MailRoute {
    switch transport {
    case .sendGrid:
      let service = try sendGrid(options.sendGrid, for: tenant, time: time)
      return MailRoute(
        transport: transport, gateway: service.gateway, isLive: service.gateway.isLive, batches: service.batches)
    case .smtp:
      let gateway = try mailServer(options, for: tenant)
      return MailRoute(transport: transport, gateway: gateway, isLive: gateway.isLive)
    }
  }

  private func mailServer(_ options: MailOptions, for tenant: Tenant) throws -> SMTPGateway {
    guard let text = options.mailServer ?? settings.mailServer.value else {
      throw PodctlError(
        .settingInvalid, "no mail server is named",
        hint: "pass --mail-server smtps://USER@mail.example.com:465, or set PODCTL_MAIL_SERVER")
    }
    let address = try SMTPAddress(text)
    try address.admit(isDemo: tenant.isDemo)
    let password = try address.user.map { _ in
      SMTPPassword(try gatewayKey("SMTP", word: "password", file: options.smtpPasswordFile, for: tenant))
    }
    return SMTPGateway(address, password: password, authorities: environment["PODCTL_SMTP_CA_FILE"])
  }

  /// SendGrid for one tenant, after every check that needs no network.
  func sendGrid(_ options: SendGridOptions, for tenant: Tenant, time: OutboxTime) throws -> SendGridService {
    let given = try environment["PODCTL_SENDGRID_API_BASE"].map { text throws(PodctlError) in
      try SendGridAddress(text)
    }
    let key = try SendGridKey(gatewayKey("SendGrid", file: options.sendgridKeyFile, for: tenant))
    let address = given ?? .live
    try address.admit(key, isDemo: tenant.isDemo)
    let transport = try CurlTransport(userAgent: "podctl/" + Podctl.configuration.version)
    return SendGridService(
      gateway: SendGridGateway(transport, key: key, address: address, now: time.now),
      batches: SendGridBatches(transport, key: key, address: address))
  }
}
