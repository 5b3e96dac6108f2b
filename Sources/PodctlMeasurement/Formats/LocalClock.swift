import PodctlCore

/// From a zone's local times to UTC. A local time that comes twice when the clock is put back is taken for the first
/// of the two; one that is skipped, as if the clock had not yet been put forward.
struct LocalClock {
  private struct Entry {
    var quarter: Int64 = .min
    var offset: Int64 = 0
  }

  private var zone = Zone.utc
  /// Clocks are changed at quarters of an hour: one answer holds for all of a quarter.
  private var entries = [Entry](repeating: Entry(), count: 128)

  /// The instant of a local time, both as seconds since 1970.
  mutating func utc(of local: Int64, in zone: Zone) -> Int64 {
    if zone == .utc { return local }
    if zone != self.zone {
      self.zone = zone
      entries = [Entry](repeating: Entry(), count: entries.count)
    }
    let quarter = local >= 0 ? local / 900 : (local - 899) / 900
    let slot = Int(quarter & 127)
    if entries[slot].quarter != quarter {
      entries[slot] = Entry(quarter: quarter, offset: offset(ofLocal: quarter * 900))
    }
    return local - entries[slot].offset
  }

  private func offset(ofLocal local: Int64) -> Int64 {
    // Zones lie within 14 hours of UTC, and none changes twice within two days.
    let before = zone.offset(at: Instant(seconds: local - 86_400))
    if zone.offset(at: Instant(seconds: local - before)) == before { return before }
    let after = zone.offset(at: Instant(seconds: local + 86_400))
    return zone.offset(at: Instant(seconds: local - after)) == after ? after : before
  }
}
