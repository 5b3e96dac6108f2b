import PodctlCore

/// A moment as a person says it: `3 minutes ago`, `in 2 days`.
public enum RelativeTime {
  public static func of(_ instant: Instant, from now: Instant) -> String {
    let difference = now.seconds - instant.seconds
    let magnitude = abs(difference)
    let (count, unit): (Int64, String) =
      switch magnitude {
      case 0..<10: (0, "")
      case 10..<60: (magnitude, "second")
      case 60..<3600: (magnitude / 60, "minute")
      case 3600..<86_400: (magnitude / 3600, "hour")
      case 86_400..<(30 * 86_400): (magnitude / 86_400, "day")
      case (30 * 86_400)..<(365 * 86_400): (magnitude / (30 * 86_400), "month")
      default: (magnitude / (365 * 86_400), "year")
      }
    guard count > 0 else { return "just now" }
    let words = "\(count) \(unit)\(count == 1 ? "" : "s")"
    return difference >= 0 ? "\(words) ago" : "in \(words)"
  }
}
