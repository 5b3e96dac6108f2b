import Foundation
import PodctlCore

/// The entries of one list, each with the day from which it applies, apart from the form in which the list was written.
public struct ListEntries: Sendable, Equatable {
  public struct Entry: Sendable, Hashable {
    /// What makes it this entry and no other: an agent's name, pattern and category; a network or referrer as written.
    public var key: String
    /// The first day to which it applies; nil for all days.
    public var from: Day?
  }

  public private(set) var entries: [Entry]
  private let isOfAgents: Bool
  /// Between an agent's parts, where no name or pattern has it.
  fileprivate static let separator: Character = "\u{1f}"

  /// Reads a list. Throws `list_invalid`.
  public init(_ file: FilterListFile) throws(PodctlError) {
    if case .agents = file.kind {
      isOfAgents = true
      entries = try ListEntries.agents(file)
      return
    }
    isOfAgents = false
    var entries: [Entry] = []
    if file.bytes.first(where: { $0 > 32 }) == UInt8(ascii: "{") {
      guard let read = try? JSONDecoder().decode(NetworkFile.self, from: Data(file.bytes)) else {
        throw PodctlError(.listInvalid, "\(file.name) is no list of networks", hint: "it should hold {\"list\":[…]}")
      }
      entries = read.list.map { Entry(key: $0, from: file.firstDay) }
    } else {
      _ = try file.forEachLine("entry", hint: "write one a line, with or without a date") { text, day in
        entries.append(
          Entry(key: String(decoding: text, as: UTF8.self), from: day == .min ? nil : Day(number: Int(day))))
        return true
      }
    }
    self.entries = entries
  }

  private struct NetworkFile: Decodable { var list: [String] }

  private struct AgentFile: Codable {
    struct Entry: Codable {
      var name: String
      var pattern: String
      var category: String?
      var from: String?
    }
    var entries: [Entry]
  }

  private static func agents(_ file: FilterListFile) throws(PodctlError) -> [Entry] {
    guard let read = try? JSONDecoder().decode(AgentFile.self, from: Data(file.bytes)) else {
      throw PodctlError(
        .listInvalid, "\(file.name) is no list of agents",
        hint: "it should hold {\"entries\":[{\"name\":…,\"pattern\":…}]}")
    }
    return read.entries.map { entry in
      Entry(
        key: [entry.name, entry.pattern, entry.category ?? ""].joined(separator: String(separator)),
        from: entry.from.flatMap { Day($0) } ?? file.firstDay)
    }
  }

  /// The same entries, with the dates that an earlier version of the list gave them; those that it did not have apply
  /// from `day` on, unless the list itself says otherwise.
  public func carrying(_ known: ListEntries?, newFrom day: Day?) -> ListEntries {
    guard known != nil || day != nil else { return self }
    let dates = Dictionary((known?.entries ?? []).map { ($0.key, $0.from) }, uniquingKeysWith: { first, _ in first })
    var result = self
    for index in result.entries.indices where result.entries[index].from == nil {
      result.entries[index].from = dates[result.entries[index].key] ?? day
    }
    return result
  }

  /// How many entries of this version another one has not.
  public func count(without other: ListEntries?) -> Int {
    let known = Set((other?.entries ?? []).map(\.key))
    return entries.count { !known.contains($0.key) }
  }

  /// The list written out with its dates, as `FilterLists` reads it.
  public func written() throws(PodctlError) -> [UInt8] {
    guard isOfAgents else {
      return Array(entries.map { $0.key + ($0.from.map { "\t\($0)" } ?? "") + "\n" }.joined().utf8)
    }
    let file = AgentFile(
      entries: entries.map { entry in
        let parts = entry.parts
        return AgentFile.Entry(
          name: parts[0], pattern: parts[1], category: parts[2].isEmpty ? nil : parts[2],
          from: entry.from.map { "\($0)" })
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(file) else {
      throw PodctlError(.internalFault, "a list of agents could not be written")
    }
    return [UInt8](data)
  }
}

extension ListEntries.Entry {
  /// An agent's name and pattern, or a network or referrer alone.
  public var parts: [String] {
    key.split(separator: ListEntries.separator, omittingEmptySubsequences: false).map(String.init)
  }
}
