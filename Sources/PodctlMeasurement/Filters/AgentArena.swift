import PodctlCore
import Synchronization

/// The agents of a count that ingest makes listener keys of, each held once.
final class AgentArena: Sendable {
  private struct Content {
    var places: [[UInt64]: UInt32] = [:]
    var agents: [[UInt8]] = []
    var entries: [Int?] = []
  }

  private let content = Mutex(Content())

  /// The place of an agent; a new one gets the next.
  func place(of agent: ByteSpan, _ hash: (high: UInt64, low: UInt64), _ entry: Int?) -> UInt32 {
    let bytes = Array(agent)
    return content.withLock { content in
      if let known = content.places[[hash.high, hash.low]] { return known }
      let place = UInt32(content.agents.count)
      content.places[[hash.high, hash.low]] = place
      content.agents.append(bytes)
      content.entries.append(entry)
      return place
    }
  }

  /// All agents with their entries in the lists, by place.
  var all: (agents: [[UInt8]], entries: [Int?]) { content.withLock { ($0.agents, $0.entries) } }
}
