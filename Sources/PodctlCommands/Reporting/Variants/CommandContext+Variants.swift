import PodctlCore
import PodctlOperations
import PodctlRender
import PodctlStore

/// What the reports that are made from all campaigns' reports have in common.
extension CommandContext {
  /// The tenant that is named, with its campaigns' reports of the days that are named; those that were cancelled are among
  /// them where it is about what they owe.
  func tenantDigest(
    _ owner: TenantOption, _ days: PeriodOptions, withCancelled: Bool = false
  ) throws -> (tenant: Tenant, digest: TenantDigest) {
    let tenant = try tenant(owner)
    let period = try days.period(in: tenant.zone, now: now)
    let reports = try database().read(for: tenant.id) { tx in
      try withCancelled
        ? CampaignReports.owing(of: tenant, period, now: now, in: tx)
        : CampaignReports.all(of: tenant, period, now: now, in: tx)
    }
    return (tenant, TenantDigest(tenant: tenant, period: period, reports: reports))
  }

  /// Writes the figures for scripts, or draws the document for people in the tenant's own look.
  func emit<Line>(
    _ listing: Listing<Line>, _ lines: [Line], or document: @autoclosure () -> Document, of tenant: Tenant,
    _ options: DocumentOptions
  ) throws {
    if let format = options.chosen.figures {
      try console.emit(listing, lines, shape: .list, as: format, options)
    } else {
      try emit(document(), of: tenant, options)
    }
  }
}
