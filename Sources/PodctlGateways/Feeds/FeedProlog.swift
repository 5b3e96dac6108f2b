import Foundation
import PodctlCore

/// Looks at what stands before a feed's root element, so that nothing dangerous reaches the XML parser: entity
/// definitions (the "billion laughs"), and encodings in which such definitions could hide.
enum FeedProlog {
  /// Encodings in which every ASCII character is its own byte; UTF-16 is told by its shape.
  private static let encodings: Set<String> = [
    "utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf-16le", "utf-16be", "windows-1250", "windows-1251",
    "windows-1252", "windows-1253", "windows-1254", "windows-1256", "windows-1257",
  ]

  /// The bytes to parse, without blank space in front, and the number of lines taken away; throws `feed_invalid` or
  /// `feed_refused`.
  static func checked(_ data: Data) throws(PodctlError) -> (data: Data, skippedLines: Int) {
    var bytes = data
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    let start = Array(bytes.prefix(4))
    let hasMark = start.starts(with: [0xFE, 0xFF]) || start.starts(with: [0xFF, 0xFE])
    let isWide = hasMark || start.starts(with: [0, 0x3C]) || start.starts(with: [0x3C, 0])
    guard start.count(where: { $0 == 0 }) < 2 || isWide && start.dropFirst(2).contains(where: { $0 != 0 }) else {
      throw unread("UTF-32")
    }
    var skippedLines = 0
    if !isWide {
      // Blank lines before the XML declaration are against the rules, common, and harmless.
      let blank = bytes.prefix { $0 == 10 || $0 == 13 || $0 == 32 || $0 == 9 }
      skippedLines = blank.count { $0 == 10 }
      bytes = bytes.dropFirst(blank.count)
    }
    let bigFirst = start.first == 0xFE || start.first == 0
    var scanner = PrologScanner(isWide ? narrowed(bytes.dropFirst(hasMark ? 2 : 0), bigFirst: bigFirst) : bytes)
    guard scanner.bytes.first == UInt8(ascii: "<") else {
      throw PodctlError(
        .feedInvalid, bytes.isEmpty ? "the feed is empty" : "this is not XML: it does not begin with \"<\"",
        hint: "name the RSS feed itself, not the show's page")
    }
    let prolog = try scanner.scan()
    if let encoding = prolog.encoding?.lowercased() {
      guard encodings.contains(encoding) || encoding.hasPrefix("iso-8859-") else {
        throw unread(encoding)
      }
    }
    if !isWide, ["utf-8", "utf8", "us-ascii", "ascii"].contains(prolog.encoding?.lowercased() ?? "utf-8") {
      try requireUTF8(bytes, skippedLines)
    }
    guard !prolog.definesEntities else {
      throw PodctlError(
        .feedRefused, "the feed defines entities of its own, which can make a small file unpack without end",
        hint: "ask the feed's host to serve it without <!ENTITY …> definitions")
    }
    return (Data(bytes), skippedLines)
  }

  /// The XML parser traps on names that are not UTF-8, so that none may reach it.
  private static func requireUTF8(_ bytes: Data, _ skippedLines: Int) throws(PodctlError) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
    let line = (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0) + 1 + skippedLines
    throw PodctlError(
      .feedInvalid, "the feed is not UTF-8 text at line \(line)",
      hint: "ask the feed's host to repair it or to declare its encoding; nothing was changed",
      context: [.init("line", "\(line)")])
  }

  private static func unread(_ encoding: String) -> PodctlError {
    PodctlError(
      .feedInvalid, "the feed's encoding \"\(encoding.prefix(40))\" is not read here",
      hint: "ask the feed's host to serve it as UTF-8")
  }

  /// UTF-16 as one byte a character, "?" for what is not ASCII: enough to see the markup. Only the beginning matters.
  private static func narrowed(_ bytes: Data, bigFirst: Bool) -> Data {
    let wide = Array(bytes)
    var narrow = Data(capacity: wide.count / 2)
    for index in stride(from: 0, to: wide.count - 1, by: 2) {
      let (high, low) = bigFirst ? (wide[index], wide[index + 1]) : (wide[index + 1], wide[index])
      narrow.append(high == 0 && low < 128 ? low : UInt8(ascii: "?"))
    }
    return narrow
  }
}
