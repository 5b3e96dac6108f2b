import PodctlCore
import PodctlDigest

extension DownloadCounter {
  /// Says why a line of one of the logs was counted or not, by reading the logs again for its group alone. Throws
  /// `line_not_found` when the log has no such record, and what `count` throws.
  public func explain(line: Int, of target: LogSource, in sources: [LogSource]) throws(PodctlError) -> LineExplanation {
    guard target != .standardInput, !sources.contains(.standardInput) else {
      throw PodctlError(
        .usage, "standard input can be read only once, so it cannot be explained", hint: "name the log as a file")
    }
    var filter = LineFilter(catalogue, lists, zone: zone, kept: nil)
    var lines = try LogLines(target, formats)
    while let (text, format) = try lines.next() {
      guard lines.number <= line else { break }
      if lines.number < line { continue }
      let outcome = filter.outcome(of: text, format)
      var explanation = describe(filter.request, format, outcome)
      explanation.log = target.name
      explanation.line = line
      if case .survived(let survivor) = outcome {
        let all = sources.contains(target) ? sources : sources + [target]
        try settle(&explanation, survivor, target, all)
      }
      return explanation
    }
    throw PodctlError(
      .lineNotFound, "\(target.name) has no record on line \(line)",
      hint: "blank lines and lines that begin with # are no records", context: [.init("line", String(line))])
  }

  private func describe(
    _ request: LoggedRequest, _ format: LogFormat, _ outcome: LineFilter.Outcome
  ) -> LineExplanation {
    var result = LineExplanation(log: "", line: 0, reason: .malformed, listsVersion: lists.version)
    if case .filtered(.malformed) = outcome { return result }
    result.time = Instant(seconds: request.time)
    result.address = request.address.listenerText
    result.method = String(decoding: request.method, as: UTF8.self)
    result.status = request.status
    result.path = String(decoding: request.path, as: UTF8.self)
    result.bytes = request.bytes
    let agent = [UInt8](unsafeUninitializedCapacity: request.agent.count + 1) { buffer, count in
      guard let base = buffer.baseAddress, !request.agent.isAbsent else { return }
      count = Unescaping.agent(request.agent, format.escape, into: base)
    }
    result.agent = agent.isEmpty ? nil : String(decoding: agent, as: UTF8.self)
    var runner = PatternRunner()
    let verdict = agent.withUnsafeBufferPointer { AgentVerdict.of($0, lists, &runner) }
    if let entry = verdict.entry.map({ lists.agents.entries[$0] }) {
      result.entry = "\(entry.list.rawValue): \(entry.name)"
    }
    switch outcome {
    case .survived(let survivor):
      result.reason = .threshold
      result.episode = catalogue.episodes[catalogue.paths[Int(survivor.path)].episode]
      result.day = Day(number: Int(survivor.day))
      result.range = DownloadCounter.text(request.range)
      result.requestID = request.requestID.isAbsent ? nil : String(decoding: request.requestID, as: UTF8.self)
    case .filtered(let reason):
      result.reason = reason
      switch reason {
      case .method: result.because = result.method
      case .status: result.because = result.status.map(String.init)
      case .probe: result.range = DownloadCounter.text(request.range)
      case .bot: result.because = verdict.word.map { "the lists do not know the agent, and it contains \"\($0)\"" }
      case .datacenter: result.because = lists.datacenters.network(of: request.address)
      default: break
      }
    }
    return result
  }

  private static func text(_ range: DeclaredRange) -> String? {
    switch range {
    case .unknown: nil
    case .closed(let first, let last): "\(first)-\(last)"
    case .open(let first): "\(first)-"
    case .suffix(let count): "-\(count)"
    case .several: "several"
    }
  }

  /// Finds the line's group in all logs and which of its lines crossed the threshold.
  private func settle(
    _ explanation: inout LineExplanation, _ wanted: Survivor, _ target: LogSource, _ sources: [LogSource]
  ) throws(PodctlError) {
    var members: [GroupMember] = []
    for (number, source) in sources.enumerated() { try gather(&members, wanted, source, number) }
    for source in Set(members.map(\.source)) {
      let hash = try DownloadCounter.hash(of: sources[source])
      for index in members.indices where members[index].source == source { members[index].logHash = hash }
    }
    members.sort(by: GroupMember.isBefore)
    var coverage = Coverage()
    var counted: Int?
    for (index, member) in members.enumerated() {
      let key = catalogue.keys[member.survivor.path]
      if let interval = member.survivor.interval { coverage.add(interval, of: key) }
      if let placeless = member.survivor.placeless { coverage.add(placeless, of: key) }
      let covered = coverage.covered(key, size: catalogue.paths[member.survivor.path].bytes)
      if counted == nil, covered >= catalogue.thresholds[member.survivor.path] { counted = index }
    }
    let path = Int(wanted.path)
    explanation.threshold = catalogue.thresholds[path]
    explanation.covered = coverage.covered(catalogue.keys[path], size: catalogue.paths[path].bytes)
    explanation.groupLines = members.count
    guard let counted else { return }
    let first = members[counted]
    explanation.countedLine = "\(sources[first.source].name):\(first.line)"
    let isThis = sources[first.source] == target && first.line == explanation.line
    explanation.reason = isThis ? .counted : .duplicate
  }

  private func gather(
    _ members: inout [GroupMember], _ wanted: Survivor, _ source: LogSource, _ number: Int
  ) throws(PodctlError) {
    var filter = LineFilter(catalogue, lists, zone: zone, kept: nil)
    var lines = try LogLines(source, formats)
    while let (text, format) = try lines.next() {
      guard case .survived(let survivor) = filter.outcome(of: text, format), survivor.keyHigh == wanted.keyHigh,
        survivor.keyLow == wanted.keyLow
      else { continue }
      let isPlaceless = survivor.end == Survivor.placeless
      let bytes = GroupMember.MemberBytes(
        path: Int(survivor.path),
        interval: isPlaceless ? nil : Coverage.Interval(start: survivor.start, end: survivor.end),
        placeless: isPlaceless
          ? Coverage.Placeless(high: survivor.identityHigh, low: survivor.identityLow, bytes: survivor.start) : nil)
      members.append(
        GroupMember(
          survivor: bytes, time: survivor.time, range: filter.request.range, bytes: filter.request.bytes,
          requestID: Array(filter.request.requestID), source: number, line: lines.number))
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
