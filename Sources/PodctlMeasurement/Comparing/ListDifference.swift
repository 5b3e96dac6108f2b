import PodctlCore

/// Lines that two sets of lists judge otherwise, by the entry that makes the difference.
public struct ListDifference: Sendable, Hashable {
  /// The reason and the list's entry, such as `bot: bots: Googlebot`.
  public var entry: String
  /// Lines that the new lists let through where the old ones did not, less those that it is the other way round with.
  public var lines: Int64

  public init(entry: String, lines: Int64) {
    self.entry = entry
    self.lines = lines
  }

  /// Reads logs once and asks both counters about each line of the days from `since` on; by number of lines, largest
  /// first. Throws what counting throws.
  public static func of(
    _ old: DownloadCounter, _ new: DownloadCounter, _ sources: [LogSource], since: Day
  ) throws(PodctlError) -> [ListDifference] {
    var found: [String: Int64] = [:]
    var days = CalendarDays(new.zone)
    for source in sources {
      var oldFilter = LineFilter(old, kept: nil)
      var newFilter = LineFilter(new, kept: nil)
      var lines = try LogLines(source, new.formats(of: source))
      while let (line, format) = try lines.next() {
        let before = oldFilter.outcome(of: line, format)
        let after = newFilter.outcome(of: line, format)
        guard before.isSurvivor != after.isSurvivor,
          Int(days.day(of: newFilter.request.time)) >= since.number
        else { continue }
        let said =
          after.isSurvivor
          ? old.describe(oldFilter.request, format, before, oldFilter.survivor)
          : new.describe(newFilter.request, format, after, newFilter.survivor)
        let entry = [said.reason.rawValue, said.entry ?? said.because].compactMap { $0 }.joined(separator: ": ")
        found[entry, default: 0] += after.isSurvivor ? 1 : -1
      }
    }
    return found.map { ListDifference(entry: $0, lines: $1) }.sorted {
      abs($0.lines) == abs($1.lines)
        ? $0.entry.utf8.lexicographicallyPrecedes($1.entry.utf8) : abs($0.lines) > abs($1.lines)
    }
  }
}

extension LineFilter.Outcome {
  fileprivate var isSurvivor: Bool {
    if case .survived = self { true } else { false }
  }
}
