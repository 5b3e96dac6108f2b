import PodctlCore
import PodctlGateways
import PodctlStore

/// Keeps a mail from going that became unwanted after it was planned: its address was suppressed, since it bounced or a
/// person said so, or its campaign was cancelled.
enum MailWithholding {
  /// Why no report of a campaign goes any more.
  static let cancelled = "the campaign was cancelled"

  /// Why a planned effect may not be sent; nil where it may, and for what is no mail. The address is read out of the
  /// frozen body, so that it is the one that the mail would go to.
  static func reason(_ effect: Effect, in tx: TenantTransaction) throws -> String? {
    guard effect.kind.isMail else { return nil }
    if let (slug, _) = ReportMail.subject(of: effect.chain), let campaign = try CampaignStore(tx).first(slug: slug),
      campaign.status == .cancelled
    {
      return cancelled
    }
    let store = SuppressionStore(tx)
    guard try store.hasAny() else { return nil }
    let recipient: MailAddress? =
      effect.kind == .letter
      ? SMTPSubmission(bytes: effect.request.body)?.to : SendGridMail.recipient(of: effect.request.body)
    return try recipient.flatMap { try store.reason($0) }
  }
}
