import Foundation
@preconcurrency import FoundationXML
import PodctlCore

/// Reads RSS 2.0 with the iTunes and Podcasting 2.0 namespaces.
public enum FeedReader {
  /// The most bytes of feed that are read.
  public static let maximumBytes = 64 << 20

  /// Reads a whole feed. An item that is no usable episode is among the rejects, and the others are kept; throws
  /// `feed_too_large`, `feed_refused` or `feed_invalid` (with line and column where it is not well-formed).
  public static func read(_ bytes: [UInt8]) throws(PodctlError) -> Feed {
    guard bytes.count <= maximumBytes else { throw tooLarge }
    let (data, skippedLines) = try FeedProlog.checked(Data(bytes))
    // Given all at once, a feed of more than 10,000,000 bytes goes beyond a limit of the library below.
    let parser = XMLParser(stream: InputStream(data: FeedPieces.cut(data)))
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    let document = FeedDocument(skippedLines: skippedLines)
    parser.delegate = document
    let isWhole = parser.parse()
    if let problem = document.problem { throw problem }
    guard isWhole, document.isClosed else {
      let place = document.firstError ?? (parser.lineNumber, parser.columnNumber)
      throw document.isBeyondLimit && data.count > longestPiece
        ? beyondLimit(place, skippedLines) : malformed(place, skippedLines)
    }
    guard document.sawChannel else {
      throw PodctlError(.feedInvalid, "the feed has no <channel>", hint: "podctl reads RSS 2.0")
    }
    var assembly = FeedAssembly(document.channel)
    for item in document.items { assembly.add(item) }
    return assembly.feed
  }

  /// The most bytes that the XML library reads as one.
  private static let longestPiece = 10_000_000

  static let tooLarge = PodctlError(
    .feedTooLarge, "the feed is larger than 64 MiB", hint: "ask its host for a feed with fewer or shorter items")

  /// What is left of the library's limits: a tag with its attributes is read in one piece.
  private static func beyondLimit(_ place: (line: Int, column: Int), _ skippedLines: Int) -> PodctlError {
    let line = place.line + skippedLines
    return PodctlError(
      .feedTooLarge, "the feed has a tag of more than 10 MB at line \(line), column \(place.column)",
      hint: "ask its host for a feed without it; nothing was changed",
      context: [.init("line", "\(line)"), .init("column", "\(place.column)")])
  }

  private static func malformed(_ place: (line: Int, column: Int), _ skippedLines: Int) -> PodctlError {
    let line = place.line + skippedLines
    return PodctlError(
      .feedInvalid, "the feed is not well-formed XML at line \(line), column \(place.column)",
      hint: "ask the feed's host to repair it; nothing was changed",
      context: [.init("line", "\(line)"), .init("column", "\(place.column)")])
  }
}
