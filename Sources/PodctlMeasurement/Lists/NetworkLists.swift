import PodctlCore

/// Networks of one list that apply from the same day on.
struct NetworkGroup: Sendable {
  /// The list's name.
  var source: String
  /// The day's number; `.min` for all days.
  var day: Int32
  var networks: NetworkText
}

/// Lists of networks of one kind. A class, since every line asks it and a struct of arrays would be copied to be asked.
final class NetworkList: Sendable {
  private let version4: DatedRanges<UInt32>
  private let version6: DatedRanges<UInt128>
  /// As they were read, so that an entry can be named.
  private let groups: [NetworkGroup]

  init(_ groups: [NetworkGroup]) {
    self.groups = groups
    version4 = DatedRanges(groups.map { ($0.day, $0.networks.version4) })
    version6 = DatedRanges(groups.map { ($0.day, $0.networks.version6) })
  }

  var isEmpty: Bool { version4.isEmpty && version6.isEmpty }
  var isDated: Bool { version4.isDated || version6.isDated }

  @inline(__always)
  func contains(_ address: ListenerAddress, on day: Int32) -> Bool {
    address.isIPv4
      ? version4.contains(UInt32(truncatingIfNeeded: address.low), on: day)
      : version6.contains(UInt128(address.high) << 64 | UInt128(address.low), on: day)
  }

  /// Whether an address as counted belongs to a list, an IPv6 one with any part of its network.
  func meets(listener bits: UInt64, isIPv4: Bool, on day: Int32) -> Bool {
    if isIPv4 { return version4.contains(UInt32(truncatingIfNeeded: bits), on: day) }
    let first = UInt128(bits) << 64
    return version6.meets(first...(first | UInt128(UInt64.max)), on: day)
  }

  /// The first entry that holds an address on a day, with its list's name; nil when none does.
  func entry(of address: ListenerAddress, on day: Int32) -> (list: String, network: String)? {
    for group in groups where group.day <= day {
      if let network = group.networks.network(of: address) { return (group.source, network) }
    }
    return nil
  }
}

/// All lists of networks.
struct NetworkLists: Sendable {
  let datacenters: NetworkList
  /// Private Relay: people stand behind it.
  let relay: NetworkList
  let safe: NetworkList

  var isDated: Bool { datacenters.isDated || relay.isDated || safe.isDated }

  @inline(__always)
  func isDatacenter(_ address: ListenerAddress, on day: Int32) -> Bool {
    datacenters.contains(address, on: day) && !isSpared(address, on: day)
  }

  private func isSpared(_ address: ListenerAddress, on day: Int32) -> Bool {
    relay.contains(address, on: day) || safe.contains(address, on: day)
  }
}
