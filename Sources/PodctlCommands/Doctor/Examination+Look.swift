import PodctlCore
import PodctlRender

extension Examination {
  /// What of a tenant's look is not used. Layouts and logos that an older podctl took were not looked through.
  static func look(of tenant: Tenant, _ brand: Brand) -> Finding? {
    let faults = brand.faults
    guard let first = faults.first else { return nil }
    let more = faults.count == 1 ? "" : " (and \(faults.count - 1) more)"
    return .warn(
      "look of \(tenant.slug)", "reports go out without it: \(first.message)\(more)",
      fix:
        "mend it and set it again: podctl tenant brand set --tenant \(tenant.slug), or take it back with an empty text")
  }
}
