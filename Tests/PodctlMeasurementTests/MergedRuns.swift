import PodctlCore

@testable import PodctlMeasurement

/// Groups of several runs joined by what `forEachGroup` gives of each, as a database would.
struct MergedRuns {
  struct Key: Hashable {
    var listener: [UInt8]
    var episode: Int
    var day: Day
  }

  struct Group: Equatable {
    var lines: Int64
    var isReached: Bool
    var state: [UInt8]
    var first: Instant
  }

  private let catalogue: EpisodeCatalogue
  private let window: MeasurementWindow
  private let zone: Zone
  private(set) var states: [Key: Group] = [:]

  init(_ count: DownloadCount, _ counter: DownloadCounter) throws {
    catalogue = counter.catalogue
    window = counter.rules.window
    zone = counter.zone
    try count.forEachGroup { group in
      states[Key(listener: group.listenerMessage, episode: group.episode, day: group.day)] =
        Group(lines: group.lines, isReached: group.isReached, state: group.state, first: group.first)
    }
  }

  mutating func add(_ other: MergedRuns) throws {
    for (key, added) in other.states {
      guard var group = states[key] else {
        states[key] = added
        continue
      }
      group.lines += added.lines
      group.first = min(group.first, added.first)
      if window != .calendar {
        group.state = try RollingRequests.merge(group.state, added.state)
      } else if group.isReached || added.isReached {
        group.isReached = true
        group.state = []
      } else {
        let coverage = try Coverage(state: Coverage.merge(group.state, added.state))
        group.isReached = catalogue.isReached(coverage, episode: key.episode)
        group.state = group.isReached ? [] : coverage.state
      }
      states[key] = group
    }
  }

  /// Each window with its day, lines and whether it is a download.
  private func windows() throws -> [(episode: Int, day: Day, lines: Int64, isReached: Bool)] {
    if window == .calendar {
      return states.map { ($0.key.episode, $0.key.day, $0.value.lines, $0.value.isReached) }
    }
    var byEpisode: [[[UInt8]]: (Int, RollingRequests)] = [:]
    for (key, group) in states {
      let id = [key.listener, [UInt8(key.episode)]]
      var requests = byEpisode[id]?.1 ?? RollingRequests()
      requests.merge(try RollingRequests(state: group.state))
      byEpisode[id] = (key.episode, requests)
    }
    return byEpisode.values.flatMap { episode, requests in
      requests.windows(window) { catalogue.isReached($0, episode: episode) }.map {
        (episode, zone.day(of: $0.start), $0.lines, $0.isReached)
      }
    }
  }

  /// As `DownloadCount.words`.
  var words: [String] {
    get throws {
      var counts: [[Int]: Int] = [:]
      for window in try windows() where window.isReached {
        counts[[window.episode, window.day.number], default: 0] += 1
      }
      return counts.map { "\(catalogue.episodes[$0.key[0]]) \(Day(number: $0.key[1])) \($0.value)" }.sorted()
    }
  }

  /// Lines that are counted, duplicates, and below the threshold.
  var settledLines: [Int64] {
    get throws {
      var lines: [Int64] = [0, 0, 0]
      for window in try windows() {
        lines[0] += window.isReached ? 1 : 0
        lines[1] += window.isReached ? window.lines - 1 : 0
        lines[2] += window.isReached ? 0 : window.lines
      }
      return lines
    }
  }
}
