import PodctlCore

extension DownloadCounter {
  /// Says why a line of one of the logs was counted or not, by reading the logs again for its group alone, and where
  /// there is a limit of volume for all. Throws `line_not_found` when the log has no such record, and what `count`
  /// throws.
  public func explain(line: Int, of target: LogSource, in sources: [LogSource]) throws(PodctlError) -> LineExplanation {
    guard target != .standardInput, !sources.contains(.standardInput) else {
      throw PodctlError(
        .usage, "standard input can be read only once, so it cannot be explained", hint: "name the log as a file")
    }
    var filter = LineFilter(self, kept: nil)
    var lines = try LogLines(target, formats(of: target))
    while let (text, format) = try lines.next() {
      guard lines.number <= line else { break }
      if lines.number < line { continue }
      let outcome = filter.outcome(of: text, format)
      var explanation = describe(filter.request, format, outcome, filter.survivor)
      explanation.log = target.name
      explanation.line = line
      if case .survived = outcome {
        let survivor = filter.survivor
        let all = sources.contains(target) ? sources : sources + [target]
        let window = try LineWindow(of: survivor, in: all, by: self)
        settle(&explanation, survivor, target, window)
        if let limit = rules.volumeLimit, explanation.reason == .counted || explanation.reason == .duplicate,
          try count(all).isAboveVolume(survivor, of: window)
        {
          explanation.reason = .volume
          explanation.because = "the address has more than \(limit) downloads on \(window.day)"
        }
      }
      return explanation
    }
    throw PodctlError(
      .lineNotFound, "\(target.name) has no record on line \(line)",
      hint: "blank lines and lines that begin with # are no records", context: [.init("line", String(line))])
  }

  /// What is said of a line before its window is known.
  func describe(
    _ request: LoggedRequest, _ format: LogFormat, _ outcome: LineFilter.Outcome, _ survivor: Survivor
  ) -> LineExplanation {
    var result = LineExplanation(log: "", line: 0, reason: .malformed, listsVersion: lists.version)
    if case .filtered(.malformed) = outcome { return result }
    result.time = Instant(seconds: request.time)
    // Some logs have an id in the place of the address; with a zero in it, an address's hash and the agent.
    result.address =
      request.listenerID.isEmpty
      ? request.address.listenerText
      : String(decoding: request.listenerID.prefix { $0 != 0 }, as: UTF8.self)
    result.method = String(decoding: request.method, as: UTF8.self)
    result.status = request.status
    result.path = String(decoding: request.path, as: UTF8.self)
    result.bytes = request.bytes
    let agent = Unescaping.agent(request.agent, format.escape)
    result.agent = agent.isEmpty ? nil : String(decoding: agent, as: UTF8.self)
    let ownID = Array(request.listenerID)
    result.householdMessage = ownID.isEmpty ? request.address.listenerBytes : ownID
    result.listenerMessage = ownID.isEmpty ? result.householdMessage + [0] + agent : ownID
    var days = CalendarDays(zone)
    let day = days.day(of: request.time)
    var runner = PatternRunner()
    let verdict = agent.withUnsafeBufferPointer { AgentVerdict.of($0, lists, rules.profile, on: day, &runner) }
    if let entry = verdict.entry.map({ lists.agents.entries[$0] }) {
      result.entry = "\(entry.list.rawValue): \(entry.name)"
    }
    switch outcome {
    case .survived:
      result.reason = .threshold
      result.episode = catalogue.episodes[catalogue.paths[Int(survivor.path)].episode]
      result.episodeNumber = catalogue.paths[Int(survivor.path)].episode
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
      case .datacenter:
        if let entry = lists.networks.datacenters.entry(of: request.address, on: day) {
          result.entry = "\(entry.list): \(entry.network)"
        }
      case .referrer:
        let referrer = Unescaping.agent(request.referrer, format.escape)
        result.because = String(decoding: referrer, as: UTF8.self)
        if let entry = lists.referrers.first(for: referrer, on: day) {
          result.entry = "\(entry.source): \(String(decoding: entry.text, as: UTF8.self))"
        }
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

  private func settle(
    _ explanation: inout LineExplanation, _ survivor: Survivor, _ target: LogSource, _ window: LineWindow
  ) {
    let path = Int(survivor.path)
    if rules.profile == .iab {
      explanation.threshold = catalogue.thresholds[path]
      explanation.covered = window.coverage.covered(catalogue.keys[path], size: catalogue.paths[path].bytes)
    }
    explanation.day = window.day
    explanation.windowStart = Instant(seconds: window.start)
    explanation.windowEnd = Instant(seconds: window.end)
    explanation.groupLines = window.members.count
    guard let counted = window.counted else { return }
    explanation.countedLine = "\(counted.source.name):\(counted.line)"
    let isThis = counted.source == target && counted.line == explanation.line
    explanation.reason = isThis ? .counted : .duplicate
  }
}

extension DownloadCount {
  /// Whether the lines of a download are `volume`.
  fileprivate func isAboveVolume(_ survivor: Survivor, of window: LineWindow) -> Bool {
    volume?.excludes(
      SettledWindow(
        episode: 0, day: Int32(truncatingIfNeeded: window.day.number), lines: 0, isReached: true,
        address: survivor.address, traits: survivor.traits)) ?? false
  }
}
