import PodctlCore

/// The date of a feed: RFC 822 as feeds really write it, and RFC 3339 where they mistook the format.
enum FeedDate {
  /// An instant, and whether its zone was missing and taken as UTC; nil when the text is no date.
  static func instant(_ text: String) -> (instant: Instant, lacksZone: Bool)? {
    if let instant = Instant(text) { return (instant, false) }
    var words = FeedDate.words(text)
    if let first = words.first, first.allSatisfy({ $0.isLetter }), !isMonth(first) { words.removeFirst() }
    // 03-Jun-2026 is one word.
    if let first = words.first, first.contains("-") { words.replaceSubrange(0..<1, with: first.split(separator: "-")) }
    guard words.count >= 4, let date = number(words[0], 1...2), let month = month(words[1]),
      let year = year(words[2]), let day = Day(year: year, month: month, day: date), let clock = seconds(words[3])
    else { return nil }
    let zone = words.dropFirst(4).joined()
    guard let offset = zone.isEmpty ? 0 : offset(zone) else { return nil }
    return (Instant(seconds: Int64(day.number) * 86_400 + clock - offset), zone.isEmpty)
  }

  /// The words without commas and without comments in parentheses.
  private static func words(_ text: String) -> [Substring] {
    var depth = 0
    let plain = text.map { character -> Character in
      if character == "(" { depth += 1 }
      defer { if character == ")" { depth = max(0, depth - 1) } }
      return depth > 0 || character == "," || character.isWhitespace ? " " : character
    }
    return String(plain).split(separator: " ")
  }

  private static func number(_ text: Substring, _ digits: ClosedRange<Int>) -> Int? {
    digits.contains(text.utf8.count) && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func month(_ text: Substring) -> Int? {
    guard text.count >= 3, text.allSatisfy({ $0.isLetter || $0 == "." }) else { return nil }
    return months.firstIndex(of: text.prefix(3).lowercased()).map { $0 + 1 }
  }

  private static func isMonth(_ text: Substring) -> Bool { month(text) != nil }

  /// Two digits are 1950 to 2049 (RFC 2822, 4.3).
  private static func year(_ text: Substring) -> Int? {
    guard let value = number(text, 2...4), text.count != 3 else { return nil }
    return text.count == 4 ? value : value < 50 ? 2000 + value : 1900 + value
  }

  private static func seconds(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { number($0, 1...2) }
    guard parts.count == 2 || parts.count == 3, let hour = parts[0], hour < 24, let minute = parts[1], minute < 60,
      let second = parts.count == 3 ? parts[2] : 0, second < 61
    else { return nil }
    return Int64(hour * 3600 + minute * 60 + second)
  }

  private static let zones: [String: Int64] = [
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8,
    "PDT": -7,
  ]

  /// Seconds east of UTC for a name of RFC 822, `+0200`, `+02:00` or `GMT+2`.
  private static func offset(_ text: String) -> Int64? {
    var zone = text.uppercased()[...]
    if let hours = zones[String(zone)] { return hours * 3600 }
    for name in ["GMT", "UTC"] where zone.hasPrefix(name) { zone = zone.dropFirst(3) }
    guard let sign = zone.first, sign == "+" || sign == "-" else { return nil }
    let digits = zone.dropFirst().filter { $0 != ":" }
    guard let value = number(digits[...], 1...4), digits.count != 3 else { return nil }
    let (hours, minutes) = digits.count == 4 ? (value / 100, value % 100) : (value, 0)
    guard hours < 24, minutes < 60 else { return nil }
    return Int64(hours * 3600 + minutes * 60) * (sign == "-" ? -1 : 1)
  }
}
