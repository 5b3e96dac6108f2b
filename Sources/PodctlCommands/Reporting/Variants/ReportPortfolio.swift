import ArgumentParser
import PodctlCore
import PodctlRender

/// Makes the overview of all sponsors.
struct ReportPortfolio: PodctlCommand {
  static let example = "podctl report portfolio --tenant harbour-network --week 2026-W43"
  static let configuration = CommandConfiguration(
    commandName: "portfolio", abstract: "Report on all sponsors of a tenant, largest spend first.",
    discussion: """
      Each line adds up a sponsor's campaigns in one currency, those that were cancelled after they had begun among them: \
      what they delivered is spend. report tenant lists the campaigns that run, worst pacing first. Nothing is stored.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var days: PeriodOptions
  @OptionGroup var output: DocumentOptions

  func run(in context: CommandContext) throws {
    let (tenant, digest) = try context.tenantDigest(owner, days, withCancelled: true)
    let report = PortfolioReport(digest)
    try context.emit(
      PortfolioReport.listing, report.lines,
      or: report.document(command: "podctl report portfolio --tenant \(tenant.slug) \(digest.period.words)"),
      of: tenant, output)
    context.console.note(digest.claim.line)
  }
}
