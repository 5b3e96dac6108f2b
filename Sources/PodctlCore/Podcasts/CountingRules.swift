/// Whose rules a count goes by.
public enum CountingProfile: String, Sendable, CaseIterable {
  /// PTMG 2.3, for the logs of a host or a CDN.
  case iab = "iab-2.3"
  /// For logs of redirects, where bytes are not seen.
  case prefix
  /// The published rules of oDL, as a cross-check.
  case odl
}

/// How long one listener's requests of one episode are one download (PTMG 2.3, section 5.5.1).
public enum MeasurementWindow: String, Sendable, CaseIterable {
  /// The day in the counting zone.
  case calendar
  /// 24 hours from the first request; one exactly 24 hours later opens the next.
  case firstTouch = "first-touch"
  /// 24 hours from the latest request.
  case lastTouch = "last-touch"
}

/// What a count goes by besides its lists and its zone.
public struct CountingRules: Sendable, Hashable {
  public var profile: CountingProfile
  public var window: MeasurementWindow
  /// The most downloads of one address on one day; nil for no limit.
  public var volumeLimit: Int?

  public init(_ profile: CountingProfile = .iab, _ window: MeasurementWindow = .calendar, volumeLimit: Int? = nil) {
    self.profile = profile
    self.window = window
    self.volumeLimit = volumeLimit
  }

  /// The limit where none was named. The guidelines give no number, and none was found published: an office or a school
  /// behind one address stays below it, a farm does not.
  public static let usualVolumeLimit = 250

  /// PTMG 2.3 with calendar windows and the usual limit.
  public static let standard = CountingRules(volumeLimit: usualVolumeLimit)

  /// The same under another limit; oDL knows none.
  public func limited(to limit: Int?) -> CountingRules {
    CountingRules(profile, window, volumeLimit: profile == .odl ? nil : limit)
  }

  /// The name where the usual limit goes without saying.
  public var shortName: String {
    volumeLimit == CountingRules.usualVolumeLimit ? CountingRules(profile, window).name : name
  }

  /// Reads what `name` writes; nil for anything else.
  public init?(name: String) {
    let parts = name.split(separator: "/")
    guard (2...3).contains(parts.count), let profile = CountingProfile(rawValue: String(parts[0])),
      let window = MeasurementWindow(rawValue: String(parts[1]))
    else { return nil }
    self.init(profile, window)
    guard parts.count == 3 else { return }
    guard parts[2].hasPrefix("volume-"), let limit = Int(parts[2].dropFirst(7)) else { return nil }
    volumeLimit = limit
  }

  /// As it is stored and printed: `iab-2.3/calendar/volume-250`, or `iab-2.3/calendar` without a limit.
  public var name: String {
    "\(profile.rawValue)/\(window.rawValue)" + (volumeLimit.map { "/volume-\($0)" } ?? "")
  }
}
