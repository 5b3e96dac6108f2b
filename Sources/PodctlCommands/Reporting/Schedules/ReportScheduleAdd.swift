import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Makes or changes the schedule of a campaign's weekly report.
struct ReportScheduleAdd: PodctlCommand {
  static let example =
    "podctl report schedule add --tenant harbour-network --campaign kettle-and-crane --weekday monday --hour 9"
    + " --to ads@kettle.example"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Schedule a campaign's weekly report for recipients.",
    discussion: """
      The report of a week is due on this weekday and hour of the week after it. Running it again changes what is named \
      and adds recipients; what is not named stays. A new schedule is for Mondays at 9 in the tenant's zone and begins \
      with the week that is running. Nothing goes before the first flight has begun, nor while the campaign is a draft; \
      the last report goes on the first such day that lies more than 30 days after the last flight's end.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("The campaign.", valueName: "slug"))
  var campaign: String
  @Option(help: ArgumentHelp("Weekday on which the report is due.", valueName: "day"))
  var weekday: String?
  @Option(help: ArgumentHelp("Hour of the day, 0 to 23.", valueName: "hour"))
  var hour: Int?
  @Option(help: ArgumentHelp("Time zone of the hour; the default is the tenant's.", valueName: "zone"))
  var zone: String?
  @Option(help: ArgumentHelp("Recipient's email address. Repeatable.", valueName: "address"))
  var to: [String] = []
  @Option(
    help: ArgumentHelp("Mail format for these recipients: html (with a plain-text part) or text.", valueName: "format"))
  var part: ReportSchedule.Format = .html
  @Option(
    help: ArgumentHelp("review: wait for report approve; none: send once the data is complete.", valueName: "hold"))
  var hold: Hold?
  @Option(help: ArgumentHelp("Hours after which a report that is not sent is overdue.", valueName: "hours"))
  var deadline: Int?
  @Option(
    help: ArgumentHelp(
      "Minutes for which SendGrid holds the mails so that they can be cancelled; 0 for none. The default is 30.",
      valueName: "minutes"))
  var window: Int?

  enum Hold: String, ExpressibleByArgument, CaseIterable, Sendable { case none, review }

  func validate() throws {
    if let hour, !(0...23).contains(hour) { throw ValidationError("--hour is 0 to 23") }
    if let deadline, !(1...336).contains(deadline) { throw ValidationError("--deadline is 1 to 336 hours") }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let wish = ReportScheduling.Wish(
      weekday: try weekday.map { try Weekday.number(typed: $0) }, hour: hour, zone: try zone.map { try Zone($0) },
      needsReview: hold.map { $0 == .review }, deadlineHours: deadline,
      windowMinutes: window,
      recipients: try to.map { ReportSchedule.Recipient(address: try MailAddress(typed: $0), format: part) })
    let added = try ReportScheduling.add(
      wish, to: campaign, of: tenant, in: context.database(), ids: context.ids, now: context.now)
    let schedule = added.schedule
    let next = schedule.next(after: context.now, in: tenant.zone, of: added.course)
    if output.chosen.isMachine {
      try context.console.emit(
        ReportScheduleListing.columns("podctl.report.schedule.add/2"),
        one: .init(schedule: schedule, campaign: added.campaign.slug, next: next), output)
    }
    for recipient in schedule.recipients where recipient.suppression != nil {
      context.console.warn("\(recipient.address) takes no mail: \(recipient.suppression ?? "")")
    }
    if tenant.isDemo { context.console.note("tenant \(tenant.slug) is a demo, so that nothing will be mailed") }
    let first =
      next.map { "for the first time at \($0.dueAt)" }
      ?? added.course.silence.map { "but none goes while \($0)" }
      ?? "and none is to come: the campaign is over, or has no flights"
    context.console.success(
      "the report of \(campaign) is \(added.isNew ? "" : "now ")due on \(Weekday.name(schedule.weekday))s at "
        + "\(schedule.hour):00 (\(schedule.zone)), \(first)",
      next: ["podctl report preview --tenant \(tenant.slug) --campaign \(campaign)"])
  }
}

extension ReportSchedule.Format: ExpressibleByArgument {}
