import ArgumentParser
import PodctlCore
import PodctlRender

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
    let (tenant, digest) = try context.tenantDigest(owner, days)
    try context.emit(
      TenantDigest.listing, digest.lines,
      or: digest.document(command: "podctl report tenant --tenant \(tenant.slug) \(digest.period.words)"), of: tenant,
      output)
    context.console.note(digest.claim.line)
  }
}
