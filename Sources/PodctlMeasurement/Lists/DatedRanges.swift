import PodctlCore

/// A set of addresses of one family in which each address has the day from which it belongs to it.
struct DatedRanges<Value: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  private let ranges: AddressRanges<Value>
  /// The first day of each range; empty when all belong to it on all days.
  private let days: [Int32]

  /// Ranges in any order, overlapping or not, each with its first day; `.min` for all days.
  init(_ groups: [(day: Int32, ranges: [ClosedRange<Value>])]) {
    let groups = groups.filter { !$0.ranges.isEmpty }
    let distinct = Set(groups.map(\.day)).sorted()
    guard distinct != [.min] else {
      ranges = AddressRanges(groups.flatMap(\.ranges), without: AddressRanges())
      days = []
      return
    }
    // An address listed from several days on belongs to the set from the earliest of them.
    var covered = AddressRanges<Value>()
    var parts: [(range: ClosedRange<Value>, day: Int32)] = []
    for day in distinct {
      let ofDay = groups.filter { $0.day == day }.flatMap(\.ranges)
      parts += AddressRanges(ofDay, without: covered).closedRanges.map { ($0, day) }
      covered = AddressRanges(covered.closedRanges + ofDay, without: AddressRanges())
    }
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
    ranges = AddressRanges(disjoint: parts.map(\.range))
    days = parts.map(\.day)
  }

  var isEmpty: Bool { ranges.isEmpty }
  var isDated: Bool { !days.isEmpty }

  @inline(__always)
  func contains(_ value: Value, on day: Int32) -> Bool {
    let index = ranges.index(of: value)
    return index >= 0 && (days.isEmpty || days[index] <= day)
  }

  /// Whether any address from one to another belongs to the set on a day.
  func meets(_ wanted: ClosedRange<Value>, on day: Int32) -> Bool {
    var index = ranges.firstIndex(endingAtOrAfter: wanted.lowerBound)
    while index < ranges.starts.count, ranges.starts[index] <= wanted.upperBound {
      if days.isEmpty || days[index] <= day { return true }
      index += 1
    }
    return false
  }
}
