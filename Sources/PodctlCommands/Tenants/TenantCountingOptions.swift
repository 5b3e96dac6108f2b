import ArgumentParser
import PodctlCore
import PodctlOperations

/// How a tenant's downloads are counted. Profiles are for auditors, so the first page of help has none.
struct TenantCountingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Window in which one listener's requests are one download: calendar, first-touch or last-touch.",
      valueName: "window"))
  var countingWindow: MeasurementWindow?

  @Option(
    help: ArgumentHelp(
      "The rules: iab-2.3 for a host's or CDN's logs, prefix for redirects, odl as a cross-check.",
      valueName: "profile", visibility: .hidden))
  var countingProfile: CountingProfile?

  @Option(help: ArgumentHelp("Days after which a window takes no late lines; the default is 45.", valueName: "days"))
  var closesAfter: Int?

  @Option(
    help: ArgumentHelp(
      "Volume limit: count none of an address's downloads on a day with more than N, or none; 250 for a new tenant.",
      valueName: "n|none"))
  var volumeLimit: CountingChange.Limit?

  var change: CountingChange {
    CountingChange(
      profile: countingProfile, window: countingWindow, volumeLimit: volumeLimit, closesAfterDays: closesAfter)
  }
}

extension CountingChange.Limit: ExpressibleByArgument {
  public init?(argument: String) {
    if argument == "none" {
      self = .none
    } else if let limit = Int(argument) {
      self = .downloads(limit)
    } else {
      return nil
    }
  }
}
