import PodctlCore

/// How far back attribution looks for a tenant.
public struct WindowsInUse {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  /// The longest window that any sponsor's attribution was run with, in days; the standard one at least.
  public func longest() throws -> Int {
    let row = try tx.first(
      "SELECT max(window_days) AS days FROM attribution_runs WHERE tenant_id = \(tx.tenant)")
    return max(try row?["days"] ?? 0, AttributionWindow.standard.days)
  }
}
