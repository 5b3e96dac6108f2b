import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Makes the overview of all sponsors.
struct ReportPortfolio: PodctlCommand {
  static let example = "podctl report portfolio --tenant harbour-network --week 2026-W43"
  static let configuration = CommandConfiguration(
    commandName: "portfolio", abstract: "Report on all sponsors of a tenant, largest spend first.",
    discussion: """
      Each line adds up a sponsor's campaigns in one currency. report tenant lists the campaigns, worst pacing first. \
      Nothing is stored.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var days: PeriodOptions
  @OptionGroup var output: DocumentOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let period = try days.period(in: tenant.zone, now: context.now)
    let report = try context.database().read(for: tenant.id) { tx in
      PortfolioReport(
        TenantDigest(
          tenant: tenant, period: period,
          reports: try CampaignReports.all(of: tenant, period, now: context.now, in: tx)))
    }
    if let format = output.chosen.figures {
      try context.console.emit(PortfolioReport.listing, report.lines, shape: .list, as: format, output)
    } else {
      let command = "podctl report portfolio --tenant \(tenant.slug) \(period.words)"
      try context.emit(report.document(command: command), of: tenant, output)
    }
    context.console.note("PTMG 2.3 rules applied; not certified")
  }
}
