import PodctlCore
import PodctlDigest
import PodctlGateways
import PodctlRender
import PodctlStore

/// A report as mails: one for each recipient, so that none sees another and each can fail by itself.
struct ReportMail {
  /// Who the mails are from.
  struct Sender {
    var address: MailAddress
    var name: String
    var replyTo: MailAddress?
  }

  let tenant: Tenant
  let campaign: Slug
  let page: SponsorReportPage
  let sender: Sender

  /// What a week's mails have in common in the outbox.
  static func chain(_ campaign: Slug, _ week: Period) -> String {
    "report/\(campaign)/\(week.weekName ?? "\(week.start)")"
  }

  /// A mail's name in the outbox: the address only as a hash, since names are listed.
  static func name(_ chain: String, _ address: MailAddress) -> String {
    "\(chain)/" + SHA256.hex(Array(address.text.utf8)).prefix(12)
  }

  func effect(
    _ name: String, in chain: String, to recipient: ReportSchedule.Recipient, subjectPrefix: String = "",
    id: Identifier<Effect>, isLive: Bool, at now: Instant
  ) throws -> Effect {
    let mail = page.document.email()
    let figures = try Sheet(ReportLine.listing, page.lines, shape: .list, format: .csv).rendered(as: .csv, .piped)
    let period = page.report.period
    let file = "\(campaign)-\(period.weekName ?? "\(period.start)").csv"
    let body = try SendGridMail(
      to: recipient.address, from: sender.address, fromName: sender.name, replyTo: sender.replyTo,
      subject: subjectPrefix + mail.subject, plain: mail.plain, html: recipient.format == .html ? mail.html : nil,
      attachments: [.init(fileName: file, type: "text/csv", bytes: Array(figures.utf8))], mark: "\(id)"
    ).body()
    return Effect(
      id: id, name: name, chain: chain, kind: .mail, isLive: isLive,
      request: EffectRequest.post(SendGridMail.path, body),
      keyStem: EffectRequest.keyStem(tenant: tenant.slug, isLive: isLive, name: name), plannedAt: now,
      progress: Effect.Progress(looksFirst: false))
  }
}
