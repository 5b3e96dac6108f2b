import Foundation
import PodctlCore
import PodctlDigest

extension FilterLists {
  private static let networkFiles = [
    "x4bnet-datacenter-ipv4.txt", "x4bnet-datacenter-ipv6.txt", "lord-alfred-ipranges-all-ipv4_merged.txt",
    "lord-alfred-ipranges-all-ipv6_merged.txt",
  ]
  private static let relayFile = "misp-icloud-private-relay.json"

  /// Reads every list that is known by its name from folders; a folder may hold any of them. Without a file of agents
  /// the built-in list stands in. Throws `file_not_found`, `file_unreadable` or `list_invalid`.
  public static func reading(_ folders: [String]) throws(PodctlError) -> FilterLists {
    var sources: [Source] = []
    var agents: [AgentEntry] = []
    var networks = NetworkText()
    var relay = NetworkText()
    for folder in folders { try requireFolder(folder) }
    for kind in AgentListKind.allCases {
      for (name, data) in try files("\(kind.rawValue).runtime.json", in: folders) {
        let found = try entries(data, kind: kind, name: name)
        agents += found
        sources.append(Source(name: name, entries: found.count, sha256: SHA256.hex(data)))
      }
    }
    if !agents.contains(where: { $0.list != .devices }) {
      agents += BuiltInAgents.entries
      sources.insert(BuiltInAgents.source, at: 0)
    }
    for file in networkFiles {
      for (name, data) in try files(file, in: folders) {
        let before = networks.version4.count + networks.version6.count
        try add(lines: data, to: &networks, name: name)
        let count = networks.version4.count + networks.version6.count - before
        sources.append(Source(name: name, entries: count, sha256: SHA256.hex(data)))
      }
    }
    for (name, data) in try files(relayFile, in: folders) {
      let count = try add(relay: data, to: &relay, name: name)
      sources.append(Source(name: name, entries: count, sha256: SHA256.hex(data)))
    }
    guard sources.contains(where: { $0.name != BuiltInAgents.source.name }) else {
      throw PodctlError(
        .listInvalid, "there is no known list in \(folders.joined(separator: ", "))",
        hint: "lists are known by name: bots.runtime.json, \(networkFiles[0]), \(relayFile) and their like")
    }
    let datacenters = AddressList(
      version4: AddressRanges(networks.version4, without: AddressRanges(relay.version4, without: AddressRanges())),
      version6: AddressRanges(networks.version6, without: AddressRanges(relay.version6, without: AddressRanges())))
    return try FilterLists(agents: agents, datacenters: datacenters, sources: sources)
  }

  private static func requireFolder(_ folder: String) throws(PodctlError) {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
    guard exists, isFolder.boolValue else {
      throw PodctlError(
        .fileNotFound, "there is no folder \(folder)", hint: "--lists names a folder of list files",
        context: [.init("path", folder)])
    }
  }

  private static func files(_ name: String, in folders: [String]) throws(PodctlError) -> [(String, [UInt8])] {
    var found: [(String, [UInt8])] = []
    for folder in folders {
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path) else { continue }
      guard let data = FileManager.default.contents(atPath: path) else {
        throw PodctlError(.fileUnreadable, "\(path) cannot be read", context: [.init("path", path)])
      }
      found.append((name, [UInt8](data)))
    }
    return found
  }

  private struct AgentFile: Decodable {
    struct Entry: Decodable {
      var name: String
      var pattern: String
      var category: String?
    }
    var entries: [Entry]
  }

  private static func entries(
    _ data: [UInt8], kind: AgentListKind, name: String
  ) throws(PodctlError) -> [AgentEntry] {
    guard let file = try? JSONDecoder().decode(AgentFile.self, from: Data(data)) else {
      throw PodctlError(
        .listInvalid, "\(name) is no list of agents", hint: "it should hold {\"entries\":[{\"name\":…,\"pattern\":…}]}")
    }
    return file.entries.map {
      AgentEntry(list: kind, name: $0.name, pattern: $0.pattern, isBot: kind == .bots || $0.category == "bot")
    }
  }

  private static func add(lines data: [UInt8], to networks: inout NetworkText, name: String) throws(PodctlError) {
    let failed = data.withUnsafeBufferPointer { bytes -> Int? in
      var start = 0
      var number = 0
      while start < bytes.count {
        number += 1
        let end = bytes.firstIndex(of: 10, from: start) ?? bytes.count
        var line = bytes.slice(start, end)
        start = end + 1
        while let last = line.last, last == 13 || last == 32 || last == 9 { line = line.slice(0, line.count - 1) }
        if line.isEmpty || line[0] == UInt8(ascii: "#") { continue }
        if !networks.add(line) { return number }
      }
      return nil
    }
    if let failed {
      throw PodctlError(
        .listInvalid, "line \(failed) of \(name) is no network", hint: "write one network a line: 192.0.2.0/24")
    }
  }

  private struct RelayFile: Decodable { var list: [String] }

  private static func add(relay data: [UInt8], to networks: inout NetworkText, name: String) throws(PodctlError) -> Int
  {
    guard let file = try? JSONDecoder().decode(RelayFile.self, from: Data(data)) else {
      throw PodctlError(.listInvalid, "\(name) is no list of networks", hint: "it should hold {\"list\":[…]}")
    }
    for (number, text) in file.list.enumerated() {
      guard networks.add(text) else {
        throw PodctlError(.listInvalid, "entry \(number + 1) of \(name) is no network")
      }
    }
    return file.list.count
  }
}
