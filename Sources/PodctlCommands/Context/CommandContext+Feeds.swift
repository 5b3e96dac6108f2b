import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations

extension CommandContext {
  /// Brings a tenant's shows in line with their feeds; the network is touched only where a feed lies on it. Throws
  /// `tenant_archived`.
  func feedSync(for tenant: Tenant) throws -> FeedSync {
    let agent = "podctl/" + Podctl.configuration.version
    return try FeedSync(database(), tenant: tenant, now: now, ids: ids) { () throws(PodctlError) in
      try CurlTransport(userAgent: agent)
    }
  }
}
