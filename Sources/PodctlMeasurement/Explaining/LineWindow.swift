import PodctlCore
import PodctlDigest

/// All lines of the window that a line lies in, in their order, and which of them was counted.
struct LineWindow {
  /// Only those that passed the filters.
  private(set) var members: [GroupMember] = []
  /// What all members cover together.
  private(set) var coverage = Coverage()
  /// The line that made the download; nil where there is none.
  private(set) var counted: (source: LogSource, line: Int)?
  /// The day that the window, and its download, belongs to.
  private(set) var day: Day
  /// The first request, and the first second that is no longer within, in seconds since 1970.
  private(set) var start: Int64
  private(set) var end: Int64

  /// Reads the logs again for the lines of one listener and episode.
  init(of wanted: Survivor, in sources: [LogSource], by counter: DownloadCounter) throws(PodctlError) {
    var members: [GroupMember] = []
    for (number, source) in sources.enumerated() {
      try LineWindow.gather(&members, wanted, source, number, counter)
    }
    for source in Set(members.map(\.source)) {
      let hash = try LineWindow.hash(of: sources[source])
      for index in members.indices where members[index].source == source { members[index].logHash = hash }
    }
    members.sort(by: GroupMember.isBefore)
    var edge = WindowEdge(counter.rules.window, zone: counter.zone)
    var first = 0
    var last = 0
    (start, end) = (0, 0)
    for (index, member) in members.enumerated() {
      if edge.opens(at: member.time) {
        if member.time > wanted.time { break }
        first = index
      }
      (start, end) = (edge.start, edge.end)
      last = index
    }
    self.members = Array(members[first...last])
    var days = CalendarDays(counter.zone)
    day = Day(number: Int(days.day(of: members[first].time)))
    if let found = crossing(counter) {
      counted = (sources[self.members[found].source], self.members[found].line)
    }
  }

  /// The place of the line that made the download, and the coverage of all on the way.
  private mutating func crossing(_ counter: DownloadCounter) -> Int? {
    let catalogue = counter.catalogue
    var counted: Int?
    for (index, member) in members.enumerated() {
      let key = catalogue.keys[member.survivor.path]
      if let interval = member.survivor.interval { coverage.add(interval, of: key) }
      if let placeless = member.survivor.placeless { coverage.add(placeless, of: key) }
      let covered = coverage.covered(key, size: catalogue.paths[member.survivor.path].bytes)
      let isEnough = covered >= catalogue.thresholds[member.survivor.path] || member.survivor.isImported
      if counted == nil, isEnough { counted = index }
    }
    // A prefix counts the first request for more than where it leads, if there is one.
    if counter.rules.profile == .prefix, let larger = members.firstIndex(where: { !$0.range.isFirstTwoBytes }) {
      return larger
    }
    return counted
  }

  private static func gather(
    _ members: inout [GroupMember], _ wanted: Survivor, _ source: LogSource, _ number: Int, _ counter: DownloadCounter
  ) throws(PodctlError) {
    var filter = LineFilter(counter, kept: nil)
    var lines = try LogLines(source, counter.formats(of: source))
    while let (text, format) = try lines.next() {
      guard case .survived = filter.outcome(of: text, format) else { continue }
      let survivor = filter.survivor
      guard survivor.keyHigh == wanted.keyHigh, survivor.keyLow == wanted.keyLow else { continue }
      members.append(
        GroupMember(
          survivor: GroupMember.MemberBytes(survivor), time: survivor.time, range: filter.request.range,
          bytes: filter.request.bytes, requestID: Array(filter.request.requestID), source: number, line: lines.number))
    }
  }

  /// SHA-256 of a log as it lies there.
  private static func hash(of source: LogSource) throws(PodctlError) -> [UInt8] {
    let input = try ByteInput(source)
    let digest = SHA256()
    var block = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count: Int
      do throws(PodctlError) {
        count = try input.read(into: &block, after: 0)
      } catch {
        _ = digest.finish()
        throw error
      }
      if count == 0 { return digest.finish() }
      block.withUnsafeBytes { digest.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }
}
