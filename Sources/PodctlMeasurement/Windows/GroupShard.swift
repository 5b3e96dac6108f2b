import CScan
import PodctlCore

/// One part of all groups, by hash: an open-addressing index of small entries over records that never move.
struct GroupShard: ~Copyable {
  private static let chunkBits = 9
  private static let chunkSize = 1 << chunkBits
  /// Bits of an index entry that hold the record's number plus one; the rest are bits of the key.
  private static let numberBits: UInt32 = 22
  private static let numberMask: UInt32 = (1 << numberBits) - 1

  private let catalogue: EpisodeCatalogue
  private let keepsOrigins: Bool
  private var index: UnsafeMutablePointer<UInt32>
  private var capacity = 1024
  private var chunks: [UnsafeMutablePointer<GroupRecord>] = []
  private var origins: [UnsafeMutablePointer<GroupOrigin>] = []
  private(set) var count = 0
  /// Coverages that are more than one interval, by number; freed numbers are used again.
  private var coverages: [Coverage] = []
  private var free: [Int] = []

  init(_ catalogue: EpisodeCatalogue, keepsOrigins: Bool) {
    self.catalogue = catalogue
    self.keepsOrigins = keepsOrigins
    index = .allocate(capacity: capacity)
    index.initialize(repeating: 0, count: capacity)
  }

  deinit {
    index.deallocate()
    for chunk in chunks { chunk.deallocate() }
    for chunk in origins { chunk.deallocate() }
  }

  @inline(__always)
  func record(_ number: Int) -> UnsafeMutablePointer<GroupRecord> {
    chunks[number >> GroupShard.chunkBits] + (number & (GroupShard.chunkSize - 1))
  }

  func origin(_ number: Int) -> UnsafeMutablePointer<GroupOrigin> {
    origins[number >> GroupShard.chunkBits] + (number & (GroupShard.chunkSize - 1))
  }

  /// What an unreached group has covered.
  func coverage(_ number: Int) -> Coverage {
    let group = record(number)
    if group.pointee.isReached { return Coverage() }
    if group.pointee.state != GroupRecord.inline { return coverages[Int(group.pointee.state) - 1] }
    var coverage = Coverage()
    coverage.add(
      Coverage.Interval(start: Int64(group.pointee.start), end: Int64(group.pointee.end)),
      of: catalogue.keys[Int(group.pointee.path)])
    return coverage
  }

