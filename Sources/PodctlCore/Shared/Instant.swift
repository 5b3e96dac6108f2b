import Foundation

/// A moment in UTC, in whole microseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
  public var microseconds: Int64

  public init(microseconds: Int64) { self.microseconds = microseconds }
  public init(seconds: Int64) { microseconds = seconds * 1_000_000 }

  /// Whole seconds since the epoch, rounded down.
  public var seconds: Int64 {
    microseconds >= 0 ? microseconds / 1_000_000 : -((-microseconds + 999_999) / 1_000_000)
  }

  public var milliseconds: Int64 { microseconds / 1000 }

  public func advanced(seconds: Int64) -> Instant { Instant(microseconds: microseconds + seconds * 1_000_000) }

  /// Reads RFC 3339 (`2026-10-01T08:30:00Z`, with fraction or numeric offset, `T` or a blank); nil on anything else.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == UInt8(ascii: " "),
      bytes[13] == 58, bytes[16] == 58, let hour = Day.digits(bytes[11..<13]), hour < 24,
      let minute = Day.digits(bytes[14..<16]), minute < 60, let second = Day.digits(bytes[17..<19]), second < 61
    else { return nil }
    var index = 19
    var fraction: Int64 = 0
    if bytes[index] == UInt8(ascii: ".") {
      var unit: Int64 = 100_000
      index += 1
      let first = index
      while index < bytes.count, (48...57).contains(bytes[index]) {
        fraction += Int64(bytes[index] - 48) * unit
        unit /= 10
        index += 1
      }
      guard index > first else { return nil }
    }
    guard let offset = Instant.offset(bytes[index...]) else { return nil }
    let clock = Int64(hour * 3600 + minute * 60 + second)
    microseconds = (Int64(day.number) * 86_400 + clock - offset) * 1_000_000 + fraction
  }

  /// Seconds east of UTC for `Z`, `+02:00`, `+0200` or `+02`.
  private static func offset(_ bytes: ArraySlice<UInt8>) -> Int64? {
    let text = Array(bytes)
    if text == [UInt8(ascii: "Z")] || text == [UInt8(ascii: "z")] { return 0 }
    guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    var digits = Array(text.dropFirst())
    if digits.count == 5, digits[2] == UInt8(ascii: ":") { digits.remove(at: 2) }
    guard digits.count == 4 || digits.count == 2, let hours = Day.digits(digits[0..<2]), hours < 24 else { return nil }
    let minutes = digits.count == 4 ? Day.digits(digits[2..<4]) : 0
    guard let minutes, minutes < 60 else { return nil }
    return Int64(hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }

  /// RFC 3339 in UTC, with microseconds only where there are any: `2026-10-01T08:30:00Z`.
  public var description: String {
    let day = Day(number: Int(seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400))
    let clock = Int(seconds) - day.number * 86_400
    let fraction = Int(microseconds - seconds * 1_000_000)
    var text = "\(day)T"
    text += String(unsafeUninitializedCapacity: 16) { bytes in
      var written = 0
      func append(_ byte: UInt8) {
        bytes[written] = byte
        written += 1
      }
      func append(_ value: Int, from power: Int) {
        var power = power
        while power > 0 {
          append(48 + UInt8(truncatingIfNeeded: value / power % 10))
          power /= 10
        }
      }
      append(clock / 3600, from: 10)
      append(UInt8(ascii: ":"))
      append(clock / 60 % 60, from: 10)
      append(UInt8(ascii: ":"))
      append(clock % 60, from: 10)
      if fraction > 0 {
        append(UInt8(ascii: "."))
        append(fraction, from: 100_000)
      }
      append(UInt8(ascii: "Z"))
      return written
    }
    return text
  }

  public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
}

/// A named time zone of the IANA database, known to exist.
public struct Zone: Hashable, Sendable, CustomStringConvertible {
  public let identifier: String
  private let zone: TimeZone
  public var description: String { identifier }

  /// Throws `unknown_time_zone` with a suggestion; an unknown zone would otherwise silently become the system's.
  public init(_ identifier: String) throws(PodctlError) {
    // The list of known names lacks every link, Asia/Kolkata among them; a name with a region is looked up as it is.
    // Abbreviations and offsets, which Foundation takes too, are no zones: they know no change of clock.
    let known = TimeZone.knownTimeZoneIdentifiers
    let isNamed = identifier == "UTC" || identifier.contains("/") || known.contains(identifier)
    guard isNamed, let zone = TimeZone(identifier: identifier), zone.identifier == identifier || identifier == "UTC"
    else {
      let suggestion = Suggestion.nearest(to: identifier, among: known)
      throw PodctlError(
        .unknownTimeZone, "unknown time zone \"\(identifier)\"",
        hint: suggestion.map { "did you mean \"\($0)\"?" } ?? "use a name such as Europe/Berlin or UTC",
        context: [.init("zone", identifier)])
    }
    self.identifier = identifier
    self.zone = zone
  }

  private init() {
    identifier = "UTC"
    zone = TimeZone(secondsFromGMT: 0) ?? .gmt
  }
  public static let utc = Zone()

  /// Seconds east of UTC at an instant.
  public func offset(at instant: Instant) -> Int64 {
    identifier == "UTC"
      ? 0 : Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant.seconds))))
  }

  /// The local day in which an instant lies.
  public func day(of instant: Instant) -> Day {
    let local = instant.seconds + offset(at: instant)
    return Day(number: Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400))
  }

  /// The first instant of a local day; where the clock skips midnight, the first one that exists.
  public func start(of day: Day) -> Instant {
    let midnight = Int64(day.number) * 86_400
    // The offset half a day to either side brackets any change of clock around this midnight.
    let before = midnight - offset(at: Instant(seconds: midnight - 43_200 - 50_400))
    let after = midnight - offset(at: Instant(seconds: midnight + 43_200 + 50_400))
    var low = min(before, after) - 7200
    var high = max(before, after) + 7200
    while low < high {
      let middle = low + (high - low) / 2
      if self.day(of: Instant(seconds: middle)) >= day { high = middle } else { low = middle + 1 }
    }
    return Instant(seconds: low)
  }
}
