/// What is held of one listener, episode and day: forty bytes while one interval says it all.
struct GroupRecord {
  var keyHigh: UInt64
  var keyLow: UInt64
  var day: Int32
  /// The path of the interval; any of its paths tells the episode.
  var path: Int32
  var lines: UInt32
  /// The covered interval while there is only one, of a path, below 4 GiB.
  var start: UInt32
  var end: UInt32
  /// How the coverage is held.
  var state: UInt32

  /// One interval, in the record.
  static let inline: UInt32 = 0
  /// The threshold has been reached: nothing can take that back, so no coverage is held.
  static let reached: UInt32 = .max

  var isReached: Bool { state == GroupRecord.reached }
}

/// What ingest keeps of a group besides, and what a limit of volume needs: whose it is, and since when.
struct GroupOrigin {
  /// Seconds since 1970 of the first request that passed the filters.
  var first: Int64
  var address: UInt64
  var agent: UInt32
  /// The alphabetically first country of its requests, as two letters; 0 for unknown.
  var country: UInt16
  var traits: ListenerTraits

  init(_ survivor: borrowing Survivor) {
    first = survivor.time
    address = survivor.address
    agent = survivor.agent
    country = survivor.country
    traits = survivor.traits
  }

  /// Any order of adding ends the same.
  @inline(__always)
  mutating func add(_ survivor: borrowing Survivor) {
    add(first: survivor.time, survivor.country, survivor.traits)
  }

  mutating func add(_ other: GroupOrigin) { add(first: other.first, other.country, other.traits) }

  @inline(__always)
  private mutating func add(first time: Int64, _ other: UInt16, _ more: ListenerTraits) {
    first = min(first, time)
    traits.formUnion(more)
    if other != country, other != 0, country == 0 || other < country { country = other }
  }
}
