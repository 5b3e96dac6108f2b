import PodctlCore

/// A set of addresses of one family as sorted, disjoint ranges, with a table of where each first half begins.
struct AddressRanges<Value: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private(set) var starts: [Value] = []
  /// The last address of each range, included.
  private(set) var ends: [Value] = []
  /// For each value of the first 16 bits, the first range that ends at or after it.
  private var table: [UInt32] = []
  /// One bit for each network of 20 bits, or of 32 by hash: clear where no range touches it. It says no for most
  /// addresses without a search, and it fits into a core's own cache.
  private var touched: [UInt64] = []
  private static var touchedBits: UInt32 { 20 }

  init() {}

  /// Ranges in any order, overlapping or not, without those of `removed`.
  init(_ ranges: [ClosedRange<Value>], without removed: AddressRanges) {
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = ends.last, range.lowerBound <= last || range.lowerBound == last &+ 1, last != .max {
        ends[ends.count - 1] = max(last, range.upperBound)
      } else if ends.last != .max {
        starts.append(range.lowerBound)
        ends.append(range.upperBound)
      }
    }
    if !removed.starts.isEmpty { subtract(removed) }
    buildTable()
  }

  /// Sorted ranges of which no two overlap; they are kept apart where they touch.
  init(disjoint ranges: [ClosedRange<Value>]) {
    starts = ranges.map(\.lowerBound)
    ends = ranges.map(\.upperBound)
    buildTable()
  }

  var isEmpty: Bool { starts.isEmpty }
  var closedRanges: [ClosedRange<Value>] { starts.indices.map { starts[$0]...ends[$0] } }

  private mutating func subtract(_ removed: AddressRanges) {
    var keptStarts: [Value] = []
    var keptEnds: [Value] = []
    var hole = 0
    for index in starts.indices {
      var start = starts[index]
      let end = ends[index]
      while hole < removed.starts.count, removed.ends[hole] < start { hole += 1 }
      var at = hole
      var isSpent = false
      while at < removed.starts.count, removed.starts[at] <= end {
        if removed.starts[at] > start {
          keptStarts.append(start)
          keptEnds.append(removed.starts[at] - 1)
        }
        if removed.ends[at] >= end {
          isSpent = true
          break
        }
        start = removed.ends[at] + 1
        at += 1
      }
      if !isSpent {
        keptStarts.append(start)
        keptEnds.append(end)
      }
    }
    starts = keptStarts
    ends = keptEnds
  }

  /// The bit of the network in which an address lies.
  @inline(__always)
  private static func touchedBit(_ prefix: UInt32) -> Int {
    let spread = Value.bitWidth == 32 ? prefix : (prefix &* 0x9E37_79B1) &>> (32 &- touchedBits)
    return Int(truncatingIfNeeded: spread)
  }

  private static var prefixBits: Int { Value.bitWidth == 32 ? 20 : 32 }

  private mutating func buildTouched() {
    touched = [UInt64](repeating: 0, count: 1 << (Int(Self.touchedBits) - 6))
    let shift = Value(Value.bitWidth - Self.prefixBits)
    for index in starts.indices {
      let first = UInt32(truncatingIfNeeded: starts[index] >> shift)
      let last = UInt32(truncatingIfNeeded: ends[index] >> shift)
      if last - first >= 1 << Self.touchedBits {
        // So wide a range leaves nothing to say no to.
        touched = touched.map { _ in .max }
        return
      }
      for prefix in first...last {
        let bit = Self.touchedBit(prefix)
        touched[bit >> 6] |= 1 << UInt64(bit & 63)
      }
    }
  }

  private mutating func buildTable() {
    buildTouched()
    let shift = Value.bitWidth - 16
    table = [UInt32](repeating: UInt32(starts.count), count: 65_537)
    var slot = 0
    for index in starts.indices {
      let last = Int(ends[index] >> Value(shift))
      while slot <= last {
        table[slot] = UInt32(index)
        slot += 1
      }
    }
  }

  /// The range that holds a value, by number; -1 when none does.
  @inline(__always)
  func index(of value: Value) -> Int {
    if starts.isEmpty { return -1 }
    let bit = Self.touchedBit(UInt32(truncatingIfNeeded: value &>> Value(Value.bitWidth - Self.prefixBits)))
    if touched[bit &>> 6] &>> UInt64(bit & 63) & 1 == 0 { return -1 }
    let found = firstIndex(endingAtOrAfter: value)
    return found < starts.count && starts[found] <= value ? found : -1
  }

  /// The first range that ends at or after a value; one past the last when none does.
  @inline(__always)
  func firstIndex(endingAtOrAfter value: Value) -> Int {
    if starts.isEmpty { return 0 }
    let slot = Int(truncatingIfNeeded: value >> Value(Value.bitWidth - 16))
    var low = Int(table[slot])
    var high = min(Int(table[slot + 1]) + 1, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
