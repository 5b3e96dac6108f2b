import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations

extension CommandContext {
  /// Takes lists into the database; the network is touched only where a list lies on it.
  func filterImport() throws -> FilterImport {
    let agent = "podctl/" + Podctl.configuration.version
    return FilterImport(try database(), now: now, workingDirectory: environment.workingDirectory) {
      () throws(PodctlError) in try CurlTransport(userAgent: agent)
    }
  }

  /// The lists that a tenant is counted with: those of the folders given, of the setting, of the database, or podctl's
  /// own; with the tenant's safe list.
  func countingLists(of tenant: Tenant?, folders: [String]) throws -> CountingLists {
    try CountingLists(
      of: tenant, folders: folders.isEmpty ? settings.lists : folders, in: database(), now: now)
  }
}
