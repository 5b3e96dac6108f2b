import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender
import PodctlStore

/// Takes a report back that waits at SendGrid.
struct ReportCancel: PodctlCommand {
  static let example =
    "podctl report cancel --tenant harbour-network --campaign kettle-and-crane --week 2026-W43 --dry-run"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Cancel a report's mails at SendGrid before they are sent.",
    discussion: """
      Only mails with a window can be taken back (report schedule add --window, report send --window), until ten \
      minutes before they go. All mails of the report are taken back, those too of which nobody knows whether they \
      arrived: afterwards they are cancelled, and the report counts as rejected. It is not sent again by itself; report \
      approve has it made and sent anew by the next report send --due.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var mail: SendGridOptions
  @OptionGroup var outbox: OutboxOptions
  @Option(help: ArgumentHelp("The campaign.", valueName: "slug"))
  var campaign: String
  @Option(help: ArgumentHelp("The ISO week of the report.", valueName: "yyyy-Www"))
  var week: String
  @Flag(help: "Show which mails could be cancelled, and change nothing.")
  var dryRun = false
  @OptionGroup var yes: YesOption

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let period = try Period(week: week, zone: tenant.zone)
    let database = try context.database()
    if dryRun { return try forecast(of: tenant, period, database, context) }
    let time = context.outboxTime(seconds: outbox.timeout)
    let service = try context.sendGrid(mail, for: tenant, time: time)
    let cancelling = ReportCancelling(campaign, period, of: tenant, isLive: service.gateway.isLive)
    let mails = try database.read(for: tenant.id) { tx in try cancelling.mails(at: time.now(), in: tx) }
    guard try context.confirm("Take back \(mails.count) mails of \(campaign), \(week)?", yes) else { return }
    let taken = try context.holdingLease(of: tenant, choice: outbox.lock, time: time) { lease in
      let driver = try OutboxDriver(database, tenant: tenant.id, lease: lease, gateway: service.gateway, time: time)
      return try cancelling.cancel(by: service.batches, driver: driver, time: time, ids: context.ids)
    }
    guard let taken else { return context.console.note("another run is at work; skipped") }
    try show(taken, context)
    context.recorder?.summary = "\(taken.count) mails taken back"
    context.console.success("\(taken.count) mails of \(campaign), \(week) were taken back; none of them goes")
  }

  /// Without a key it cannot be told which mode is meant, so that both are looked at.
  private func forecast(
    of tenant: Tenant, _ period: Period, _ database: Database, _ context: CommandContext
  ) throws {
    var refusal: PodctlError?
    var mails: [Effect] = []
    for isLive in [true, false] {
      let cancelling = ReportCancelling(campaign, period, of: tenant, isLive: isLive)
      do {
        mails += try database.read(for: tenant.id) { tx in try cancelling.mails(at: context.now, in: tx) }
      } catch let found as PodctlError where found.code == .transitionRefused { refusal = found }
    }
    if mails.isEmpty, let refusal { context.console.note(refusal.message) }
    try show(mails, context)
  }

  private func show(_ mails: [Effect], _ context: CommandContext) throws {
    try context.console.emit(
      OutboxListing.effects(at: context.now, schema: "podctl.report.cancel/1"), mails, output,
      empty: "nothing can be taken back")
  }
}
