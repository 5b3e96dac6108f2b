import PodctlCore

/// Reads the times of tabular logs as seconds since 1970.
struct TimeReader {
  private var clock = ClockReader()
  private var local = LocalClock()
  /// The end of the year 9999: later times are no times of a log.
  private static let limit: Int64 = 253_402_300_800

  /// A day and a time in two columns, `2026-10-01` and `08:15:30`.
  mutating func read(date: ByteSpan, clock time: ByteSpan, zone: Zone) -> Int64? {
    clock.utc(date: date, time: time.count > 8 ? time.slice(0, 8) : time).map { local.utc(of: $0, in: zone) }
  }

  /// Nil when the text is no time of that form.
  mutating func read(_ text: ByteSpan, _ form: TimeForm, zone: Zone) -> Int64? {
    let time =
      switch form {
      case .iso: iso(text, zone)
      case .common: clock.common(text)
      case .unix(let perSecond): TimeReader.number(text).map { $0 / perSecond }
      case .pattern(let pattern): read(text, pattern).map { local.utc(of: $0, in: zone) }
      case .automatic: automatic(text, zone)
      }
    return time.flatMap { $0 < TimeReader.limit ? $0 : nil }
  }

  private mutating func automatic(_ text: ByteSpan, _ zone: Zone) -> Int64? {
    if text.count > 4, text[4] == UInt8(ascii: "-") { return iso(text, zone) }
    if text.count > 2, text[2] == UInt8(ascii: "/") { return clock.common(text) }
    guard let number = TimeReader.number(text) else { return nil }
    // A time of this century has ten digits in seconds, and three more for each finer unit.
    switch number {
    case ..<100_000_000_000: return number
    case ..<100_000_000_000_000: return number / 1000
    case ..<100_000_000_000_000_000: return number / 1_000_000
    default: return number / 1_000_000_000
    }
  }

  /// A decimal number of at most 19 digits, without its fraction.
  private static func number(_ text: ByteSpan) -> Int64? {
    let point = text.firstIndex(of: UInt8(ascii: "."), from: 0) ?? text.count
    let whole = text.slice(0, point)
    guard whole.count < 20, text.count == point || text.slice(point + 1, text.count).decimal != nil else { return nil }
    if let value = whole.decimal { return value }
    guard whole.count == 19, let head = whole.slice(0, 18).decimal, let last = whole.slice(18, 19).decimal else {
      return nil
    }
    let (tens, isTooLarge) = head.multipliedReportingOverflow(by: 10)
    let (value, overflows) = tens.addingReportingOverflow(last)
    return isTooLarge || overflows ? nil : value
  }

  private mutating func iso(_ text: ByteSpan, _ zone: Zone) -> Int64? {
    guard text.count >= 19, [UInt8(ascii: "T"), UInt8(ascii: "t"), 32].contains(text[10]),
      let time = clock.utc(date: text.slice(0, 10), time: text.slice(11, 19))
    else { return nil }
    var at = 19
    if at < text.count, text[at] == UInt8(ascii: ".") || text[at] == UInt8(ascii: ",") {
      at += 1
      while at < text.count, text[at] &- 48 < 10 { at += 1 }
    }
    if at < text.count, text[at] == 32 { at += 1 }
    let rest = text.slice(at, text.count)
    if rest.isEmpty { return local.utc(of: time, in: zone) }
    if rest.count == 1, rest[0] | 32 == UInt8(ascii: "z") { return time }
    if rest.count == 3, rest.hasPrefix("UTC") || rest.hasPrefix("GMT") { return time }
    return TimeReader.offset(rest).map { time - $0 }
  }

  /// Seconds east of UTC of `+02:00`, `+0200` or `+02`.
  private static func offset(_ text: ByteSpan) -> Int64? {
    guard text.count == 3 || text.count == 5 || text.count == 6, text[0] == 43 || text[0] == 45,
      text.count != 6 || text[3] == 58, let hours = text.slice(1, 3).decimal, hours < 24
    else { return nil }
    var minutes: Int64 = 0
    if text.count > 3 {
      guard let found = text.slice(text.count - 2, text.count).decimal, found < 60 else { return nil }
      minutes = found
    }
    return (hours * 3600 + minutes * 60) * (text[0] == 45 ? -1 : 1)
  }

  /// Reads by a pattern, place by place.
  private func read(_ text: ByteSpan, _ pattern: [UInt8]) -> Int64? {
    guard text.count == pattern.count else { return nil }
    var year = 0
    var month = 0
    var day = 0
    var seconds: Int64 = 0
    for index in pattern.indices {
      let digit = text[index] &- 48
      switch pattern[index] {
      case UInt8(ascii: "Y"), UInt8(ascii: "M"), UInt8(ascii: "D"), UInt8(ascii: "h"), UInt8(ascii: "m"),
        UInt8(ascii: "s"):
        guard digit < 10 else { return nil }
      default:
        guard text[index] == pattern[index] else { return nil }
      }
      // A pair's first digit is taken ten times when its second comes.
      let isFirst = index + 1 < pattern.count && pattern[index + 1] == pattern[index]
      let place = isFirst ? Int(digit) * 10 : Int(digit)
      switch pattern[index] {
      case UInt8(ascii: "Y"): year = year * 10 + Int(digit)
      case UInt8(ascii: "M"): month += place
      case UInt8(ascii: "D"): day += place
      case UInt8(ascii: "h"): seconds += Int64(place) * 3600
      case UInt8(ascii: "m"): seconds += Int64(place) * 60
      case UInt8(ascii: "s"): seconds += Int64(place)
      default: break
      }
    }
    guard seconds <= 86_400, let midnight = Day(year: year, month: month, day: day) else { return nil }
    return Int64(midnight.number) * 86_400 + seconds
  }
}
