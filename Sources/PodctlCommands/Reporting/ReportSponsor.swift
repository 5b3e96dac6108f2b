import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Makes the report that a sponsor receives.
struct ReportSponsor: PodctlCommand {
  static let example =
    "podctl report sponsor --tenant harbour-network --campaign kettle-and-crane --week 2026-W43"
  static let configuration = CommandConfiguration(
    commandName: "sponsor", abstract: "Report a campaign's delivery and effect to its sponsor.",
    discussion: """
      The report changes no campaign. It is kept: the same figures keep their report id and revision, other figures \
      for the same period make the next revision, which says what it restates. html is one file without scripts, for \
      any browser and for paper, pdf the same page printed; csv has a figure a line, json the whole report.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("The campaign.", valueName: "slug"))
  var campaign: String
  @OptionGroup var days: PeriodOptions
  @Option(help: ArgumentHelp("The attribution window in days.", valueName: "days"))
  var windowDays = AttributionWindow.standard.days
  @OptionGroup var output: DocumentOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let period = try days.period(in: tenant.zone, now: context.now)
    let window = try AttributionWindow(days: windowDays)
    let made = try context.database().read(for: tenant.id) { tx in
      try MadeReport(
        of: CampaignStore(tx).find(campaign), period,
        by: SponsorReporting(tenant, window: window, now: context.now, in: tx), in: tx, ids: context.ids,
        now: context.now)
    }
    let page = made.isKept ? made.page : try keep(made, tenant, context)
    switch output.chosen.figures {
    case .json?: try context.console.emit(page.listing, [page.entries], shape: .single, as: .json, output)
    case .ndjson?: try context.console.emit(page.listing, [page.entries], shape: .single, as: .ndjson, output)
    case let format?: try context.console.emit(ReportLine.listing, page.lines, shape: .list, as: format, output)
    case nil: try context.emit(page.document, of: tenant, output)
    }
    context.console.note(page.report.method.claim.line)
  }

  /// Stores the report, and the run that stored it. A database that may only be read still gives the report.
  private func keep(_ made: MadeReport, _ tenant: Tenant, _ context: CommandContext) throws -> SponsorReportPage {
    do {
      let recorder = RunRecorder(
        words: context.environment.arguments, tenant: context.settings.tenant, startedAt: context.now)
      try recorder.begin(in: context.database(), context.environment)
      context.recorder = recorder
      let kept = try context.database().write(for: tenant.id) { tx in
        let plan = try ReportKeeping.plan(
          made.report, campaign: made.campaign, in: tx, ids: context.ids, now: context.now)
        try ReportKeeping.apply(plan, in: tx)
        return plan.revision
      }
      recorder.summary = "report \(kept.id), revision \(kept.number)"
      var page = made.page
      page.revision = kept
      return page
    } catch let error as PodctlError where error.code == .databaseReadOnly {
      context.console.warn("the database may only be read, so this report is not kept and has no id")
      return made.draft
    }
  }
}
