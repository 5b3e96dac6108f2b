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

  /// PTMG 2.3 with calendar windows and no limit.
  public static let standard = CountingRules()

  /// As it is stored and printed: `iab-2.3/calendar`, or `iab-2.3/calendar/volume-50`.
  public var name: String {
    "\(profile.rawValue)/\(window.rawValue)" + (volumeLimit.map { "/volume-\($0)" } ?? "")
  }
}
