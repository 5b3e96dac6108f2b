import PodctlCore

/// The addresses that have more downloads on a day than the limit. Only addresses with downloads are held, and only
/// while there is a limit.
struct VolumeLimit {
  private struct AddressDay: Hashable {
    var address: UInt64
    var isIPv4: Bool
    var day: Int32
  }

  private let limit: Int
  private var above: Set<AddressDay> = []

  /// Counts each address's downloads of each day, those of other counters and of listeners without an address left out.
  init(_ limit: Int, of table: any SurvivorTable, sparing safe: NetworkList) {
    self.limit = limit
    var downloads: [AddressDay: Int] = [:]
    table.forEachWindow { window in
      if let key = VolumeLimit.key(window) { downloads[key, default: 0] += 1 }
    }
    for (key, count) in downloads where count > limit {
      if !safe.meets(listener: key.address, isIPv4: key.isIPv4, on: key.day) { above.insert(key) }
    }
  }

  /// How many addresses are above the limit, each on each of its days.
  var excluded: Int { above.count }

  /// Whether a window's lines are `volume`.
  func excludes(_ window: SettledWindow) -> Bool {
    guard !above.isEmpty, let key = VolumeLimit.key(window) else { return false }
    return above.contains(key)
  }

  private static func key(_ window: SettledWindow) -> AddressDay? {
    guard window.isReached, window.traits.isDisjoint(with: [.isImported, .hasOwnID]) else { return nil }
    return AddressDay(address: window.address, isIPv4: window.traits.contains(.isIPv4), day: window.day)
  }

  /// What is said where downloads are withheld: behind such an address are robots, or everybody, where the log has a
  /// proxy's address in the place of its clients'.
  func warning(lines: Int64) -> String? {
    guard excluded > 0 else { return nil }
    let addresses = excluded == 1 ? "1 address has" : "\(excluded) addresses have"
    return "\(addresses) more than \(limit) downloads on a day: \(lines) \(lines == 1 ? "line counts" : "lines count")"
      + " for nothing; networks behind which many people are belong on the safe list"
  }
}
