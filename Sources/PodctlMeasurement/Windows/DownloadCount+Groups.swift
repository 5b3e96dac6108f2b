import PodctlCore

extension DownloadCount {
  /// How many groups there are: one for each listener, episode and day.
  public var groupCount: Int { table.groupCount }

  /// Hands over all groups, in no particular order. Traps unless the counter was asked to keep listeners. A limit of
  /// volume has not been applied: it is decided when all of a day is together.
  public func forEachGroup(_ body: (ListenerGroup) throws -> Void) throws {
    var reader = GroupReader(self)
    for part in 0..<reader.partCount { try reader.forEachGroup(inPart: part, where: { _, _ in true }, body) }
  }
}

/// Reads groups; what it has looked up of an agent it keeps. One for each thread.
public struct GroupReader {
  private let count: DownloadCount
  private var names: ListenerNames

  /// Traps unless the counter was asked to keep listeners.
  public init(_ count: DownloadCount) {
    guard let kept = count.kept else { preconditionFailure("the counter did not keep listeners") }
    self.count = count
    names = ListenerNames(kept.all, count.lists)
  }

  /// Groups lie in so many parts, which threads may go through at once.
  public var partCount: Int { count.table.partCount }

  /// Hands over those groups of one part whose episode (by its number) and day (by its number) are asked for.
  public mutating func forEachGroup(
    inPart part: Int, where isWanted: (_ episode: Int, _ day: Int) -> Bool, _ body: (ListenerGroup) throws -> Void
  ) throws {
    try count.table.forEachGroup(inPart: part, where: isWanted) { group, origin in
      var group = group
      names.fill(&group, origin)
      try body(group)
    }
  }
}
