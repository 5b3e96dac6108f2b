import PodctlCore

/// Days as a report says them to people, in English and without a locale, so that every machine says the same.
public enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// `19 Oct`.
  public static func short(_ day: Day) -> String {
    let (_, month, date) = day.civil
    return "\(date) \(months[month - 1].prefix(3))"
  }

  /// `Mon 19 Oct`.
  public static func weekday(_ day: Day) -> String { "\(weekdays[day.weekday - 1]) \(short(day))" }

  /// `19 October 2026`.
  public static func long(_ day: Day) -> String {
    let (year, month, date) = day.civil
    return "\(date) \(months[month - 1]) \(year)"
  }

  /// `19–25 October 2026`, with as much of the first day as differs from the last.
  public static func range(_ first: Day, _ last: Day) -> String {
    if first == last { return long(first) }
    let (from, to) = (first.civil, last.civil)
    if from.year != to.year { return "\(long(first)) – \(long(last))" }
    if from.month != to.month { return "\(from.day) \(months[from.month - 1]) – \(long(last))" }
    return "\(from.day)–\(long(last))"
  }

  /// `2026-10-25 19:58` on the clock of a zone.
  public static func clock(_ instant: Instant, in zone: Zone) -> String {
    let local = Instant(seconds: instant.seconds + zone.offset(at: instant))
    return String(local.description.dropLast(4)).replacing("T", with: " ")
  }
}
