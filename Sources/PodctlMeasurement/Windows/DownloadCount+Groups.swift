import PodctlCore

extension DownloadCount {
  /// How many groups there are: one for each listener, episode and day.
  public var groupCount: Int { table.groupCount }

  /// Hands over all groups, in no particular order. Traps unless the counter was asked to keep listeners. A limit of
  /// volume has not been applied: it is decided when all of a day is together.
  public func forEachGroup(_ body: (ListenerGroup) throws -> Void) throws {
    guard let kept else { preconditionFailure("the counter did not keep listeners") }
    var names = ListenerNames(kept.all, lists)
    try table.forEachGroup { group, origin in
      var group = group
      names.fill(&group, origin)
      try body(group)
    }
  }
}
