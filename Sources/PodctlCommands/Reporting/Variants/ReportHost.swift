import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Makes the report for a show's host.
struct ReportHost: PodctlCommand {
  static let example = "podctl report host tide-tables --tenant harbour-network --week 2026-W43"
  static let configuration = CommandConfiguration(
    commandName: "host", abstract: "Report to a show's host what aired and what comes next, without prices.",
    discussion: """
      It tells downloads, airings and bookings of one show. Rates, spend, conversions and revenue are the sponsors' and \
      the network's affair and are in no format of it. Nothing is stored.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @Argument(help: ArgumentHelp("The show.", valueName: "podcast"))
  var podcast: String
  @OptionGroup var days: PeriodOptions
  @OptionGroup var output: DocumentOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let period = try days.period(in: tenant.zone, now: context.now)
    let report = try context.database().read(for: tenant.id) { tx in
      try CampaignReports.host(podcast, of: tenant, period, now: context.now, in: tx)
    }
    try context.emit(
      HostReport.listing, report.airings,
      or: report.document(
        command: "podctl report host \(report.podcast) --tenant \(tenant.slug) \(period.words)"),
      of: tenant, output)
    context.console.note(report.claim.line)
  }
}
