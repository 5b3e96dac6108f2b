import PodctlCore

/// A line of one group, with what puts lines in order: time, range, bytes, request id, the log's hash, line number.
struct GroupMember: Equatable {
  var survivor: MemberBytes
  var time: Int64
  var range: DeclaredRange
  var bytes: Int64
  var requestID: [UInt8]
  /// The source's number, and the hash that stands for its contents.
  var source: Int
  var logHash: [UInt8] = []
  var line: Int

  struct MemberBytes: Equatable {
    var path: Int
    var interval: Coverage.Interval?
    var placeless: Coverage.Placeless?
    var isImported: Bool

    init(_ survivor: Survivor) {
      path = Int(survivor.path)
      isImported = survivor.traits.contains(.isImported)
      if isImported { return }
      if survivor.end == Survivor.placeless {
        placeless = Coverage.Placeless(
          high: survivor.identityHigh, low: survivor.identityLow, bytes: survivor.start)
      } else {
        interval = Coverage.Interval(start: survivor.start, end: survivor.end)
      }
    }
  }

  private var rangeOrder: (Int, Int64, Int64) {
    switch range {
    case .unknown: (0, 0, 0)
    case .closed(let first, let last): (1, first, last)
    case .open(let first): (1, first, .max)
    case .suffix(let count): (2, count, 0)
    case .several: (3, 0, 0)
    }
  }

  static func isBefore(_ left: GroupMember, _ right: GroupMember) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.rangeOrder != right.rangeOrder { return left.rangeOrder < right.rangeOrder }
    if left.bytes != right.bytes { return left.bytes < right.bytes }
    if left.requestID != right.requestID { return left.requestID.lexicographicallyPrecedes(right.requestID) }
    if left.logHash != right.logHash { return left.logHash.lexicographicallyPrecedes(right.logHash) }
    return left.line < right.line
  }
}
