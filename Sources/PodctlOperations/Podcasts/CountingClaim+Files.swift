import PodctlCore
import PodctlStore

extension CountingClaim {
  /// Of a tenant's counts as they stand: its files may have been counted by other rules than it has now.
  public init(of tenant: Tenant, in tx: TenantTransaction) throws {
    self.init(named: try IngestedFileStore(tx).kinds().map(\.rules), else: tenant.counting)
  }
}
