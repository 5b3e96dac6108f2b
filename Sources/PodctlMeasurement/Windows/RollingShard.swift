import PodctlCore

/// One part of all distinct requests: an open-addressing index over records that never move while it is filled. Grows
/// with distinct requests; a line that repeats one only adds to its count.
struct RollingShard: ~Copyable {
  private static let chunkBits = 9
  private static let chunkSize = 1 << chunkBits

  private let keepsOrigins: Bool
  /// The record's number plus one, with the upper half of the hash above it; 0 is vacant.
  private var index: UnsafeMutablePointer<UInt64>
  private var capacity = 1024
  private var chunks: [UnsafeMutablePointer<RollingRecord>] = []
  private var origins: [UnsafeMutablePointer<GroupOrigin>] = []
  private(set) var count = 0
  /// The records' numbers by listener, episode and time, once all are in.
  private(set) var order: [UInt32] = []

  init(keepsOrigins: Bool) {
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
  func record(_ number: Int) -> UnsafeMutablePointer<RollingRecord> {
    chunks[number >> RollingShard.chunkBits] + (number & (RollingShard.chunkSize - 1))
  }

  func origin(_ number: Int) -> UnsafeMutablePointer<GroupOrigin> {
    origins[number >> RollingShard.chunkBits] + (number & (RollingShard.chunkSize - 1))
  }

  private static let tagMask: UInt64 = 0xffff_ffff_0000_0000

  private mutating func grow() {
    let larger = capacity * 2
    let moved = UnsafeMutablePointer<UInt64>.allocate(capacity: larger)
    moved.initialize(repeating: 0, count: larger)
    for number in 0..<count {
      let hash = record(number).pointee.hash
      var slot = Int(truncatingIfNeeded: hash) & (larger - 1)
      while moved[slot] != 0 { slot = (slot &+ 1) & (larger - 1) }
      moved[slot] = hash & RollingShard.tagMask | UInt64(number + 1)
    }
    index.deallocate()
    index = moved
    capacity = larger
  }

  /// Adds a request, or a line to the request that it repeats.
  mutating func add(_ survivor: borrowing Survivor) {
    if count &* 4 >= capacity &* 3 { grow() }
    let wanted = RollingRecord(survivor)
    let hash = wanted.hash
    let mask = capacity &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while index[slot] != 0 {
      let entry = index[slot]
      if entry & RollingShard.tagMask == hash & RollingShard.tagMask {
        let number = Int(entry & ~RollingShard.tagMask) &- 1
        let found = record(number)
        if found.pointee.isSame(as: wanted) {
          found.pointee.lines += 1
          if keepsOrigins { origin(number).pointee.add(survivor) }
          return
        }
      }
      slot = (slot &+ 1) & mask
    }
    precondition(count < Int(UInt32.max) - 1, "a shard holds four thousand million requests")
    index[slot] = hash & RollingShard.tagMask | UInt64(count + 1)
    if count & (RollingShard.chunkSize - 1) == 0 {
      chunks.append(.allocate(capacity: RollingShard.chunkSize))
      if keepsOrigins { origins.append(.allocate(capacity: RollingShard.chunkSize)) }
    }
    record(count).initialize(to: wanted)
    if keepsOrigins { origin(count).initialize(to: GroupOrigin(survivor)) }
    count += 1
  }

  /// Puts the records in order. Nothing is added from then on, so that the index can go.
  mutating func settle() {
    index.deallocate()
    capacity = 1
    index = .allocate(capacity: capacity)
    index.initialize(repeating: 0, count: capacity)
    let chunks = self.chunks
    func record(_ number: UInt32) -> UnsafeMutablePointer<RollingRecord> {
      chunks[Int(number) >> RollingShard.chunkBits] + (Int(number) & (RollingShard.chunkSize - 1))
    }
    order = (0..<UInt32(count)).sorted { record($0).pointee.isBefore(record($1).pointee) }
  }

  /// One past the last place in `order` of the records of one listener and episode that begin at a place; of one day
  /// where that is asked.
  func runEnd(from start: Int, byDay: Bool) -> Int {
    let first = record(Int(order[start])).pointee
    var end = start + 1
    while end < order.count {
      let next = record(Int(order[end])).pointee
      guard next.isSameGroup(as: first), !byDay || next.day == first.day else { break }
      end += 1
    }
    return end
  }
}
