import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender
import PodctlStore

/// Shows what would be mailed, to whom, and how large it is; nothing is sent and nothing kept.
struct ReportPreview: PodctlCommand {
  static let example =
    "podctl report preview --tenant harbour-network --campaign kettle-and-crane --week 2026-W43 --as text"
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Preview the mail of a campaign's report.",
    discussion: """
      The mail goes to standard output or to a file; who would get it, its subject and its size are said on standard \
      error. Gmail cuts a mail at 102 KB, so that one of 90 KB or more is warned of. --open hands the file to the \
      desktop's browser.

      Example: \(example)
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable { case email, html, pdf, text }

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("The campaign.", valueName: "slug"))
  var campaign: String
  @OptionGroup var days: PeriodOptions
  @Option(name: .customLong("as"), help: "The mail as email or text, or the report's own page as html or pdf.")
  var form: Form = .email
  @Flag(help: "Open the file in the default program.")
  var open = false
  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
  var output: String?

  func validate() throws {
    if open, output == nil { throw ValidationError("--open needs a file: add --output FILE") }
    if form == .pdf, output == nil { throw ValidationError("a PDF needs a file: add --output FILE.pdf") }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let period = try days.period(in: tenant.zone, now: context.now)
    let (document, schedule, readiness, status) = try context.database().read(for: tenant.id) { tx in
      let campaign = try CampaignStore(tx).find(campaign)
      let made = try MadeReport(
        of: campaign, period, by: SponsorReporting(tenant, window: .standard, now: context.now, in: tx), in: tx,
        ids: context.ids, now: context.now)
      return (
        made.draft.document.branded(try BrandStore(tx).find()),
        try ReportScheduleStore(tx).find(campaign: campaign.id),
        try ReadinessSurvey(tenant, in: tx).readiness(of: campaign.id, period), campaign.status
      )
    }
    try context.look(of: tenant)
    let mail = document.email()
    try hand(document, mail, context)
    say(mail, to: schedule, tenant, context)
    if [.draft, .paused, .cancelled].contains(status) {
      context.console.note("would not go by itself: the campaign is \(status == .draft ? "a draft" : status.rawValue)")
    }
    for obstacle in readiness.obstacles { context.console.note("would be held: \(obstacle)") }
    if open, let output { try DesktopOpener(variables: context.environment.variables).open(output) }
  }

  private func hand(_ document: Document, _ mail: EmailText, _ context: CommandContext) throws {
    let bytes: [UInt8] =
      switch form {
      case .email: Array(mail.html.utf8)
      case .text: Array(mail.plain.utf8)
      case .html: Array(document.htmlText.utf8)
      case .pdf:
        try PagePrinter(variables: context.environment.variables).pdf(of: document.htmlText, dated: context.now)
      }
    if let output { try context.console.keep(bytes, at: output) } else { try context.console.data(bytes) }
  }

  private func say(_ mail: EmailText, to schedule: ReportSchedule?, _ tenant: Tenant, _ context: CommandContext) {
    context.console.note("subject: \(mail.subject)")
    if let schedule {
      let names = schedule.reachable.map { "\($0.address) (\($0.format.rawValue))" }
      context.console.note("to: \(names.isEmpty ? "nobody" : names.joined(separator: ", "))")
      for recipient in schedule.recipients where recipient.suppression != nil {
        context.console.note("left out: \(recipient.address), \(recipient.suppression ?? "")")
      }
    } else {
      context.console.note("to: nobody, the campaign has no schedule")
    }
    context.console.note("size: \((mail.size + 500) / 1000) KB")
    if mail.size >= EmailText.sizeLimit {
      context.console.warn("the mail has \(mail.size / 1000) KB; Gmail cuts it at 102 KB")
    }
  }
}
