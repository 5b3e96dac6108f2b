import PodctlCore
import Synchronization

/// All groups of a count, in parts that are locked one by one, so that several threads fill them together. What they
/// hold in the end does not depend on who came first.
final class GroupTable: SurvivorTable {
  private final class Part: Sendable {
    let shard: Mutex<GroupShard>

    init(_ catalogue: EpisodeCatalogue, keepsOrigins: Bool) {
      shard = Mutex(GroupShard(catalogue, keepsOrigins: keepsOrigins))
    }
  }

  private let catalogue: EpisodeCatalogue
  private let keepsOrigins: Bool
  private let parts: [Part]

  init(_ catalogue: EpisodeCatalogue, keepsOrigins: Bool) {
    self.catalogue = catalogue
    self.keepsOrigins = keepsOrigins
    parts = (0..<SurvivorShards.count).map { _ in Part(catalogue, keepsOrigins: keepsOrigins) }
  }

  func add(_ survivors: UnsafeBufferPointer<Survivor>, to shard: Int) {
    parts[shard].shard.withLock { groups in
      // A batch's cache misses happen side by side, not one by one.
      for survivor in survivors { groups.expectIndex(of: survivor.keyLow) }
      for survivor in survivors { groups.expectRecord(of: survivor.keyLow) }
      for survivor in survivors { groups.add(survivor) }
    }
  }

  func settle(threads: Int) {}

  var groupCount: Int { parts.reduce(0) { sum, part in sum + part.shard.withLock { $0.count } } }

  func forEachWindow(_ body: (SettledWindow) -> Void) {
    for part in parts {
      part.shard.withLock { groups in
        for number in 0..<groups.count {
          let group = groups.record(number).pointee
          var window = SettledWindow(
            episode: catalogue.paths[Int(group.path)].episode, day: group.day, lines: Int64(group.lines),
            isReached: group.isReached, address: 0, traits: [])
          if keepsOrigins {
            window.address = groups.origin(number).pointee.address
            window.traits = groups.origin(number).pointee.traits
          }
          body(window)
        }
      }
    }
  }

  func forEachGroupSize(_ body: (GroupSize) -> Void) {
    forEachWindow { window in
      body(
        GroupSize(
          episode: window.episode, day: window.day, lines: window.lines, isDownload: window.isReached,
          isImported: window.traits.contains(.isImported)))
    }
  }

  var partCount: Int { parts.count }

  func forEachGroup(
    inPart part: Int, where isWanted: (_ episode: Int, _ day: Int) -> Bool,
    _ body: (ListenerGroup, GroupOrigin) throws -> Void
  ) rethrows {
    try parts[part].shard.withLock { groups in
      for number in 0..<groups.count {
        let record = groups.record(number).pointee
        let episode = catalogue.paths[Int(record.path)].episode
        guard isWanted(episode, Int(record.day)) else { continue }
        let origin = groups.origin(number).pointee
        let group = ListenerGroup(
          episode: episode, day: Day(number: Int(record.day)), first: Instant(seconds: origin.first),
          lines: Int64(record.lines), isReached: record.isReached,
          state: record.isReached ? [] : groups.coverage(number).state)
        try body(group, origin)
      }
    }
  }
}
