import PodctlCore
import Synchronization

/// One listener's requests of one episode on one day, with what keyed hashes are made of. Only good within the call
/// that it is given to; it is never stored.
public struct ListenerGroup: Sendable {
  /// The episode's number in the catalogue.
  public var episode: Int
  public var day: Day
  /// The address as counted, in text: what the household's hash is made of.
  public var address: [UInt8]
  /// The agent as its listener sent it.
  public var agent: [UInt8]
  /// The name of the lists' entry that fits the agent; nil when they do not know it.
  public var app: String?
  /// The first request that passed the filters.
  public var first: Instant
  public var lines: Int64
  public var isReached: Bool
  /// What is covered so far, as `Coverage.state` packs it; empty once the threshold is reached.
  public var state: [UInt8]

  /// What the listener's hash is made of: address, a zero, agent.
  public var listenerMessage: [UInt8] { address + [0] + agent }
}

extension DownloadCount {
  /// How many groups there are: one for each listener, episode and day.
  public var groupCount: Int {
    table.parts.reduce(0) { sum, part in sum + part.shard.withLock { $0.count } }
  }

  /// Hands over all groups, in no particular order. Traps unless the counter was asked to keep listeners.
  public func forEachGroup(_ body: (ListenerGroup) throws -> Void) throws {
    for part in 0..<partCount { try forEachGroup(inPart: part, where: { _, _ in true }, body) }
  }

  /// Groups lie in so many parts, which threads may go through at once.
  public var partCount: Int { table.parts.count }

  /// Hands over those groups of one part whose episode (by its number) and day (by its number) are asked for.
  public func forEachGroup(
    inPart part: Int, where isWanted: (_ episode: Int, _ day: Int) -> Bool, _ body: (ListenerGroup) throws -> Void
  ) throws {
    guard let kept else { preconditionFailure("the counter did not keep listeners") }
    let (agents, entries) = kept.all
    try table.parts[part].shard.withLock { groups in
      for number in 0..<groups.count {
        let record = groups.record(number).pointee
        let episode = catalogue.paths[Int(record.path)].episode
        guard isWanted(episode, Int(record.day)) else { continue }
        let origin = groups.origin(number).pointee
        let address = ListenerAddress(
          high: origin.isIPv4 ? 0 : origin.address, low: origin.isIPv4 ? origin.address : 0, isIPv4: origin.isIPv4)
        let agent = Int(origin.agent)
        try body(
          ListenerGroup(
            episode: episode, day: Day(number: Int(record.day)), address: Array(address.listenerText.utf8),
            agent: agents[agent], app: entries[agent].map { lists.agents.entries[$0].name },
            first: Instant(seconds: origin.first), lines: Int64(record.lines), isReached: record.isReached,
            state: record.isReached ? [] : groups.coverage(number).state))
      }
    }
  }
}
