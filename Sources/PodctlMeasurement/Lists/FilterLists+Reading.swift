import Foundation
import PodctlCore
import PodctlDigest

extension FilterLists {
  /// Reads lists from their bytes, given in any order. Without a list of agents the built-in one stands in. Throws
  /// `list_invalid` naming the list and the entry.
  public static func reading(files: [FilterListFile]) throws(PodctlError) -> FilterLists {
    var contents = Contents()
    // Swift's sort is stable: lists of one name stay as they were given.
    for file in files.sorted(by: { $0.rank < $1.rank }) { try contents.add(file) }
    if contents.agents.contains(where: { $0.list != .devices }) { return try FilterLists(contents) }
    let hasDevices = !contents.agents.isEmpty
    contents.addBuiltIn()
    return try hasDevices ? FilterLists(contents) : FilterLists(contents, like: builtIn())
  }

  /// What has been read of several lists.
  struct Contents: Sendable {
    var agents: [AgentEntry] = []
    var datacenters: [NetworkGroup] = []
    var relay: [NetworkGroup] = []
    var safe: [NetworkGroup] = []
    var referrers: [ReferrerEntry] = []
    /// By the rank of their files.
    var sources: [(source: Source, rank: (Int, Int))] = []

    mutating func addBuiltIn() {
      agents += BuiltInAgents.entries
      sources.insert((BuiltInAgents.source, (0, 0)), at: 0)
    }

    mutating func add(_ file: FilterListFile) throws(PodctlError) {
      let count: Int
      switch file.kind {
      case .agents(let kind):
        let entries = try FilterLists.entries(file, kind)
        agents += entries
        count = entries.count
      case .datacenters: count = try FilterLists.add(file, to: &datacenters)
      case .relay: count = try FilterLists.add(file, to: &relay)
      case .safe: count = try FilterLists.add(file, to: &safe)
      case .referrers: count = try FilterLists.add(file, to: &referrers)
      }
      let source = Source(name: file.name, entries: count, sha256: SHA256.hex(file.bytes), firstDay: file.firstDay)
      let place = sources.firstIndex { $0.rank > file.rank } ?? sources.endIndex
      sources.insert((source, file.rank), at: place)
    }
  }

  private struct AgentFile: Decodable {
    struct Entry: Decodable {
      var name: String
      var pattern: String
      var category: String?
      var from: String?
    }
    var entries: [Entry]
  }

  private static func entries(_ file: FilterListFile, _ kind: AgentListKind) throws(PodctlError) -> [AgentEntry] {
    guard let read = try? JSONDecoder().decode(AgentFile.self, from: Data(file.bytes)) else {
      throw PodctlError(
        .listInvalid, "\(file.name) is no list of agents",
        hint: "it should hold {\"entries\":[{\"name\":…,\"pattern\":…}]}")
    }
    var entries: [AgentEntry] = []
    for entry in read.entries {
      let from = entry.from.map { Day($0) } ?? file.firstDay
      if entry.from != nil, from == nil {
        throw PodctlError(
          .listInvalid, "\"from\" of \"\(entry.name)\" in \(file.name) is no date", hint: "write it as 2026-10-31")
      }
      entries.append(
        AgentEntry(
          list: kind, name: entry.name, pattern: entry.pattern, isBot: kind == .bots || entry.category == "bot",
          from: from))
    }
    return entries
  }

  private static func add(_ file: FilterListFile, to groups: inout [NetworkGroup]) throws(PodctlError) -> Int {
    var byDay: [Int32: NetworkText] = [:]
    let count: Int
    if file.bytes.first(where: { $0 > 32 }) == UInt8(ascii: "{") {
      count = try add(json: file, to: &byDay)
    } else {
      count = try file.forEachLine("network", hint: "write one a line, with or without a date: 192.0.2.0/24 2026-10-31")
      {
        byDay[$1, default: NetworkText()].add($0)
      }
    }
    groups += byDay.sorted { $0.key < $1.key }.map { NetworkGroup(source: file.name, day: $0.key, networks: $0.value) }
    return count
  }

  private struct NetworkFile: Decodable { var list: [String] }

  private static func add(json file: FilterListFile, to byDay: inout [Int32: NetworkText]) throws(PodctlError) -> Int {
    guard let read = try? JSONDecoder().decode(NetworkFile.self, from: Data(file.bytes)) else {
      throw PodctlError(.listInvalid, "\(file.name) is no list of networks", hint: "it should hold {\"list\":[…]}")
    }
    var networks = NetworkText()
    for (number, text) in read.list.enumerated() {
      guard networks.add(text) else {
        throw PodctlError(.listInvalid, "entry \(number + 1) of \(file.name) is no network")
      }
    }
    byDay[file.firstDay.map { Int32(truncatingIfNeeded: $0.number) } ?? .min] = networks
    return read.list.count
  }

  private static func add(_ file: FilterListFile, to entries: inout [ReferrerEntry]) throws(PodctlError) -> Int {
    try file.forEachLine("referrer", hint: "write a host or the beginning of a URL: bad.example, https://bad.example/x")
    {
      guard let entry = ReferrerEntry($0, day: $1, source: file.name) else { return false }
      entries.append(entry)
      return true
    }
  }
}
