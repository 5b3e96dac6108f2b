import PodctlCore

extension Examination {
  /// Whether a tenant's counts go without the limit that the guidelines ask for, and nobody has said that they shall.
  static func volume(of tenant: Tenant) -> Finding? {
    guard tenant.counting.profile != .odl, !tenant.isVolumeDecided else { return nil }
    let update = "podctl tenant update \(tenant.slug) --volume-limit"
    return .warn(
      "volume limit of \(tenant.slug)",
      "none: an address may have any number of downloads on a day, so that not all of PTMG 2.3's filters are applied",
      fix: "\(update) \(CountingRules.usualVolumeLimit), then podctl podcast ingest --tenant \(tenant.slug) --again;"
        + " or decide that it stays so: \(update) none")
  }
}
