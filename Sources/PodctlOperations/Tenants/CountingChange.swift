import PodctlCore

/// What of a tenant's counting is to be another; nil leaves a thing as it is.
public struct CountingChange: Sendable, Hashable {
  /// The most downloads of one address on one day, or none at all.
  public enum Limit: Sendable, Hashable {
    case none
    case downloads(Int)
  }

  public var profile: CountingProfile?
  public var window: MeasurementWindow?
  public var volumeLimit: Limit?
  public var closesAfterDays: Int?

  public init(
    profile: CountingProfile? = nil, window: MeasurementWindow? = nil, volumeLimit: Limit? = nil,
    closesAfterDays: Int? = nil
  ) {
    self.profile = profile
    self.window = window
    self.volumeLimit = volumeLimit
    self.closesAfterDays = closesAfterDays
  }

  public var isEmpty: Bool { self == CountingChange() }

  /// Changes a tenant. Throws `usage` for figures out of range, and where profile odl, which has a window, a zone and
  /// filters of its own, is asked for others.
  func apply(to tenant: inout Tenant) throws(PodctlError) {
    tenant.counting.profile = profile ?? tenant.counting.profile
    // oDL knows no limit; the usual one is not what was asked for.
    if profile == .odl, volumeLimit == nil { tenant.counting.volumeLimit = nil }
    if volumeLimit != nil { tenant.isVolumeDecided = true }
    tenant.counting.window = window ?? tenant.counting.window
    switch volumeLimit {
    case nil: break
    case .some(.none): tenant.counting.volumeLimit = nil
    case .downloads(let limit):
      guard limit > 0 else { throw PodctlError(.usage, "--volume-limit is a number of 1 or more, or none") }
      tenant.counting.volumeLimit = limit
    }
    if let closesAfterDays {
      guard (1...3650).contains(closesAfterDays) else {
        throw PodctlError(.usage, "--closes-after is a number of days from 1 to 3650")
      }
      tenant.closesAfterDays = closesAfterDays
    }
    guard tenant.counting.profile == .odl else { return }
    guard tenant.counting == CountingRules(.odl), tenant.zone == .utc else {
      throw PodctlError(
        .usage, "profile odl counts days of UTC, in calendar windows, without a limit of volume",
        hint: "it is a cross-check: podctl podcast measure --compare shows it beside the tenant's own counting",
        context: [.init("tenant", tenant.slug.text)])
    }
  }
}
