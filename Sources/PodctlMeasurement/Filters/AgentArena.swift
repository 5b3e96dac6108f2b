import PodctlCore
import Synchronization

/// The listeners' agents of a count that ingest makes listener keys of, each held once.
final class AgentArena: Sendable {
  /// What a listener is known by besides the address.
  struct Kept: Sendable {
    /// As the listener sent it.
    var agent: [UInt8]
    /// The id that the log gives in the place of address and agent.
    var ownID: [UInt8]?
  }

  private struct Content {
    var places: [[UInt64]: UInt32] = [:]
    var kept: [Kept] = []

    mutating func place(_ key: [UInt64], _ make: () -> Kept) -> UInt32 {
      if let known = places[key] { return known }
      let place = UInt32(kept.count)
      places[key] = place
      kept.append(make())
      return place
    }
  }

  private let content = Mutex(Content())

  /// The place of an agent; a new one gets the next.
  func place(of agent: ByteSpan, _ hash: (high: UInt64, low: UInt64)) -> UInt32 {
    let bytes = Array(agent)
    return content.withLock { content in
      content.place([hash.high, hash.low]) { Kept(agent: bytes) }
    }
  }

  /// The place of a listener with an id of its own. Where its rows name several agents, the first in the order of
  /// bytes is kept, whichever row came first.
  func place(ofOwnID id: ByteSpan, _ hash: (high: UInt64, low: UInt64), agent: [UInt8]) -> UInt32 {
    let id = Array(id)
    return content.withLock { content in
      let place = content.place([hash.high, hash.low]) { Kept(agent: agent, ownID: id) }
      if agent.lexicographicallyPrecedes(content.kept[Int(place)].agent) { content.kept[Int(place)].agent = agent }
      return place
    }
  }

  /// All of them, by place.
  var all: [Kept] { content.withLock { $0.kept } }
}
