import PodctlCore

/// Says of a group who its listener is; what lists know of an agent is looked up once for each agent.
struct ListenerNames {
  private struct Names {
    var app: String?
    var device: String?
  }

  private let kept: [AgentArena.Kept]
  private let lists: FilterLists
  private var known: [UInt64: Names] = [:]
  private var apps = PatternRunner()
  private var devices = PatternRunner()

  init(_ kept: [AgentArena.Kept], _ lists: FilterLists) {
    self.kept = kept
    self.lists = lists
  }

  mutating func fill(_ group: inout ListenerGroup, _ origin: GroupOrigin) {
    let listener = kept[Int(origin.agent)]
    group.agent = listener.agent
    group.ownID = listener.ownID
    if let ownID = listener.ownID {
      group.address = ownID
    } else {
      let isIPv4 = origin.traits.contains(.isIPv4)
      let address = ListenerAddress(
        high: isIPv4 ? 0 : origin.address, low: isIPv4 ? origin.address : 0, isIPv4: isIPv4)
      group.address = address.listenerBytes
      group.isSafe = lists.networks.safe.meets(
        listener: origin.address, isIPv4: isIPv4, on: Int32(truncatingIfNeeded: group.day.number))
    }
    let names = names(of: origin.agent, listener.agent, on: Int32(truncatingIfNeeded: group.day.number))
    group.app = names.app
    group.device = names.device
    group.isImported = origin.traits.contains(.isImported)
    // Who has counted a row and knows its listener by an id has named the app too, where others log what it sent.
    if group.isImported, listener.ownID != nil, group.app == nil, !listener.agent.isEmpty {
      group.app = String(decoding: listener.agent, as: UTF8.self)
    }
    if origin.country != 0 {
      group.country = String(decoding: [UInt8(origin.country >> 8), UInt8(origin.country & 255)], as: UTF8.self)
    }
  }

  private mutating func names(of place: UInt32, _ agent: [UInt8], on day: Int32) -> Names {
    let key = UInt64(place) << 32 | UInt64(lists.agents.epoch(of: day) << 16 | lists.devices.epoch(of: day))
    if let names = known[key] { return names }
    let names = agent.withUnsafeBufferPointer { agent in
      Names(
        app: lists.agents.first(for: agent, &apps, on: day).map { lists.agents.entries[$0].name },
        device: lists.devices.first(for: agent, &devices, on: day).map { lists.devices.entries[$0].name })
    }
    known[key] = names
    return names
  }
}
