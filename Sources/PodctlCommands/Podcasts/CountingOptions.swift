import ArgumentParser
import PodctlCore
import PodctlMeasurement
import PodctlOperations

/// How a count without a database goes about it. Profiles are for auditors, so the first page of help has none.
struct CountingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Time zone whose days are counted; the default is UTC.", valueName: "zone"))
  var zone: String?

  @Option(
    help: ArgumentHelp(
      "Window in which one listener's requests are one download: a day, 24 hours from the first request, or from the latest.",
      valueName: "window"))
  var window: MeasurementWindow = .calendar

  @Option(
    help: ArgumentHelp(
      "The rules: iab-2.3 for a host's or CDN's logs, prefix for redirects, odl as a cross-check.",
      valueName: "profile", visibility: .hidden))
  var countingProfile: CountingProfile = .iab

  @Option(
    help: ArgumentHelp(
      "Volume limit: count none of an address's downloads on a day with more than N; none for no limit. Default 250.",
      valueName: "n|none"))
  var volumeLimit: CountingChange.Limit?

  @Option(
    help: ArgumentHelp(
      "Folder of user-agent and network lists, recognized by file name. Repeatable.", valueName: "folder"))
  var lists: [String] = []

  @Option(
    help: ArgumentHelp(
      "File of networks with real listeners, whatever lists and the volume limit say. Repeatable.", valueName: "file"
    ))
  var safe: [String] = []

  @Option(
    help: ArgumentHelp("File of bad referrers, as hosts or URL prefixes. Repeatable.", valueName: "file"))
  var referrers: [String] = []

  func validate() throws {
    if case .downloads(let limit) = volumeLimit, limit < 1 {
      throw ValidationError("--volume-limit is a number of 1 or more, or none")
    }
    guard countingProfile == .odl else { return }
    if window != .calendar || zone.map({ $0 != "UTC" }) ?? false || volumeLimit != nil || !referrers.isEmpty {
      throw ValidationError(
        "profile odl has its own window, zone and filters: leave out --window, --zone, --volume-limit and --referrers")
    }
  }

  /// Whether anything but the folders of lists was said.
  var isBeyondLists: Bool {
    zone != nil || window != .calendar || countingProfile != .iab || volumeLimit != nil || !safe.isEmpty
      || !referrers.isEmpty
  }

  var rules: CountingRules {
    let limit: Int? =
      switch volumeLimit {
      case .downloads(let limit): limit
      case .some(.none): nil
      case nil: countingProfile == .odl ? nil : CountingRules.usualVolumeLimit
      }
    return CountingRules(countingProfile, window, volumeLimit: limit)
  }

  func countingZone() throws(PodctlError) -> Zone {
    guard let zone else { return .utc }
    return try Zone(zone)
  }

  /// The lists of the folders and files named; podctl's own agents where none of them are agents.
  func filterLists() throws(PodctlError) -> FilterLists {
    try FilterLists.reading(lists, safe: safe, referrers: referrers)
  }
}

extension MeasurementWindow: ExpressibleByArgument {}
extension CountingProfile: ExpressibleByArgument {}
