import Dispatch
import PodctlCore
import PodctlDigest
import PodctlMeasurement
import PodctlStore
import Synchronization

/// The groups of a count as they are stored: with keyed hashes in the place of addresses and agents, in the order of
/// the tables' keys, a bounded number at a time. The next ones are hashed, on all cores, while the last are written.
final class KeyedGroups: Sendable {
  /// The first chunk is small, so that the database is soon at work; each that follows is twice as large, up to what is
  /// still nothing beside the count itself and fits the 8 MB that PostgreSQL keeps of a temporary table in memory.
  static let firstChunkSize = 1 << 13
  static let chunkSize = 1 << 15

  private let count: DownloadCount
  private let counting: TenantCounting
  /// One for each thread, kept from chunk to chunk.
  private let readers: [Reader]

  private final class Reader: Sendable {
    let reader: Mutex<GroupReader>

    init(_ count: DownloadCount) { reader = Mutex(GroupReader(count)) }
  }

  init(_ count: DownloadCount, _ counting: TenantCounting) {
    self.count = count
    self.counting = counting
    readers = (0..<counting.counter.threads).map { _ in Reader(count) }
  }

  /// Hands over the groups of these pairs, chunk by chunk. A pair is never parted; with rolling windows, which lie across
  /// days, an episode is not, and its listeners come one after the other.
  func forEachChunk(of sums: [GroupSum], _ body: ([CountedGroup]) throws -> Void) throws {
    let plan = ChunkPlan(sums, counting)
    guard plan.chunks > 0 else { return }
    var next = ahead(0, plan)
    for number in 0..<plan.chunks {
      let groups = try next.value()
      if number + 1 < plan.chunks { next = ahead(number + 1, plan) }
      try body(groups)
    }
  }

  private func ahead(_ number: Int, _ plan: ChunkPlan) -> Ahead<[CountedGroup]> {
    Ahead { try self.groups(ofChunk: number, plan) }
  }

  private func groups(ofChunk number: Int, _ plan: ChunkPlan) throws -> [CountedGroup] {
    let found = Mutex<Result<[SortedGroups], any Error>>(.success([]))
    let nextPart = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: readers.count) { thread in
      var lookup = plan.lookup
      var mine = SortedGroups()
      let outcome = Result {
        try readers[thread].reader.withLock { reader in
          while true {
            let part = nextPart.wrappingAdd(1, ordering: .relaxed).oldValue
            guard part < reader.partCount else { return }
            try reader.forEachGroup(inPart: part, where: { lookup.chunk(ofEpisode: $0, day: $1) == number }) {
              mine.add(try self.keyed($0), rank: lookup.rank)
            }
          }
        }
        mine.sort()
      }
      found.withLock { found in found = found.flatMap { all in outcome.map { all + [mine] } } }
    }
    return SortedGroups.merged(try found.withLock { $0 }.get())
  }

  /// A group as it is stored, hashed with the secret of its day.
  private func keyed(_ group: ListenerGroup) throws -> CountedGroup {
    let hashing = try counting.keys.hashing(on: group.day)
    var keyed = CountedGroup(
      day: group.day, episode: counting.episodes[group.episode], listener: hashing.hash(of: group.listenerMessage),
      household: hashing.hash(of: group.address), at: group.first, lines: group.lines, isDownload: group.isReached,
      isImported: group.isImported, state: group.state, app: group.app, device: group.device, country: group.country)
    keyed.isSpared = group.isSafe || group.ownID != nil
    return keyed
  }
}

/// Which pairs make up which chunk.
private struct ChunkPlan: Sendable {
  var chunks = 0
  var lookup: ChunkLookup

  init(_ sums: [GroupSum], _ counting: TenantCounting) {
    lookup = ChunkLookup(episodes: counting.episodes.count)
    // What has to stay together: the groups of a day and episode, or of an episode.
    let day = Day(number: 0)
    let inOrder = sums.map { sum in
      let episode = counting.episodes[sum.episode]
      return (key: EpisodeDay(day: counting.isRolling ? day : sum.day, episode: episode), sum: sum)
    }.sorted { $0.key < $1.key }
    var size = KeyedGroups.firstChunkSize
    var groups = 0
    var rank = 0
    var start = inOrder.startIndex
    while start < inOrder.endIndex {
      let end = inOrder[start...].firstIndex { $0.key != inOrder[start].key } ?? inOrder.endIndex
      let more = inOrder[start..<end].reduce(0) { $0 + $1.sum.groups }
      if chunks == 0 || groups + more > size {
        if chunks > 0 { size = min(size * 2, KeyedGroups.chunkSize) }
        chunks += 1
        groups = 0
      }
      groups += more
      for (_, sum) in inOrder[start..<end] { lookup.put(sum.episode, sum.day.number, rank: rank, chunk: chunks - 1) }
      rank += 1
      start = end
    }
  }
}

/// The chunk of an episode and day, and its place in the order. Logs go by time, so the row of the day before is mostly
/// the row of this one.
private struct ChunkLookup: Sendable {
  private struct Place {
    var chunk: Int32
    var rank: Int32
  }

  private let episodes: Int
  private var rowOfDay: [Int: Int] = [:]
  private var table: [Place] = []
  private var lastDay = Int.min
  private var lastRow = 0
  /// The place in the order of what was asked for last.
  private(set) var rank = 0

  init(episodes: Int) { self.episodes = episodes }

  mutating func put(_ episode: Int, _ day: Int, rank: Int, chunk: Int) {
    let row = rowOfDay[day] ?? rowOfDay.count
    if rowOfDay[day] == nil {
      rowOfDay[day] = row
      table += [Place](repeating: Place(chunk: -1, rank: 0), count: episodes)
    }
    table[row * episodes + episode] = Place(chunk: Int32(chunk), rank: Int32(rank))
  }

  mutating func chunk(ofEpisode episode: Int, day: Int) -> Int {
    if day != lastDay {
      guard let row = rowOfDay[day] else { return -1 }
      lastDay = day
      lastRow = row
    }
    let place = table[lastRow * episodes + episode]
    rank = Int(place.rank)
    return Int(place.chunk)
  }
}
