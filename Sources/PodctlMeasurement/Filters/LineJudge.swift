import PodctlCore

/// Asks the filters of one counter about requests that have been read, and says which group those belong to that they
/// let through. One for each thread. Requests are handed over inout though none is changed: so they stay where they are,
/// and copying 250 bytes would cost each line a tenth of its time.
struct LineJudge: ~Copyable {
  typealias Outcome = LineFilter.Outcome

  private let catalogue: EpisodeCatalogue
  private let networks: NetworkLists
  private let referrerList: ReferrerList
  private let rules: RequestRules
  /// Whether a group is a listener's requests of one day, or of all days.
  private let groupsByDay: Bool
  private let asksAddresses: Bool
  /// Rules that are not asked, as bits.
  private let ignored: UInt32
  private let asksReferrers: Bool
  /// Whether what the lists say depends on the day.
  private let isDated: Bool
  /// Keeps listeners with ids of their own apart from those of other judges who share an arena.
  private let salt: UInt64
  private var days: CalendarDays
  private var referrers = ReferrerMemo()
  /// The request asked about last, where it passed the filters.
  private(set) var survivor = Survivor.none

  init(_ counter: DownloadCounter, salt: UInt64 = 0) {
    catalogue = counter.catalogue
    networks = counter.lists.networks
    referrerList = counter.lists.referrers
    rules = RequestRules(counter.rules.profile)
    groupsByDay = counter.rules.window == .calendar
    asksAddresses = !counter.lists.networks.datacenters.isEmpty && !counter.ignored.contains(.datacenter)
    ignored = counter.ignored.reduce(0) { $0 | 1 << UInt32(LineLedger.number(of: $1)) }
    asksReferrers = rules.asksReferrers && !counter.lists.referrers.isEmpty && !counter.ignored.contains(.referrer)
    isDated = counter.lists.isDated
    days = CalendarDays(counter.zone)
    self.salt = salt
  }

  /// The reason of a request that is dropped before its path is looked at.
  @inline(__always)
  func reason(before request: inout LoggedRequest) -> LineReason? {
    if !request.isGet { return .method }
    return rules.counts(status: request.status) ? nil : .status
  }

  /// All filters on a request that has been read whole.
  mutating func outcome(
    of request: inout LoggedRequest, _ path: Int, _ escape: TextEscape, _ agents: inout AgentMemo
  ) -> Outcome {
    if let reason = reason(before: &request) ?? request.declaredReason { return .filtered(reason) }
    return ask(&request, path, escape, &agents)
  }

  /// The filters from `probe` on, and the group.
  @inline(__always)
  mutating func ask(
    _ request: inout LoggedRequest, _ path: Int, _ escape: TextEscape, _ agents: inout AgentMemo
  ) -> Outcome {
    if request.isImported || !request.listenerID.isEmpty {
      return judgeIdentified(&request, path, escape, &agents)
    }
    if rules.isProbe(request.range), !ignores(.probe) { return .filtered(.probe) }
    var day: Int32 = 0
    if isDated { day = days.day(of: request.time) }
    let agent = agents.look(up: request.agent, escape, on: day)
    if agent.pointee.reason >= 0, ignored >> UInt32(agent.pointee.reason) & 1 == 0 {
      return .filtered(LineReason.allCases[Int(agent.pointee.reason)])
    }
    if asksAddresses, networks.isDatacenter(request.address, on: day) { return .filtered(.datacenter) }
    if asksReferrers, referrers.isBad(request.referrer, escape, referrerList, on: day) {
      return .filtered(.referrer)
    }
    if !isDated { day = days.day(of: request.time) }
    var key = ByteHash(seed: agent.pointee.high)
    key.mix(agent.pointee.low)
    key.mix(request.address.listenerBits)
    return survive(&request, &key, path, day, request.address.isIPv4 ? .isIPv4 : [], agent.pointee.kept)
  }

  @inline(__always)
  private func ignores(_ reason: LineReason) -> Bool { ignored >> UInt32(LineLedger.number(of: reason)) & 1 == 1 }

  /// Rows that somebody else has counted, which no filter is asked about again, and rows whose listeners have ids of
  /// their own.
  private mutating func judgeIdentified(
    _ request: inout LoggedRequest, _ path: Int, _ escape: TextEscape, _ agents: inout AgentMemo
  ) -> Outcome {
    let day = days.day(of: request.time)
    if !request.isImported {
      if rules.isProbe(request.range), !ignores(.probe) { return .filtered(.probe) }
      let agent = agents.look(up: request.agent, escape, on: day)
      if agent.pointee.reason >= 0, ignored >> UInt32(agent.pointee.reason) & 1 == 0 {
        return .filtered(LineReason.allCases[Int(agent.pointee.reason)])
      }
      if asksAddresses, networks.isDatacenter(request.address, on: day) { return .filtered(.datacenter) }
      if asksReferrers, referrers.isBad(request.referrer, escape, referrerList, on: day) {
        return .filtered(.referrer)
      }
    }
    var traits: ListenerTraits = request.isImported ? .isImported : []
    guard request.listenerID.isEmpty else {
      var key = ByteHash(seed: 7)
      key.mix(request.listenerID)
      let kept = agents.place(ofOwnID: request.listenerID, salt, agent: request.agent, escape)
      return survive(&request, &key, path, day, traits.union(.hasOwnID), kept)
    }
    if request.address.isIPv4 { traits.insert(.isIPv4) }
    let (hash, kept) = agents.identity(of: request.agent, escape)
    var key = ByteHash(seed: hash.high)
    key.mix(hash.low)
    key.mix(request.address.listenerBits)
    return survive(&request, &key, path, day, traits, kept)
  }

  /// A request that passed the filters, with its group's key: the listener's, the episode's and the day's.
  @inline(__always)
  private mutating func survive(
    _ request: inout LoggedRequest, _ key: inout ByteHash, _ path: Int, _ day: Int32, _ traits: ListenerTraits,
    _ kept: UInt32
  ) -> Outcome {
    let keyDay = groupsByDay ? day : .max
    key.mix(
      UInt64(UInt32(truncatingIfNeeded: catalogue.paths[path].episode)) << 32 | UInt64(UInt32(bitPattern: keyDay)))
    key.mix(traits.contains(.isIPv4) ? 4 : 6)
    let hash = key.value
    survivor = Survivor(
      keyHigh: hash.high, keyLow: hash.low, start: 0, end: 0, identityHigh: 0, identityLow: 0, day: day,
      path: Int32(truncatingIfNeeded: path), time: request.time, address: request.address.listenerBits, agent: kept,
      country: LineJudge.country(request.country), traits: traits)
    if traits.contains(.isImported) {
      // More than any threshold.
      survivor.end = .max
    } else {
      place(&request, size: catalogue.paths[path].bytes)
    }
    return .survived
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
  private mutating func place(_ request: inout LoggedRequest, size: Int64?) {
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
