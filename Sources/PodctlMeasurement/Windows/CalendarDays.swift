import PodctlCore

/// The local day of an instant in the counting zone. Each day of UTC is looked up once: its offset, and where within it
/// the clock is changed.
struct CalendarDays {
  private struct Entry {
    var utcDay: Int64 = .min
    /// The second of the UTC day from which the later offset holds; a whole day when there is no change.
    var change: Int64 = 86_400
    var offset: Int64 = 0
    var laterOffset: Int64 = 0
  }

  private let zone: Zone
  private let isUTC: Bool
  private var entries = [Entry](repeating: Entry(), count: 64)

  init(_ zone: Zone) {
    self.zone = zone
    isUTC = zone == .utc
  }

  @inline(__always)
  private static func floorDay(_ seconds: Int64) -> Int64 {
    seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
  }

  /// The day's number of an instant in seconds since 1970.
  @inline(__always)
  mutating func day(of time: Int64) -> Int32 {
    let utcDay = CalendarDays.floorDay(time)
    if isUTC { return Int32(truncatingIfNeeded: utcDay) }
    let slot = Int(utcDay & 63)
    if entries[slot].utcDay != utcDay { entries[slot] = look(up: utcDay) }
    let entry = entries[slot]
    let offset = time - utcDay * 86_400 < entry.change ? entry.offset : entry.laterOffset
    return Int32(truncatingIfNeeded: CalendarDays.floorDay(time + offset))
  }

  private func look(up utcDay: Int64) -> Entry {
    let midnight = utcDay * 86_400
    func offset(_ second: Int64) -> Int64 { zone.offset(at: Instant(seconds: midnight + second)) }
    let first = offset(0)
    let last = offset(86_399)
    var entry = Entry(utcDay: utcDay, change: 86_400, offset: first, laterOffset: last)
    guard first != last else { return entry }
    var low: Int64 = 0
    var high: Int64 = 86_399
    while low < high {
      let middle = (low + high) / 2
      if offset(middle) == first { low = middle + 1 } else { high = middle }
    }
    entry.change = low
    return entry
  }
}
