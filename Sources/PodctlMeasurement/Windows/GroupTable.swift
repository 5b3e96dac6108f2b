import PodctlCore
import Synchronization

/// All groups of a count, in parts that are locked one by one, so that several threads fill them together. What they
/// hold in the end does not depend on who came first.
final class GroupTable: Sendable {
  static let shardBits: UInt64 = 6
  static let shardCount = 1 << 6

  final class Part: Sendable {
    let shard: Mutex<GroupShard>

    init(_ catalogue: EpisodeCatalogue, keepsOrigins: Bool) {
      shard = Mutex(GroupShard(catalogue, keepsOrigins: keepsOrigins))
    }
  }

  let parts: [Part]

  init(_ catalogue: EpisodeCatalogue, keepsOrigins: Bool) {
    parts = (0..<GroupTable.shardCount).map { _ in Part(catalogue, keepsOrigins: keepsOrigins) }
  }

  @inline(__always)
  static func shard(of keyHigh: UInt64) -> Int { Int(truncatingIfNeeded: keyHigh >> (64 - shardBits)) }

  func add(_ survivors: UnsafeBufferPointer<Survivor>, to shard: Int) {
    parts[shard].shard.withLock { groups in
      // A batch's cache misses happen side by side, not one by one.
      for survivor in survivors { groups.expectIndex(of: survivor.keyLow) }
      for survivor in survivors { groups.expectRecord(of: survivor.keyLow) }
      for survivor in survivors { groups.add(survivor) }
    }
  }
}

/// A thread's requests on their way to the table: handed over in batches, so that locks and cache misses are shared.
struct SurvivorBatches: ~Copyable {
  private static let batchSize = 48
  private let table: GroupTable
  private let waiting = UnsafeMutablePointer<Survivor>.allocate(
    capacity: GroupTable.shardCount * SurvivorBatches.batchSize)
  private let counts = UnsafeMutablePointer<Int>.allocate(capacity: GroupTable.shardCount)

  init(_ table: GroupTable) {
    self.table = table
    counts.initialize(repeating: 0, count: GroupTable.shardCount)
  }

  deinit {
    waiting.deallocate()
    counts.deallocate()
  }

  @inline(__always)
  func add(_ survivor: Survivor) {
    let shard = GroupTable.shard(of: survivor.keyHigh)
    let count = counts[shard]
    (waiting + (shard &* SurvivorBatches.batchSize &+ count)).initialize(to: survivor)
    counts[shard] = count &+ 1
    if count &+ 1 == SurvivorBatches.batchSize { handOver(shard) }
  }

  private func handOver(_ shard: Int) {
    table.add(
      UnsafeBufferPointer(start: waiting + shard * SurvivorBatches.batchSize, count: counts[shard]), to: shard)
    counts[shard] = 0
  }

  func flush() {
    for shard in 0..<GroupTable.shardCount where counts[shard] > 0 { handOver(shard) }
  }
}
