import PodctlCore
import Synchronization

/// How many groups one episode has on one day, and what their lines came to.
public struct GroupSum: Sendable, Hashable {
  /// The episode's number in the catalogue.
  public var episode: Int
  public var day: Day
  public var groups: Int
  public var downloads: Int64
  /// Lines of groups that reached their threshold, the counted ones among them.
  public var downloadLines: Int64
  /// Lines of all groups.
  public var lines: Int64
  /// Some of the downloads were counted by somebody else.
  public var hasImported = false
}

extension DownloadCount {
  /// The groups by episode and day, in the order of both.
  public var groupSums: [GroupSum] {
    var sums: [Int64: GroupSum] = [:]
    for part in table.parts {
      part.shard.withLock { groups in
        for number in 0..<groups.count {
          let group = groups.record(number).pointee
          let episode = catalogue.paths[Int(group.path)].episode
          let key = Int64(episode) << 32 | Int64(UInt32(bitPattern: group.day))
          sums[
            key,
            default: GroupSum(
              episode: episode, day: Day(number: Int(group.day)), groups: 0, downloads: 0, downloadLines: 0, lines: 0)
          ].add(lines: Int64(group.lines), isDownload: group.isReached)
        }
      }
    }
    return sums.values.sorted { ($0.episode, $0.day) < ($1.episode, $1.day) }
  }
}

extension GroupSum {
  mutating func add(lines count: Int64, isDownload: Bool) {
    groups += 1
    lines += count
    if isDownload {
      downloads += 1
      downloadLines += count
    }
  }
}
