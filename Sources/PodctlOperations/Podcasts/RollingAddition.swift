import PodctlCore
import PodctlMeasurement
import PodctlStore

/// Joins a file's requests with those that are stored of the same listeners, and cuts their windows again.
struct RollingAddition {
  let counting: TenantCounting
  /// Days whose windows are closed: windows that began on them stay as they are.
  let settled: Set<Day>

  /// What a chunk of groups came to.
  struct Outcome {
    var change = RollingChange()
    /// Episodes and days whose figures may be others now.
    var touched: Set<EpisodeDay> = []
    /// Lines of open days that fell into a window of a closed one.
    var late: [EpisodeDay: Int64] = [:]
  }

  /// `groups` are sorted by listener and day, those of one listener and episode together.
  func join(_ groups: [CountedGroup], _ tx: TenantTransaction) throws -> Outcome {
    let store = RollingStore(tx)
    let keys = Set(groups.map(\.listenerKey))
    var stored: [EpisodeListener: [CountedGroup]] = [:]
    for row in try store.requests(of: keys) { stored[row.listenerKey, default: []].append(row) }
    var outcome = Outcome()
    var start = groups.startIndex
    while start < groups.endIndex {
      let key = groups[start].listenerKey
      var end = start
      while end < groups.endIndex, groups[end].listenerKey == key { end += 1 }
      let before = (stored[key] ?? []).sorted { $0.key.day < $1.key.day }
      try cut(Array(groups[start..<end]), joining: before, into: &outcome)
      start = end
    }
    try store.apply(outcome.change)
    return outcome
  }

  private func cut(
    _ added: [CountedGroup], joining stored: [CountedGroup], into outcome: inout Outcome
  ) throws {
    let key = added[0].listenerKey
    let before = try RollingRequests(joining: stored.map { try RollingRequests(state: $0.state) })
    var incoming = try RollingRequests(joining: added.map { try RollingRequests(state: $0.state) })
    var windows = cut(before, incoming, key)
    // A request less may shift the windows behind it, so it is asked until all that is left lies in open windows.
    while let late = late(incoming, windows) {
      for request in late.requests {
        let day = counting.tenant.zone.day(of: request.time)
        outcome.late[EpisodeDay(day: day, episode: key.episode), default: 0] += request.lines
      }
      let dropped = Set(late.requests)
      incoming = RollingRequests(incoming.requests.filter { !dropped.contains($0) })
      windows = cut(before, incoming, key)
    }
    guard !incoming.isEmpty else { return }
    try keep(incoming, added, stored, into: &outcome)
    for row in stored where !settled.contains(row.key.day) {
      outcome.change.replaced.append((row.key.day, key))
      outcome.touched.insert(row.key)
    }
    place(windows.filter { !settled.contains(day(of: $0)) }, of: added + stored, into: &outcome)
  }

  private func day(of window: RollingWindow) -> Day { counting.tenant.zone.day(of: window.start) }

  private func cut(_ before: RollingRequests, _ incoming: RollingRequests, _ key: EpisodeListener) -> [RollingWindow] {
    var all = before
    all.merge(incoming)
    let number = counting.numbers[key.episode]
    return all.windows(counting.counter.rules.window) { coverage in
      number.map { counting.counter.catalogue.isReached(coverage, episode: $0) } ?? false
    }
  }

  /// The requests that fell into a window of a closed day; nil when there is none.
  private func late(_ incoming: RollingRequests, _ windows: [RollingWindow]) -> RollingRequests? {
    let frozen = windows.filter { settled.contains(day(of: $0)) }
    guard !frozen.isEmpty else { return nil }
    let late = incoming.requests.filter { request in
      frozen.contains { $0.start <= request.time && request.time < $0.end }
    }
    return late.isEmpty ? nil : RollingRequests(late)
  }

  /// The rows of the days that the requests fell on, with what was stored of them.
  private func keep(
    _ incoming: RollingRequests, _ added: [CountedGroup], _ stored: [CountedGroup], into outcome: inout Outcome
  ) throws {
    for group in added {
      var requests = RollingRequests(
        incoming.requests.filter { counting.tenant.zone.day(of: $0.time) == group.key.day })
      guard !requests.isEmpty else { continue }
      var row = group
      if let other = stored.first(where: { $0.key == group.key }) {
        requests.merge(try RollingRequests(state: other.state))
        row.country = [row.country, other.country].compactMap { $0 }.min()
      }
      row.state = requests.state
      row.lines = requests.lines
      outcome.change.requests.append(row)
    }
  }

  /// Windows as rows; `rows` say who the listener is.
  private func place(_ windows: [RollingWindow], of rows: [CountedGroup], into outcome: inout Outcome) {
    var parts: [Day: Int] = [:]
    var short: CountedGroup?
    let country = rows.compactMap(\.country).min()
    for window in windows {
      let day = day(of: window)
      var group = rows.first { $0.key.day == day } ?? rows[0]
      group.key.day = day
      group.country = country
      group.at = window.start
      group.lines = window.lines
      group.state = []
      group.isDownload = window.isReached
      group.isImported = window.isImported
      outcome.touched.insert(group.key)
      if window.isReached {
        outcome.change.downloads.append((group, parts[day, default: 0]))
        parts[day, default: 0] += 1
      } else if let open = short, open.key.day == day {
        short?.lines += group.lines
      } else {
        if let short { outcome.change.short.append(short) }
        short = group
      }
    }
    if let short { outcome.change.short.append(short) }
  }
}

extension CountedGroup {
  var listenerKey: EpisodeListener { EpisodeListener(episode: key.episode, listener: listener) }
}

extension RollingRequests {
  init(joining all: [RollingRequests]) {
    self.init(all.flatMap(\.requests))
  }
}
