import PodctlCore

/// Reads a line and asks the filters in their order; what is left belongs to a group. One for each thread.
struct LineFilter: ~Copyable {
  enum Outcome {
    case filtered(LineReason)
    case survived(Survivor)
  }

  let catalogue: EpisodeCatalogue
  private let lists: FilterLists
  private let rules: RequestRules
  /// Whether a group is a listener's requests of one day, or of all days.
  private let groupsByDay: Bool
  private let asksAddresses: Bool
  private let asksReferrers: Bool
  /// Whether what the lists say depends on the day.
  private let isDated: Bool
  private let paths: PathIndex
  private var cloudFront = CloudFrontLines()
  private var tables = TableLines()
  private var clock = ClockReader()
  private var days: CalendarDays
  private var agents: AgentMemo
  private var referrers = ReferrerMemo()
  private(set) var request = LoggedRequest()
  /// The number of the path of the line asked last; negative where no episode has it, or the line came not so far.
  private(set) var path = -1

  init(_ counter: DownloadCounter, kept: AgentArena?) {
    catalogue = counter.catalogue
    lists = counter.lists
    rules = RequestRules(counter.rules.profile)
    groupsByDay = counter.rules.window == .calendar
    asksAddresses = !counter.lists.networks.datacenters.isEmpty
    asksReferrers = rules.asksReferrers && !counter.lists.referrers.isEmpty
    isDated = counter.lists.isDated
    paths = PathIndex(counter.catalogue)
    days = CalendarDays(counter.zone)
    agents = AgentMemo(counter.lists, counter.rules.profile, kept: kept)
  }

  @inline(__always)
  mutating func cloudFront(_ line: ByteSpan, _ layout: borrowing CloudFrontLayout) -> Outcome {
    path = -1
    guard cloudFront.read(line, layout, into: &request, &clock) else { return .filtered(.malformed) }
    if !request.isGet { return .filtered(.method) }
    if !rules.counts(status: request.status) { return .filtered(.status) }
    path = paths.number(of: request.path, .percent)
    if path < 0 { return .filtered(.unknownPath) }
    cloudFront.readRest(line, layout, into: &request)
    return ask(path, .percent)
  }

  /// Forgets the log before, of which the next one may lack something.
  mutating func begin() { request = LoggedRequest() }

  mutating func outcome(of line: ByteSpan, _ format: LogFormat) -> Outcome {
    path = -1
    switch format {
    case .cloudFront(let layout): return cloudFront(line, layout)
    case .combined:
      guard CombinedLines.read(line, into: &request, &clock) else { return .filtered(.malformed) }
      return outcome(.backslash)
    case .delimited(let layout), .json(let layout):
      guard tables.read(line, layout, into: &request) else { return .filtered(.malformed) }
      return outcome(layout.schema.escape)
    }
  }

  /// The filters on a request that has been read whole.
  private mutating func outcome(_ escape: TextEscape) -> Outcome {
    if !request.isGet { return .filtered(.method) }
    if !rules.counts(status: request.status) { return .filtered(.status) }
    path = paths.number(of: request.path, escape)
    if path < 0 { return .filtered(.unknownPath) }
    if let reason = request.declaredReason { return .filtered(reason) }
    return ask(path, escape)
  }

  /// The filters from `probe` on, and the group.
  @inline(__always)
  private mutating func ask(_ path: Int, _ escape: TextEscape) -> Outcome {
    if request.isImported || !request.listenerID.isEmpty { return askUnlike(path, escape) }
    if rules.isProbe(request.range) { return .filtered(.probe) }
    var day: Int32 = 0
    if isDated { day = days.day(of: request.time) }
    let agent = agents.look(up: request.agent, escape, on: day)
    if agent.pointee.reason >= 0 { return .filtered(LineReason.allCases[Int(agent.pointee.reason)]) }
    if asksAddresses, lists.networks.isDatacenter(request.address, on: day) { return .filtered(.datacenter) }
    if asksReferrers, referrers.isBad(request.referrer, escape, lists.referrers, on: day) {
      return .filtered(.referrer)
    }
    if !isDated { day = days.day(of: request.time) }
    var key = ByteHash(seed: agent.pointee.high)
    key.mix(agent.pointee.low)
    key.mix(request.address.listenerBits)
    return survive(&key, path, day, request.address.isIPv4 ? .isIPv4 : [], agent.pointee.kept)
  }

