import ArgumentParser
import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// Makes the digest of all campaigns of a tenant.
struct ReportTenant: PodctlCommand {
  static let example = "podctl report tenant --tenant harbour-network --week 2026-W43"
  static let configuration = CommandConfiguration(
    commandName: "tenant", abstract: "Report on all campaigns of a tenant, worst pacing first.",
    discussion: """
      Campaigns that are drafts, or that were cancelled, or whose flights begin after the period, are left out. Each \
      line holds the figures of the campaign's own sponsor report; nothing is stored.

      Example: \(example)
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var owner: TenantOption
  @OptionGroup var days: PeriodOptions
  @OptionGroup var output: DocumentOptions

  func run(in context: CommandContext) throws {
    let tenant = try context.tenant(owner)
    let period = try days.period(in: tenant.zone, now: context.now)
    let digest = try context.database().read(for: tenant.id) { tx in
      TenantDigest(
        tenant: tenant, period: period,
        reports: try CampaignReports.all(of: tenant, period, now: context.now, in: tx))
    }
    if let format = output.chosen.figures {
      try context.console.emit(TenantDigest.listing, digest.lines, shape: .list, as: format, output)
    } else {
      let command = "podctl report tenant --tenant \(tenant.slug) \(period.words)"
      try context.emit(digest.document(command: command), of: tenant, output)
    }
    context.console.note("PTMG 2.3 rules applied; not certified")
  }
}
