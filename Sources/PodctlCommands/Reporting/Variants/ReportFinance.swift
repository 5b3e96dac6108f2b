import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Sets a month's delivery against its invoices.
struct ReportFinance: PodctlCommand {
  static let example = "podctl report finance --tenant harbour-network --period 2026-10"
  static let configuration = CommandConfiguration(
    commandName: "finance", abstract: "Compare what was delivered by a month's end with what was billed and paid.",
    discussion: """
      The figures are sums from each campaign's beginning. Delivered is worth what the invoices' rule says; billed are \
      approved and sent invoices, drafts stand apart, void ones count for nothing. Campaigns that were cancelled stay in \
      it. What differs is named first. Nothing is stored.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @Option(help: ArgumentHelp("Month, such as 2026-10.", valueName: "yyyy-mm"))
  var period: String
  @OptionGroup var output: DocumentOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let month = try Period(month: period, zone: tenant.zone)
    let report = try context.database().read(for: tenant.id) { tx in
      try CampaignReports.finance(of: tenant, month, now: context.now, in: tx)
    }
    try context.emit(
      FinanceReport.listing, report.lines,
      or: report.document(command: "podctl report finance --tenant \(tenant.slug) --period \(period)"), of: tenant,
      output)
  }
}
