import PodctlCore

/// Remembers for one thread which referrers are bad, and from which day on.
struct ReferrerMemo {
  private struct Key: Hashable {
    var high: UInt64
    var low: UInt64
  }

  private static let mostReferrers = 1 << 15
  /// A day that none is after.
  private static let never = Int32.max
  private var firstDays: [Key: Int32] = [:]

  /// Whether an entry fits the referrer, as logged, on a day.
  mutating func isBad(_ raw: ByteSpan, _ escape: TextEscape, _ list: ReferrerList, on day: Int32) -> Bool {
    if raw.isAbsent { return false }
    let hash = ByteHash(raw, seed: 5).value
    let key = Key(high: hash.high, low: hash.low)
    if let known = firstDays[key] { return known <= day }
    if firstDays.count >= ReferrerMemo.mostReferrers { firstDays.removeAll(keepingCapacity: true) }
    let found = list.matches(Unescaping.agent(raw, escape)).map { list.entries[$0].day }.min() ?? ReferrerMemo.never
    firstDays[key] = found
    return found <= day
  }
}