  /// Rows that somebody else has counted, which no filter is asked about again, and rows whose listeners have ids of
  /// their own.
  private mutating func askUnlike(_ path: Int, _ escape: TextEscape) -> Outcome {
    let day = days.day(of: request.time)
    if !request.isImported {
      if rules.isProbe(request.range) { return .filtered(.probe) }
      let agent = agents.look(up: request.agent, escape, on: day)
      if agent.pointee.reason >= 0 { return .filtered(LineReason.allCases[Int(agent.pointee.reason)]) }
      if asksAddresses, lists.networks.isDatacenter(request.address, on: day) { return .filtered(.datacenter) }
      if asksReferrers, referrers.isBad(request.referrer, escape, lists.referrers, on: day) {
        return .filtered(.referrer)
      }
    }
    var traits: ListenerTraits = request.isImported ? .isImported : []
    guard request.listenerID.isEmpty else {
      var key = ByteHash(seed: 7)
      key.mix(request.listenerID)
      let kept = agents.place(ofOwnID: request.listenerID, agent: request.agent, escape)
      return survive(&key, path, day, traits.union(.hasOwnID), kept)
    }
    if request.address.isIPv4 { traits.insert(.isIPv4) }
    let (hash, kept) = agents.identity(of: request.agent, escape)
    var key = ByteHash(seed: hash.high)
    key.mix(hash.low)
    key.mix(request.address.listenerBits)
    return survive(&key, path, day, traits, kept)
  }

  /// A request that passed the filters, with its group's key: the listener's, the episode's and the day's.
  @inline(__always)
  private func survive(
    _ key: inout ByteHash, _ path: Int, _ day: Int32, _ traits: ListenerTraits, _ kept: UInt32
  ) -> Outcome {
    let keyDay = groupsByDay ? day : .max
    key.mix(
      UInt64(UInt32(truncatingIfNeeded: catalogue.paths[path].episode)) << 32 | UInt64(UInt32(bitPattern: keyDay)))
    key.mix(traits.contains(.isIPv4) ? 4 : 6)
    let hash = key.value
    var survivor = Survivor(
      keyHigh: hash.high, keyLow: hash.low, start: 0, end: 0, identityHigh: 0, identityLow: 0, day: day,
      path: Int32(truncatingIfNeeded: path), time: request.time, address: request.address.listenerBits, agent: kept,
      country: LineFilter.country(request.country), traits: traits)
    if traits.contains(.isImported) {
      // More than any threshold.
      survivor.end = .max
    } else {
      place(&survivor, size: catalogue.paths[path].bytes)
    }
    return .survived(survivor)
  }

  /// A country's two letters in one number, in capitals; 0 for anything else.
  @inline(__always)
  private static func country(_ text: ByteSpan) -> UInt16 {
    guard text.count == 2 else { return 0 }
    let (first, second) = (text[0] & 0xdf, text[1] & 0xdf)
    guard (65...90).contains(first), (65...90).contains(second) else { return 0 }
    return UInt16(first) << 8 | UInt16(second)
  }

  @inline(__always)
  private func place(_ survivor: inout Survivor, size: Int64?) {
    if let interval = request.range.interval(sent: request.bytes, isWhole: request.status == 200, size: size) {
      survivor.start = interval.start
      survivor.end = interval.end
      return
    }
    var identity = ByteHash(seed: 3)
    identity.mix(UInt64(bitPattern: request.time))
    identity.mix(UInt64(request.status))
    identity.mix(UInt64(bitPattern: request.bytes))
    identity.mix(request.requestID.isAbsent ? .nothing : request.requestID)
    let hash = identity.value
    survivor.start = request.bytes
    survivor.end = Survivor.placeless
    survivor.identityHigh = hash.high
    survivor.identityLow = hash.low
  }
}
