import Dispatch
import PodctlCore
import Synchronization

/// All distinct requests of a count with rolling windows, from which windows are cut when all is read: so what they are
/// does not depend on who came first.
final class RollingTable: SurvivorTable {
  private final class Part: Sendable {
    let shard: Mutex<RollingShard>

    init(keepsOrigins: Bool) { shard = Mutex(RollingShard(keepsOrigins: keepsOrigins)) }
  }

  private let catalogue: EpisodeCatalogue
  private let window: MeasurementWindow
  private let keepsOrigins: Bool
  private let parts: [Part]

  init(_ catalogue: EpisodeCatalogue, _ window: MeasurementWindow, keepsOrigins: Bool) {
    self.catalogue = catalogue
    self.window = window
    self.keepsOrigins = keepsOrigins
    parts = (0..<SurvivorShards.count).map { _ in Part(keepsOrigins: keepsOrigins) }
  }

  func add(_ survivors: UnsafeBufferPointer<Survivor>, to shard: Int) {
    parts[shard].shard.withLock { requests in
      for survivor in survivors { requests.add(survivor) }
    }
  }

  func settle(threads: Int) {
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < self.parts.count else { return }
        self.parts[number].shard.withLock { $0.settle() }
      }
    }
  }

  func forEachWindow(_ body: (SettledWindow) -> Void) {
    for part in parts {
      part.shard.withLock { requests in
        var start = 0
        while start < requests.order.count {
          let end = requests.runEnd(from: start, byDay: false)
          var edge = WindowEdge(window)
          for place in start..<end {
            let isNew = edge.opens(at: requests.record(Int(requests.order[place])).pointee.time)
            guard isNew, place > start else { continue }
            body(settled(start..<place, requests))
            start = place
          }
          body(settled(start..<end, requests))
          start = end
        }
      }
    }
  }

  /// The window that some of a listener's requests make.
  private func settled(_ places: Range<Int>, _ requests: borrowing RollingShard) -> SettledWindow {
    let number = Int(requests.order[places.lowerBound])
    let first = requests.record(number).pointee
    var window = SettledWindow(
      episode: catalogue.paths[Int(first.path)].episode, day: first.day, lines: 0, isReached: false, address: 0,
      traits: [])
    var isAlone = false
    for place in places {
      let record = requests.record(Int(requests.order[place])).pointee
      window.lines += Int64(record.lines)
      switch record.kind {
      case .placed:
        let bytes = Int64(bitPattern: record.end) - record.start
        isAlone = isAlone || bytes >= catalogue.thresholds[Int(record.path)]
      case .placeless: break
      case .imported: isAlone = true
      }
      if keepsOrigins { window.traits.formUnion(requests.origin(Int(requests.order[place])).pointee.traits) }
    }
    if keepsOrigins { window.address = requests.origin(number).pointee.address }
    // One request that is not enough by itself may still be placeless bytes that are.
    window.isReached = isAlone || catalogue.isReached(coverage(places, requests), episode: window.episode)
    return window
  }

  private func coverage(_ places: Range<Int>, _ requests: borrowing RollingShard) -> Coverage {
    var coverage = Coverage()
    for place in places {
      let record = requests.record(Int(requests.order[place])).pointee
      switch record.request(catalogue.keys[Int(record.path)]).bytes {
      case .placed(let interval): coverage.add(interval, of: catalogue.keys[Int(record.path)])
      case .placeless(let request): coverage.add(request, of: catalogue.keys[Int(record.path)])
      case .imported: break
      }
    }
    return coverage
  }

  var groupCount: Int {
    var count = 0
    for part in parts {
      part.shard.withLock { requests in
        var start = 0
        while start < requests.order.count {
          start = requests.runEnd(from: start, byDay: true)
          count += 1
        }
      }
    }
    return count
  }

  func forEachGroupSize(_ body: (GroupSize) -> Void) {
    for part in parts {
      part.shard.withLock { requests in
        var start = 0
        while start < requests.order.count {
          let end = requests.runEnd(from: start, byDay: true)
          let first = requests.record(Int(requests.order[start])).pointee
          var size = GroupSize(
            episode: catalogue.paths[Int(first.path)].episode, day: first.day, lines: 0, isDownload: false,
            isImported: false)
          for place in start..<end {
            let record = requests.record(Int(requests.order[place])).pointee
            size.lines += Int64(record.lines)
            size.isImported = size.isImported || record.kind == .imported
          }
          size.isDownload = size.isImported
          body(size)
          start = end
        }
      }
    }
  }

  var partCount: Int { parts.count }

  func forEachGroup(
    inPart part: Int, where isWanted: (_ episode: Int, _ day: Int) -> Bool,
    _ body: (ListenerGroup, GroupOrigin) throws -> Void
  ) rethrows {
    try parts[part].shard.withLock { requests in
      var start = 0
      while start < requests.order.count {
        let end = requests.runEnd(from: start, byDay: true)
        let first = requests.record(Int(requests.order[start])).pointee
        if isWanted(catalogue.paths[Int(first.path)].episode, Int(first.day)) {
          let (group, origin) = group(start..<end, requests)
          try body(group, origin)
        }
        start = end
      }
    }
  }

  private func group(_ places: Range<Int>, _ requests: borrowing RollingShard) -> (ListenerGroup, GroupOrigin) {
    let number = Int(requests.order[places.lowerBound])
    let first = requests.record(number).pointee
    var origin = requests.origin(number).pointee
    var ofDay: [RollingRequests.Request] = []
    for place in places {
      let number = Int(requests.order[place])
      let record = requests.record(number).pointee
      ofDay.append(record.request(catalogue.keys[Int(record.path)]))
      origin.add(requests.origin(number).pointee)
    }
    let set = RollingRequests(ofDay)
    let group = ListenerGroup(
      episode: catalogue.paths[Int(first.path)].episode, day: Day(number: Int(first.day)),
      first: Instant(seconds: first.time), lines: set.lines, isReached: origin.traits.contains(.isImported),
      state: set.state)
    return (group, origin)
  }
}
