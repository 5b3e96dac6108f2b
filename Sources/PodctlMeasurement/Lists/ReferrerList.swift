import PodctlCore

/// A line of a list of bad referrers: a host with all below it, or the beginning of a URL with or without scheme.
struct ReferrerEntry: Sendable {
  /// The list's name.
  var source: String
  /// With scheme and host in lower case.
  var text: [UInt8]
  /// The first day to which it applies; `.min` for all days.
  var day: Int32
  /// Whether it is a host; else it is the beginning of a URL.
  var isHost: Bool
  /// Whether it says http or https.
  var hasScheme: Bool

  /// Nil for what is neither.
  init?(_ text: ByteSpan, day: Int32, source: String) {
    let parts = ReferrerText(Array(text))
    guard !parts.host.isEmpty, parts.host.contains(UInt8(ascii: ".")) else { return nil }
    self.text = Array(parts.text)
    hasScheme = parts.afterScheme > 0
    isHost = !hasScheme && parts.host.count == parts.text.count
    self.day = day
    self.source = source
  }
}

/// A referrer with scheme and host in lower case, and where they lie.
struct ReferrerText {
  var text: [UInt8]
  /// Where the host's part begins: behind `://`, or at the beginning.
  var afterScheme: Int
  var host: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    text = bytes
    afterScheme = 0
    let end: (UInt8) -> Bool = { [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
    if let colon = text.firstIndex(of: UInt8(ascii: ":")), text[colon...].starts(with: "://".utf8) {
      afterScheme = colon + 3
    }
    var last = text[afterScheme...].firstIndex(where: end) ?? text.count
    for index in 0..<last where (65...90).contains(text[index]) { text[index] |= 32 }
    let first = text[afterScheme..<last].lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? afterScheme
    if let port = text[first..<last].firstIndex(of: UInt8(ascii: ":")) { last = port }
    host = text[first..<last]
  }
}

/// All bad referrers, ready to be asked.
struct ReferrerList: Sendable {
  let entries: [ReferrerEntry]
  private let hosts: [ArraySlice<UInt8>: [Int]]
  private let prefixes: [Int]

  init(_ entries: [ReferrerEntry]) {
    self.entries = entries
    hosts = Dictionary(grouping: entries.indices.filter { entries[$0].isHost }) { entries[$0].text[...] }
    prefixes = entries.indices.filter { !entries[$0].isHost }
  }

  var isEmpty: Bool { entries.isEmpty }
  var isDated: Bool { entries.contains { $0.day != .min } }

  /// All entries that fit a decoded referrer, on whichever days, in the order of the list.
  func matches(_ referrer: [UInt8]) -> [Int] {
    let parts = ReferrerText(referrer)
    var found: [Int] = []
    var host = parts.host
    while !host.isEmpty {
      found += hosts[host] ?? []
      guard let dot = host.firstIndex(of: UInt8(ascii: ".")) else { break }
      host = host[(dot + 1)...]
    }
    for number in prefixes {
      let start = entries[number].hasScheme ? 0 : parts.afterScheme
      if parts.text[start...].starts(with: entries[number].text) { found.append(number) }
    }
    return found.sorted()
  }

  /// The first entry that fits on a day; nil when none does.
  func first(for referrer: [UInt8], on day: Int32) -> ReferrerEntry? {
    matches(referrer).first { entries[$0].day <= day }.map { entries[$0] }
  }
}
