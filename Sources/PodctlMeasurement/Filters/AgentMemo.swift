import PodctlCore

/// Remembers for one thread what each agent, as logged, decodes to and what the filters think of it.
struct AgentMemo: ~Copyable {
  struct Entry {
    var rawHigh: UInt64
    var rawLow: UInt64
    /// Hash of the agent as its listener sent it: two ways of writing one agent are one listener.
    var high: UInt64
    var low: UInt64
    /// The number of a reason among all; -1 for an agent that counts.
    var reason: Int32
    /// Its place among the agents that ingest keeps.
    var kept: UInt32
  }

  private static let mostAgents = 1 << 15
  private let lists: FilterLists
  private let profile: CountingProfile
  private let epochs: [Int32]
  private let kept: AgentArena?
  private var runner = PatternRunner()
  private var capacity = 1 << 10
  private var count = 0
  private var entries: UnsafeMutablePointer<Entry>
  private var scratch = [UInt8](repeating: 0, count: 1024)

  init(_ lists: FilterLists, _ profile: CountingProfile, kept: AgentArena?) {
    self.lists = lists
    self.profile = profile
    epochs = lists.agents.epochs
    self.kept = kept
    entries = .allocate(capacity: capacity)
    clear()
  }

  deinit { entries.deallocate() }

  private static let vacant = Entry(rawHigh: 0, rawLow: 0, high: 0, low: 0, reason: 0, kept: 0)

  private mutating func clear() {
    entries.initialize(repeating: AgentMemo.vacant, count: capacity)
    count = 0
  }

  /// The place of an agent, judged now if it is new. The day matters only where entries of the lists have dates.
  @inline(__always)
  mutating func look(up raw: ByteSpan, _ escape: TextEscape, on day: Int32) -> UnsafePointer<Entry> {
    let hash = ByteHash(raw, seed: 1).value
    let high = hash.high | 1
    let low = epochs.isEmpty ? hash.low : hash.low ^ epoch(of: day)
    var slot = Int(truncatingIfNeeded: low) & (capacity &- 1)
    while entries[slot].rawHigh != 0 {
      if entries[slot].rawHigh == high, entries[slot].rawLow == low { return UnsafePointer(entries + slot) }
      slot = (slot &+ 1) & (capacity &- 1)
    }
    return judge(raw, escape, high, low, on: day)
  }

  /// Bits that tell apart what is remembered of different epochs.
  private func epoch(of day: Int32) -> UInt64 {
    UInt64(truncatingIfNeeded: lists.agents.epoch(of: day)) &* 0x9e37_79b9_7f4a_7c15
  }

  private mutating func judge(
    _ raw: ByteSpan, _ escape: TextEscape, _ high: UInt64, _ low: UInt64, on day: Int32
  ) -> UnsafePointer<Entry> {
    makeRoom()
    if scratch.count < raw.count { scratch = [UInt8](repeating: 0, count: raw.count * 2) }
    let lists = self.lists
    let profile = self.profile
    let kept = self.kept
    // Taken out, not copied: with two holders each use would copy all machines.
    var runner = PatternRunner()
    swap(&runner, &self.runner)
    let entry = scratch.withUnsafeMutableBufferPointer { buffer -> Entry in
      guard let base = buffer.baseAddress else { return AgentMemo.vacant }
      let agent = ByteSpan(start: base, count: raw.isAbsent ? 0 : Unescaping.agent(raw, escape, into: base))
      let verdict = AgentVerdict.of(agent, lists, profile, on: day, &runner)
      let hash = ByteHash(agent, seed: 2).value
      let place = verdict.reason == nil ? kept?.place(of: agent, hash) : nil
      return Entry(
        rawHigh: high, rawLow: low, high: hash.high, low: hash.low,
        reason: verdict.reason.map { Int32(LineLedger.number(of: $0)) } ?? -1, kept: place ?? 0)
    }
    self.runner = runner
    var slot = Int(truncatingIfNeeded: low) & (capacity - 1)
    while entries[slot].rawHigh != 0 { slot = (slot + 1) & (capacity - 1) }
    entries[slot] = entry
    count += 1
    return UnsafePointer(entries + slot)
  }

  /// The hash of an agent as its listener sent it, and the place that ingest keeps for it, whatever the filters think.
  func identity(of raw: ByteSpan, _ escape: TextEscape) -> (hash: (high: UInt64, low: UInt64), kept: UInt32) {
    Unescaping.agent(raw, escape).withUnsafeBufferPointer { agent in
      let hash = ByteHash(agent, seed: 2).value
      return (hash, kept?.place(of: agent, hash) ?? 0)
    }
  }

  /// The place of a listener with an id of its own; ids of different salts are different listeners'.
  func place(ofOwnID id: ByteSpan, _ salt: UInt64, agent raw: ByteSpan, _ escape: TextEscape) -> UInt32 {
    let hash = ByteHash(id, seed: 4).value
    return kept?.place(ofOwnID: id, (hash.high ^ salt, hash.low), agent: Unescaping.agent(raw, escape)) ?? 0
  }

  /// Grows while that is cheap; a log of ever new agents only makes the memo begin again.
  private mutating func makeRoom() {
    guard count * 2 >= capacity else { return }
    if count >= AgentMemo.mostAgents {
      clear()
      return
    }
    let old = entries
    let oldCapacity = capacity
    capacity *= 2
    entries = .allocate(capacity: capacity)
    clear()
    for index in 0..<oldCapacity where old[index].rawHigh != 0 {
      var slot = Int(truncatingIfNeeded: old[index].rawLow) & (capacity - 1)
      while entries[slot].rawHigh != 0 { slot = (slot + 1) & (capacity - 1) }
      entries[slot] = old[index]
      count += 1
    }
    old.deallocate()
  }
}
