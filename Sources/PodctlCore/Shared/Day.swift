/// A calendar day without a zone, counted in days since 1970-01-01 (proleptic Gregorian).
public struct Day: Hashable, Sendable, Comparable, Strideable, CustomStringConvertible {
  public var number: Int

  public init(number: Int) { self.number = number }

  /// A day by its civil date; nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year), (0...9999).contains(year)
    else { return nil }
    // Days from the civil date, with March as the first month so that the leap day comes last.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Reads `2026-10-31`; nil on anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45, let year = Day.digits(bytes[0..<4]),
      let month = Day.digits(bytes[5..<7]), let day = Day.digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads a day as typed by a person; throws `invalid_date` naming what it was for.
  public init(typed text: String, for what: String) throws(PodctlError) {
    guard let day = Day(text) else {
      throw PodctlError(.invalidDate, "\"\(text)\" is not a date for \(what)", hint: "write it as 2026-10-31")
    }
    self = day
  }

  static func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard (48...57).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The civil date.
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

  /// The Monday on or before this day.
  public var monday: Day { Day(number: number - (weekday - 1)) }

  public var firstOfMonth: Day { Day(number: number - (civil.day - 1)) }

  public var description: String {
    let (year, month, day) = civil
    guard (0...9999).contains(year) else { return "\(year)-\(month / 10)\(month % 10)-\(day / 10)\(day % 10)" }
    return String(unsafeUninitializedCapacity: 10) { bytes in
      let digits = year * 10_000 + month * 100 + day
      var power = 10_000_000
      var written = 0
      while power > 0 {
        if power == 1000 || power == 10 {
          bytes[written] = UInt8(ascii: "-")
          written += 1
        }
        bytes[written] = 48 + UInt8(truncatingIfNeeded: digits / power % 10)
        written += 1
        power /= 10
      }
      return written
    }
  }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  public func distance(to other: Day) -> Int { other.number - number }
  public func advanced(by days: Int) -> Day { Day(number: number + days) }
}

extension Day: Codable {
  /// Reads the ISO date that `encode` writes.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let day = Day(text) else {
      throw PodctlError(.invalidDate, "\"\(text)\" is not a date", hint: "write it as 2026-10-31")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