  private mutating func grow() {
    let larger = capacity * 2
    let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: larger)
    moved.initialize(repeating: 0, count: larger)
    for number in 0..<count {
      let key = record(number).pointee.keyLow
      var slot = Int(truncatingIfNeeded: key) & (larger - 1)
      while moved[slot] != 0 { slot = (slot &+ 1) & (larger - 1) }
      moved[slot] = GroupShard.entry(key, number)
    }
    index.deallocate()
    index = moved
    capacity = larger
  }

  @inline(__always)
  private static func entry(_ key: UInt64, _ number: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: key >> 54) << numberBits | UInt32(truncatingIfNeeded: number &+ 1)
  }

  @inline(__always)
  private mutating func find(_ survivor: borrowing Survivor) -> Int {
    if count &* 4 >= capacity &* 3 { grow() }
    let key = survivor.keyLow
    let mask = capacity &- 1
    let tag = UInt32(truncatingIfNeeded: key >> 54) << GroupShard.numberBits
    var slot = Int(truncatingIfNeeded: key) & mask
    while true {
      let entry = index[slot]
      if entry == 0 { break }
      if entry & ~GroupShard.numberMask == tag {
        let number = Int(entry & GroupShard.numberMask) &- 1
        let found = record(number)
        if found.pointee.keyLow == key, found.pointee.keyHigh == survivor.keyHigh { return number }
      }
      slot = (slot &+ 1) & mask
    }
    index[slot] = GroupShard.entry(key, count)
    append(survivor)
    return count &- 1
  }

  /// Asks for the memory of a key's place in the index before it is needed.
  @inline(__always)
  func expectIndex(of key: UInt64) { cscan_prefetch(index + (Int(truncatingIfNeeded: key) & (capacity &- 1))) }

  /// The same for the record that the index most likely names.
  @inline(__always)
  func expectRecord(of key: UInt64) {
    let entry = index[Int(truncatingIfNeeded: key) & (capacity &- 1)] & GroupShard.numberMask
    if entry != 0 { cscan_prefetch(record(Int(entry) &- 1)) }
  }

  private mutating func append(_ survivor: borrowing Survivor) {
    precondition(count < GroupShard.numberMask - 1, "a shard holds four million groups")
    if count & (GroupShard.chunkSize - 1) == 0 {
      chunks.append(.allocate(capacity: GroupShard.chunkSize))
      if keepsOrigins { origins.append(.allocate(capacity: GroupShard.chunkSize)) }
    }
    count += 1
    record(count - 1).initialize(
      to: GroupRecord(
        keyHigh: survivor.keyHigh, keyLow: survivor.keyLow, day: survivor.day, path: survivor.path, lines: 0, start: 0,
        end: 0, state: GroupRecord.inline))
    if keepsOrigins {
      origin(count - 1).initialize(to: GroupOrigin(survivor))
    }
  }

  /// Adds a request to its group.
  @inline(__always)
  mutating func add(_ survivor: borrowing Survivor) {
    let number = find(survivor)
    let group = record(number)
    group.pointee.lines += 1
    if keepsOrigins { origin(number).pointee.add(survivor) }
    if group.pointee.isReached { return }
    let path = Int(survivor.path)
    let threshold = catalogue.thresholds[path]
    if survivor.end >= 0, survivor.end - survivor.start >= threshold {
      reach(group)
    } else if group.pointee.state == GroupRecord.inline, addInline(survivor, to: group) {
      if Int64(group.pointee.end) - Int64(group.pointee.start) >= threshold, group.pointee.path == survivor.path {
        reach(group)
      }
    } else {
      addApart(survivor, to: group, threshold: threshold)
    }
  }

  private mutating func reach(_ group: UnsafeMutablePointer<GroupRecord>) {
    if group.pointee.state != GroupRecord.inline {
      let slot = Int(group.pointee.state) - 1
      coverages[slot] = Coverage()
      free.append(slot)
    }
    group.pointee.state = GroupRecord.reached
  }

  /// Merges the request into the record's one interval; false where that cannot hold both.
  private func addInline(_ survivor: borrowing Survivor, to group: UnsafeMutablePointer<GroupRecord>) -> Bool {
    guard survivor.end >= 0 else { return false }
    if survivor.start >= survivor.end { return true }
    guard survivor.end <= Int64(UInt32.max) else { return false }
    let start = UInt32(survivor.start)
    let end = UInt32(survivor.end)
    if group.pointee.start == group.pointee.end {
      group.pointee.path = survivor.path
      group.pointee.start = start
      group.pointee.end = end
      return true
    }
    guard group.pointee.path == survivor.path, start <= group.pointee.end, end >= group.pointee.start else {
      return false
    }
    group.pointee.start = min(group.pointee.start, start)
    group.pointee.end = max(group.pointee.end, end)
    return true
  }

  private mutating func addApart(
    _ survivor: borrowing Survivor, to group: UnsafeMutablePointer<GroupRecord>, threshold: Int64
  ) {
    if group.pointee.state == GroupRecord.inline {
      var coverage = Coverage()
      coverage.add(
        Coverage.Interval(start: Int64(group.pointee.start), end: Int64(group.pointee.end)),
        of: catalogue.keys[Int(group.pointee.path)])
      if let slot = free.popLast() {
        coverages[slot] = coverage
        group.pointee.state = UInt32(slot + 1)
      } else {
        coverages.append(coverage)
        group.pointee.state = UInt32(coverages.count)
      }
    }
    let slot = Int(group.pointee.state) - 1
    let path = Int(survivor.path)
    let key = catalogue.keys[path]
    if survivor.end == Survivor.placeless {
      coverages[slot].add(
        Coverage.Placeless(high: survivor.identityHigh, low: survivor.identityLow, bytes: survivor.start), of: key)
    } else {
      coverages[slot].add(Coverage.Interval(start: survivor.start, end: survivor.end), of: key)
    }
    if coverages[slot].covered(key, size: catalogue.paths[path].bytes) >= threshold { reach(group) }
  }
}
