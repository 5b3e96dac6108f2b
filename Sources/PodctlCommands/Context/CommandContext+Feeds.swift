import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations

extension CommandContext {
  /// Brings a tenant's shows in line with their feeds; the network is touched only where a feed lies on it. Throws
  /// `tenant_archived`.
  func podcastSync(for tenant: Tenant) throws -> PodctlOperations.PodcastSync {
    let agent = "podctl/" + Podctl.configuration.version
    return try PodctlOperations.PodcastSync(database(), tenant: tenant, now: now, ids: ids) { () throws(PodctlError) in
      try CurlTransport(userAgent: agent)
    }
  }
}
