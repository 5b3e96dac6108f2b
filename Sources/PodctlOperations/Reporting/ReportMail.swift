import PodctlCore
import PodctlDigest
import PodctlGateways
import PodctlRender
import PodctlStore

/// A report as mails: one for each recipient, so that none sees another and each can fail by itself.
struct ReportMail {
  /// Who the mails are from, and which way they go.
  struct Sender {
    var address: MailAddress
    var name: String
    var replyTo: MailAddress?
    var transport: MailTransport
  }

  private let tenant: Tenant
  private let sender: Sender
  private let mail: EmailText
  let subject: String
  private let figures: OutgoingMail.Attachment

  init(tenant: Tenant, campaign: Slug, page: SponsorReportPage, sender: Sender, brand: Brand, isProof: Bool = false)
    throws
  {
    self.tenant = tenant
    self.sender = sender
    mail = page.document.branded(brand).email()
    subject = (isProof ? "[Proof] " : "") + mail.subject
    let text = try Sheet(ReportLine.listing, page.lines, shape: .list, format: .csv).rendered(as: .csv, .piped)
    let period = page.report.period
    figures = OutgoingMail.Attachment(
      fileName: "\(campaign)-\(period.weekName ?? "\(period.start)").csv", type: "text/csv", bytes: Array(text.utf8))
  }

  /// The bytes of the HTML part.
  var size: Int { mail.size }

  /// What a week's mails have in common in the outbox.
  static func chain(_ campaign: Slug, _ week: Period) -> String {
    "report/\(campaign)/\(week.weekName ?? "\(week.start)")"
  }

  /// What a chain of mails is of: the campaign and the week, as they stand in it; nil for mails that are no week's.
  static func subject(of chain: String) -> (campaign: String, week: String)? {
    let words = chain.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    return words.count == 3 && words[0] == "report" ? (words[1], words[2]) : nil
  }

  /// A mail's name in the outbox: the address only as a hash, since names are listed, and the same for every spelling.
  static func name(_ chain: String, _ address: MailAddress) -> String { name(chain, hashing: address.folded) }

  /// The names under which a mail to an address may be on record: earlier versions told spellings apart.
  static func names(_ chain: String, _ address: MailAddress) -> [String] {
    [name(chain, address), name(chain, hashing: address.text)]
  }

  private static func name(_ chain: String, hashing text: String) -> String {
    "\(chain)/" + SHA256.hex(Array(text.utf8)).prefix(12)
  }

  func effect(
    _ name: String, in chain: String, to recipient: ReportSchedule.Recipient, id: Identifier<Effect>, isLive: Bool,
    window: Effect.Window? = nil, at now: Instant
  ) throws -> Effect {
    let mail = OutgoingMail(
      to: recipient.address, from: sender.address, fromName: sender.name, replyTo: sender.replyTo,
      subject: subject, plain: mail.plain, html: recipient.format == .html ? mail.html : nil,
      attachments: [figures], mark: "\(id)", window: window)
    return Effect(
      id: id, name: name, chain: chain, kind: sender.transport.kind, isLive: isLive,
      request: try sender.transport.request(mail, at: now),
      keyStem: EffectRequest.keyStem(tenant: tenant.slug, isLive: isLive, name: name), plannedAt: now, window: window,
      progress: Effect.Progress(looksFirst: false))
  }
}
