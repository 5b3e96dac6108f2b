import PodctlCore
import PodctlRender
import PodctlStore

/// A report mailed to see how it looks.
public struct ReportProof {
  private let campaign: Slug
  private let period: Period
  private let mail: ReportMail

  /// Makes the report without keeping it; throws `campaign_not_found`.
  public init(
    of slug: String, _ period: Period, tenant: Tenant, from address: MailAddress, name: String,
    by transport: MailTransport, in tx: TenantTransaction, ids: any IdentifierSource, now: Instant
  ) throws {
    let campaign = try CampaignStore(tx).find(slug)
    let made = try MadeReport(
      of: campaign, period, by: SponsorReporting(tenant, window: .standard, now: now, in: tx), in: tx, ids: ids,
      now: now)
    let sender = ReportMail.Sender(
      address: address, name: name, replyTo: tenant.contactEmail.flatMap { MailAddress($0) }, transport: transport)
    self.campaign = campaign.slug
    self.period = period
    mail = try ReportMail(
      tenant: tenant, campaign: campaign.slug, page: made.draft, sender: sender, brand: BrandStore(tx).find(),
      isProof: true)
  }

  public var subject: String { mail.subject }
  /// The bytes of the HTML part.
  public var size: Int { mail.size }

  /// A proof by its own id: a second one is another mail.
  public func effect(
    to address: MailAddress, id: Identifier<Effect>, isLive: Bool, at now: Instant
  ) throws -> Effect {
    let chain = "proof/\(campaign)/\(period.weekName ?? "\(period.start)")"
    return try mail.effect(
      "\(chain)/\(id)", in: chain, to: ReportSchedule.Recipient(address: address, format: .html), id: id,
      isLive: isLive, at: now)
  }
}
