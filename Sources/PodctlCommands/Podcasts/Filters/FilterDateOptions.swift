import ArgumentParser
import PodctlCore
import PodctlGateways
import PodctlOperations

/// From which day new entries of a list apply.
struct FilterDateOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Entries that are new apply from this day on; otherwise to all days.", valueName: "day"))
  var from: String?
  @Flag(help: "Forget the days from which earlier imports let entries apply.")
  var undated = false

  func validate() throws {
    if from != nil, undated { throw ValidationError("give either --from or --undated") }
  }

  func dating() throws(PodctlError) -> FilterImport.Dating {
    guard let from else { return undated ? .undated : .always }
    guard let day = Day(from) else {
      throw PodctlError(.invalidDate, "\"\(from)\" is no date", hint: "write it as 2026-11-02")
    }
    return .from(day)
  }
}

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
