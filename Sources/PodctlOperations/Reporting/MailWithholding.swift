import PodctlCore
import PodctlGateways
import PodctlStore

/// Keeps a mail from going to an address that was suppressed after the mail was planned: it bounced meanwhile, or a
/// person said so.
enum MailWithholding {
  /// Why a planned effect may not be sent; nil where it may, and for what is no mail. The address is read out of the
  /// frozen body, so that it is the one that the mail would go to.
  static func reason(_ effect: Effect, in tx: TenantTransaction) throws -> String? {
    guard effect.kind.isMail else { return nil }
    let store = SuppressionStore(tx)
    guard try store.hasAny() else { return nil }
    let recipient: MailAddress? =
      effect.kind == .letter
      ? SMTPSubmission(bytes: effect.request.body)?.to : SendGridMail.recipient(of: effect.request.body)
    return try recipient.flatMap { try store.reason($0) }
  }
}
