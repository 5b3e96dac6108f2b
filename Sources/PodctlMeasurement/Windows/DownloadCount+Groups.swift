import PodctlCore
import Synchronization

extension DownloadCount {
  /// How many groups there are: one for each listener, episode and day.
  public var groupCount: Int {
    table.parts.reduce(0) { sum, part in sum + part.shard.withLock { $0.count } }
  }

  /// Hands over all groups, in no particular order. Traps unless the counter was asked to keep listeners.
  public func forEachGroup(_ body: (ListenerGroup) throws -> Void) throws {
    guard let kept else { preconditionFailure("the counter did not keep listeners") }
    var names = ListenerNames(kept.all, lists)
    for part in table.parts {
      try part.shard.withLock { groups in
        for number in 0..<groups.count {
          let record = groups.record(number).pointee
          let origin = groups.origin(number).pointee
          var group = ListenerGroup(
            episode: catalogue.paths[Int(record.path)].episode, day: Day(number: Int(record.day)),
            first: Instant(seconds: origin.first), lines: Int64(record.lines), isReached: record.isReached,
            state: record.isReached ? [] : groups.coverage(number).state)
          names.fill(&group, origin)
          try body(group)
        }
      }
    }
  }
}
