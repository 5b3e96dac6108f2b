import PodctlDigest
import PodctlStore

/// Groups of one thread, brought into the order in which they are written. What is sorted are small places that hold no
/// references: a group itself is moved once.
struct SortedGroups: Sendable {
  private struct Place {
    /// Of the group's pair among all pairs.
    var rank: Int32
    var index: Int32
    /// The first bytes of the listener's hash, which tell nearly all listeners of a pair apart.
    var prefix: UInt64
  }

  private var groups: [CountedGroup] = []
  private var places: [Place] = []

  mutating func add(_ group: CountedGroup, rank: Int) {
    places.append(Place(rank: Int32(rank), index: Int32(groups.count), prefix: group.listener.prefix))
    groups.append(group)
  }

  mutating func sort() {
    let groups = groups
    places.sort { SortedGroups.isBefore($0, groups, $1, groups) }
  }

  /// By pair, listener and day; the days of a listener matter where a pair is an episode of all days.
  @inline(__always)
  private static func isBefore(
    _ left: Place, _ leftGroups: [CountedGroup], _ right: Place, _ rightGroups: [CountedGroup]
  ) -> Bool {
    if left.rank != right.rank { return left.rank < right.rank }
    if left.prefix != right.prefix { return left.prefix < right.prefix }
    let (one, other) = (leftGroups[Int(left.index)], rightGroups[Int(right.index)])
    return (one.listener, one.key.day) < (other.listener, other.key.day)
  }

  /// All groups in one order; each part is sorted already.
  static func merged(_ parts: [SortedGroups]) -> [CountedGroup] {
    var all: [CountedGroup] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.groups.count })
    var next = parts.map { _ in 0 }
    while true {
      var first: Int?
      for part in parts.indices where next[part] < parts[part].places.count {
        guard let best = first else {
          first = part
          continue
        }
        let (one, other) = (parts[part].places[next[part]], parts[best].places[next[best]])
        if isBefore(one, parts[part].groups, other, parts[best].groups) { first = part }
      }
      guard let first else { return all }
      all.append(parts[first].groups[Int(parts[first].places[next[first]].index)])
      next[first] += 1
    }
  }
}
