import PodctlCore

/// Reads the times of log lines. The day of the last line is remembered, since the next line mostly has the same.
struct ClockReader {
  private var lastText: (UInt64, UInt64) = (0, 0)
  private var lastMidnight: Int64 = 0

  @inline(__always)
  private static func pair(_ at: UnsafePointer<UInt8>) -> Int64? {
    let tens = at[0] &- 48
    let ones = at[1] &- 48
    guard tens < 10, ones < 10 else { return nil }
    return Int64(tens) * 10 + Int64(ones)
  }

  /// Seconds of the day of `08:15:30`; a leap second is the next minute's first.
  @inline(__always)
  private static func clock(_ at: UnsafePointer<UInt8>) -> Int64? {
    guard at[2] == 58, at[5] == 58, let hour = pair(at), hour < 24, let minute = pair(at + 3), minute < 60,
      let second = pair(at + 6), second < 61
    else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// `2026-10-01` and `08:15:30`, both UTC, as seconds since 1970.
  @inline(__always)
  mutating func utc(date: ByteSpan, time: ByteSpan) -> Int64? {
    guard date.count == 10, time.count == 8, let dateBase = date.baseAddress, let timeBase = time.baseAddress,
      let clock = ClockReader.clock(timeBase)
    else { return nil }
    let raw = UnsafeRawPointer(dateBase)
    let text = (
      raw.loadUnaligned(as: UInt64.self), UInt64(raw.loadUnaligned(fromByteOffset: 8, as: UInt16.self)) | 1 << 32
    )
    if text == lastText { return lastMidnight + clock }
    guard let midnight = ClockReader.midnight(date) else { return nil }
    lastText = text
    lastMidnight = midnight
    return midnight + clock
  }

  private static func midnight(_ date: ByteSpan) -> Int64? {
    guard date[4] == 45, date[7] == 45, let base = date.baseAddress, let century = pair(base),
      let year = pair(base + 2), let month = pair(base + 5), let day = pair(base + 8)
    else { return nil }
    return Day(year: Int(century * 100 + year), month: Int(month), day: Int(day)).map { Int64($0.number) * 86_400 }
  }

  private static let months = Array("JanFebMarAprMayJunJulAugSepOctNovDec".utf8)

  /// `10/Oct/2026:13:55:36 +0200` as seconds since 1970 in UTC.
  mutating func common(_ text: ByteSpan) -> Int64? {
    guard text.count == 26, let at = text.baseAddress, at[11] == 58, at[20] == 32,
      let clock = ClockReader.clock(at + 12), at[21] == 43 || at[21] == 45, let hours = ClockReader.pair(at + 22),
      let minutes = ClockReader.pair(at + 24), hours < 24, minutes < 60
    else { return nil }
    let offset = (hours * 3600 + minutes * 60) * (at[21] == 45 ? -1 : 1)
    let raw = UnsafeRawPointer(at)
    let key = (
      raw.loadUnaligned(as: UInt64.self),
      UInt64(raw.loadUnaligned(fromByteOffset: 7, as: UInt32.self)) | 1 << 40
    )
    if key == lastText { return lastMidnight + clock - offset }
    guard at[2] == 47, at[6] == 47, let day = ClockReader.pair(at), let century = ClockReader.pair(at + 7),
      let year = ClockReader.pair(at + 9),
      let month = (0..<12).first(where: { index in (0..<3).allSatisfy { at[3 + $0] == Self.months[index * 3 + $0] } }),
      let midnight = Day(year: Int(century * 100 + year), month: month + 1, day: Int(day))
    else { return nil }
    lastText = key
    lastMidnight = Int64(midnight.number) * 86_400
    return lastMidnight + clock - offset
  }
}
