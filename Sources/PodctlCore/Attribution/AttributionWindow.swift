/// How far before a conversion a touch may lie: whole days of 86,400 seconds, both ends included.
public struct AttributionWindow: Sendable, Hashable {
  public static let standard = AttributionWindow(unchecked: 30)
  public static let allowed = 1...366

  public let days: Int

  /// Throws `usage` unless there are 1 to 366 days.
  public init(days: Int) throws(PodctlError) {
    guard AttributionWindow.allowed.contains(days) else {
      throw PodctlError(
        .usage, "an attribution window of \(days) days is not allowed",
        hint: "use 1 to 366 days; 30 is the trade's default", context: [.init("window_days", String(days))])
    }
    self.days = days
  }

  private init(unchecked days: Int) { self.days = days }

  /// The earliest instant at which a touch still counts for a conversion.
  public func opening(before conversion: Instant) -> Instant { conversion.advanced(seconds: -Int64(days) * 86_400) }

  /// True from exactly the window's length before the conversion to the conversion's own instant.
  public func contains(_ touch: Instant, conversion: Instant) -> Bool {
    opening(before: conversion) <= touch && touch <= conversion
  }
}
