import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations
import PodctlRender
import PodctlStore

/// Sends the weekly reports that are due.
struct ReportSend: PodctlCommand {
  static let example = "podctl report send --due --tenant harbour-network --dry-run"
  static let changesDatabase = true
  static let configuration = CommandConfiguration(
    commandName: "send", abstract: "Mail the reports that are due, each once.",
    discussion: """
      For cron, as often as you like. A report goes when its day and hour have come, its week's figures are complete \
      and the downloads of all shows are not far from usual; until then it is held, and after its deadline that is a \
      miss (exit status 1). Every mail is on record before it leaves. Neither SendGrid nor a mail server can be asked \
      what it was sent, so that a mail without an answer is unknown (75). SendGrid keeps mails for 30 minutes unless \
      --window or the schedule says otherwise: within that time, what is unknown is taken back and sent again, once. \
      After it, and without a window, it is never sent again by itself: outbox resolve settles it.

      Where the clock shows an earlier time than an earlier run, or another than SendGrid's, nothing is sent \
      (clock_moved, 75).

      --ping tells a monitor how the run went, and a failure is mailed by the other transport to PODCTL_MAIL_NOTICES. \
      --to sends a proof of one campaign's report to one address, marked as a proof and not counted as sent.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var mail: MailOptions
  @OptionGroup var outbox: OutboxOptions
  @Flag(help: "Send all reports that are due.")
  var due = false
  @Flag(help: "Show what is due and what would be held, and send nothing.")
  var dryRun = false
  @Option(
    help: ArgumentHelp("Ping this URL after the run, with /fail appended if it failed.", valueName: "url"))
  var ping: String?
  @Option(
    help: ArgumentHelp(
      "Minutes for which SendGrid holds the mails so that they can be cancelled; 0 for none. The default is each schedule's own, "
        + "or else 30.", valueName: "minutes"))
  var window: Int?
  @Flag(help: "Accept that the system clock was corrected.")
  var clockMovedOk = false
  @OptionGroup var proof: ProofOptions

  func validate() throws {
    guard due != (proof.to != nil) else { throw ValidationError("say what to send: --due, or --to for a proof") }
    guard due || proof.campaign != nil else { throw ValidationError("say whose proof: --campaign") }
    guard !due || (proof.campaign == nil && proof.week == nil) else {
      throw ValidationError("--campaign and --week are for a proof; --due sends all that is due")
    }
    guard due || !clockMovedOk else { throw ValidationError("--clock-moved-ok is for --due") }
    guard due || window == nil else { throw ValidationError("a proof has no window") }
    if let window, window != 0, !MailWindow.minutes.contains(window) {
      throw ValidationError("--window is 15 to 4320 minutes, or 0")
    }
  }

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    try tenant.requireActive()
    if dryRun {
      let results = try context.database().read(for: tenant.id) { tx in
        if let moved = try MailClock.fault(context.now, in: tx) { context.console.warn(moved.message) }
        return try ReportSending.forecast(for: tenant, at: context.now, in: tx)
      }
      return try context.console.emit(ReportSend.listing, results, output, empty: "nothing is due")
    }
    try context.look(of: tenant)
    if let to = proof.to { return try sendProof(to: MailAddress(typed: to), tenant, context) }
    if let ping { _ = try Ping(ping) }
    var results: [ReportSending.Result] = []
    do {
      guard let sent = try sendDue(tenant, context) else {
        return context.console.note("another run is at work; skipped")
      }
      results = sent
      try context.console.emit(ReportSend.listing, results, output, empty: "nothing is due")
      try conclude(results, tenant, context)
      tellMonitor(context.recorder?.summary ?? "", isFailure: false, context)
    } catch let failure as PodctlError {
      let told = Redaction(words: context.environment.arguments).masked(failure)
      tellMonitor("\(told.code.rawValue): \(told.message)", isFailure: true, context)
      mailNotice(of: told, results, tenant, context)
      throw failure
    }
  }

  private func sendDue(_ tenant: Tenant, _ context: CommandContext) throws -> [ReportSending.Result]? {
    let database = try context.database()
    let time = context.outboxTime(seconds: outbox.timeout)
    let route = try context.mailRoute(mail, for: tenant, time: time)
    let from = try mail.sender(context)
    let name = try from.name ?? brandName(of: tenant, in: database)
    return try context.holdingLease(of: tenant, choice: outbox.lock, time: time) { lease in
      let driver = try OutboxDriver(
        database, tenant: tenant.id, lease: lease, gateway: route.gateway, time: time, checkpoint: context.checkpoint())
      return try ReportSending(
        tenant, driver: driver, time: time, ids: context.ids, isLive: route.isLive, from: from.address,
        name: name, by: route.transport, batches: route.batches, windowMinutes: window, isClockTrusted: clockMovedOk
      ).sendDue()
    }
  }

  private func conclude(_ results: [ReportSending.Result], _ tenant: Tenant, _ context: CommandContext) throws {
    func count(_ ending: ReportSending.Result.Ending) -> Int { results.count { $0.ending == ending } }
    let counts = ReportSending.Result.Ending.allCases.compactMap { ending -> String? in
      count(ending) == 0 || ending == .known ? nil : "\(count(ending)) \(ending.rawValue)"
    }
    let summary = counts.isEmpty ? "nothing to send" : "reports: " + counts.joined(separator: ", ")
    context.recorder?.summary = summary
    for result in results where !result.leftOut.isEmpty && result.ending != .known {
      let why = result.leftOut.joined(separator: ", ")
      context.console.warn("\(result.campaign): \(result.leftOut.count) of its recipients left out (\(why))")
    }
    let look = ["podctl outbox list --tenant \(tenant.slug)"]
    if count(.unknown) > 0 {
      throw PodctlError(
        .effectsUnknown, summary,
        hint: "look in SendGrid's activity feed or the mail server's log, then say what became of each: outbox resolve",
        commands: look)
    }
    if count(.failed) > 0 {
      throw PodctlError(.effectsFailed, summary, hint: "see why, then resolve it by hand", commands: look)
    }
    let overdue = results.filter(\.isOverdue)
    if let first = overdue.first {
      throw PodctlError(
        .reportsOverdue,
        "\(overdue.count) \(overdue.count == 1 ? "report is" : "reports are") past the deadline: "
          + "\(first.campaign), \(first.reason ?? first.ending.rawValue)",
        hint: "bring the figures in, or decide yourself: report approve, or report reject",
        commands: ["podctl report send --due --tenant \(tenant.slug) --dry-run"])
    }
    if count(.delayed) > 0 { throw PodctlError(.effectsDelayed, summary, hint: "run it again later", commands: look) }
    context.console.success(summary)
  }

  static let listing = Listing<ReportSending.Result>(
    schema: "podctl.report.send/1",
    [
      Column("campaign", "Campaign") { .text($0.campaign.text) },
      Column("week", "Week") { .text($0.week.weekName) },
      Column("ending", "Ending") { .text($0.ending.rawValue) },
      Column("sent", "Sent", .trailing) { .integer($0.mails.sent) },
      Column("mails", "Of", .trailing) { .integer($0.mails.all) },
      Column("left_out", "Left out", .trailing) { .integer($0.leftOut.count) },
      Column("overdue", "Overdue") { .boolean($0.isOverdue) },
      Column("why", "Why") { .text($0.reason) },
    ])
}
