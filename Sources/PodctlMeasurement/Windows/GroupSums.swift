import PodctlCore

/// How many groups one episode has on one day, and what their lines came to.
public struct GroupSum: Sendable, Hashable {
  /// The episode's number in the catalogue.
  public var episode: Int
  public var day: Day
  public var groups = 0
  public var downloads: Int64 = 0
  /// Lines of all groups.
  public var lines: Int64 = 0
  /// Some of the downloads were counted by somebody else.
  public var hasImported = false
}

extension DownloadCount {
  /// The groups by episode and day, in the order of both.
  public var groupSums: [GroupSum] {
    var sums: [Int64: GroupSum] = [:]
    table.forEachGroupSize { group in
      let key = Int64(group.episode) << 32 | Int64(UInt32(bitPattern: group.day))
      sums[key, default: GroupSum(episode: group.episode, day: Day(number: Int(group.day)))].add(group)
    }
    return sums.values.sorted { ($0.episode, $0.day) < ($1.episode, $1.day) }
  }
}

extension GroupSum {
  mutating func add(_ group: GroupSize) {
    groups += 1
    lines += group.lines
    if group.isDownload { downloads += 1 }
    if group.isImported { hasImported = true }
  }
}
