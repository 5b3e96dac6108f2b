import PodctlCore

/// The bytes of one list, and what is said in them.
public struct FilterListFile: Sendable {
  public enum Kind: Sendable, Hashable {
    case agents(AgentListKind)
    /// Networks of data centres and VPNs.
    case datacenters
    /// Private Relay: people stand behind its addresses, whatever the other lists say.
    case relay
    /// Shared addresses that are people: never `datacenter`, never `volume`.
    case safe
    /// Hosts and URL prefixes of bad referrers.
    case referrers

    /// The order in which lists make up a version.
    var rank: Int {
      switch self {
      case .agents(let kind): AgentListKind.allCases.firstIndex(of: kind) ?? 0
      case .datacenters: 10
      case .relay: 11
      case .safe: 12
      case .referrers: 13
      }
    }
  }

  /// The names by which files in a folder are known, in the order in which lists make up a version.
  public static let knownNames: [(name: String, kind: Kind)] =
    AgentListKind.allCases.map { ("\($0.rawValue).runtime.json", .agents($0)) } + [
      ("x4bnet-datacenter-ipv4.txt", .datacenters), ("x4bnet-datacenter-ipv6.txt", .datacenters),
      ("x4bnet-vpn-ipv4.txt", .datacenters), ("x4bnet-vpn-ipv6.txt", .datacenters),
      ("lord-alfred-ipranges-all-ipv4_merged.txt", .datacenters),
      ("lord-alfred-ipranges-all-ipv6_merged.txt", .datacenters), ("misp-icloud-private-relay.json", .relay),
      ("safe-networks.txt", .safe), ("bad-referrers.txt", .referrers),
    ]

  public var kind: Kind
  public var name: String
  public var bytes: [UInt8]
  /// The day from which entries without a date of their own apply; nil for all days.
  public var firstDay: Day?

  public init(_ kind: Kind, name: String, bytes: [UInt8], firstDay: Day? = nil) {
    self.kind = kind
    self.name = name
    self.bytes = bytes
    self.firstDay = firstDay
  }

  /// A list known by its name; nil when the name is none of those.
  public init?(name: String, bytes: [UInt8], firstDay: Day? = nil) {
    guard let known = FilterListFile.knownNames.first(where: { $0.name == name }) else { return nil }
    self.init(known.kind, name: name, bytes: bytes, firstDay: firstDay)
  }

  /// The place of the list in a version.
  var rank: (Int, Int) {
    (kind.rank, FilterListFile.knownNames.firstIndex { $0.name == name } ?? FilterListFile.knownNames.count)
  }

  /// Its text without comments and blank lines; a second column, after a tab, blanks or a comma, is a date. Calls `body`
  /// with each line's first column and day and throws `list_invalid` where that gives false.
  func forEachLine(
    _ what: String, hint: String, _ body: (ByteSpan, Int32) -> Bool
  ) throws(PodctlError) -> Int {
    let undated = firstDay.map { Int32(truncatingIfNeeded: $0.number) } ?? .min
    var count = 0
    let failed = bytes.withUnsafeBufferPointer { bytes -> Int? in
      var start = 0
      var number = 0
      while start < bytes.count {
        number += 1
        let end = bytes.firstIndex(of: 10, from: start) ?? bytes.count
        let line = FilterListFile.trimmed(bytes.slice(start, end))
        start = end + 1
        if line.isEmpty || line[0] == UInt8(ascii: "#") { continue }
        let cut = line.firstIndex { $0 == 9 || $0 == 32 || $0 == UInt8(ascii: ",") } ?? line.count
        var day = undated
        if cut < line.count {
          let date = FilterListFile.trimmed(line.slice(cut + 1, line.count))
          guard let from = Day(String(decoding: date, as: UTF8.self)) else { return number }
          day = Int32(truncatingIfNeeded: from.number)
        }
        if !body(line.slice(0, cut), day) { return number }
        count += 1
      }
      return nil
    }
    if let failed {
      throw PodctlError(
        .listInvalid, "line \(failed) of \(name) is no \(what)", hint: hint, context: [.init("line", String(failed))])
    }
    return count
  }

  private static func trimmed(_ text: ByteSpan) -> ByteSpan {
    var text = text
    while let last = text.last, last == 13 || last == 32 || last == 9 { text = text.slice(0, text.count - 1) }
    while let first = text.first, first == 32 || first == 9 { text = text.slice(1, text.count) }
    return text
  }
}
