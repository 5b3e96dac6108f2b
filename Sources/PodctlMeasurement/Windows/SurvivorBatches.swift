/// A thread's requests on their way to the table: handed over in batches, so that locks and cache misses are shared.
struct SurvivorBatches: ~Copyable {
  private let size: Int
  private let table: any SurvivorTable
  private let waiting: UnsafeMutablePointer<Survivor>
  private let counts = UnsafeMutablePointer<Int>.allocate(capacity: SurvivorShards.count)

  init(_ table: any SurvivorTable, size: Int = 48) {
    self.table = table
    self.size = size
    waiting = .allocate(capacity: SurvivorShards.count * size)
    counts.initialize(repeating: 0, count: SurvivorShards.count)
  }

  deinit {
    waiting.deallocate()
    counts.deallocate()
  }

  @inline(__always)
  func add(_ survivor: Survivor) {
    let shard = SurvivorShards.shard(of: survivor.keyHigh)
    let count = counts[shard]
    (waiting + (shard &* size &+ count)).initialize(to: survivor)
    counts[shard] = count &+ 1
    if count &+ 1 == size { handOver(shard) }
  }

  private func handOver(_ shard: Int) {
    table.add(
      UnsafeBufferPointer(start: waiting + shard * size, count: counts[shard]), to: shard)
    counts[shard] = 0
  }

  func flush() {
    for shard in 0..<SurvivorShards.count where counts[shard] > 0 { handOver(shard) }
  }
}
