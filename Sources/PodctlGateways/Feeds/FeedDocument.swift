import Foundation
@preconcurrency import FoundationXML
import PodctlCore

/// Follows the parser through a feed and keeps the text of the few elements that matter.
final class FeedDocument: NSObject, XMLParserDelegate {
  /// An element by its vocabulary, whatever prefix the feed gave it.
  enum Name: Hashable {
    case rss(String)
    case itunes(String)
    case podcast(String)
    case other
  }

  private(set) var channel = FeedChannel()
  private(set) var items: [FeedItem] = []
  private(set) var sawChannel = false
  private(set) var problem: PodctlError?
  /// Whether the root element was closed: the parser takes a text that merely ends for a whole one.
  private(set) var isClosed = false
  /// Where the parser first stumbled; afterwards it walks on to the end.
  private(set) var firstError: (line: Int, column: Int)?
  /// Whether what it stumbled over first is a limit of the parser's, and not the feed's fault.
  private(set) var isBeyondLimit = false
  private let skippedLines: Int
  private var path: [Name] = []
  private var item: FeedItem?
  /// Bytes of the element being read, where its text matters: a SAX parser hands text on in pieces.
  private var text: String?
  /// How deep that element lies; markup inside it ends nothing.
  private var textDepth = 0

  init(skippedLines: Int) { self.skippedLines = skippedLines }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    let name = FeedDocument.name(element, namespaceURI, qualifiedName)
    if path.isEmpty, name != .rss("rss") {
      problem = FeedDocument.wrongRoot(element)
      parser.abortParsing()
      return
    }
    path.append(name)
    if path == [.rss("rss"), .rss("channel")] { sawChannel = true }
    guard path.count >= 3, path[1] == .rss("channel") else { return }
    if path.count == 3, name == .rss("item") {
      item = FeedItem(position: items.count + 1, line: parser.lineNumber + skippedLines)
    } else if item != nil {
      startInItem(name, attributes)
    } else if path.count == 3, FeedDocument.ofChannel.contains(name) {
      beginText()
    }
  }

  private func startInItem(_ name: Name, _ attributes: [String: String]) {
    if path.count == 4, FeedDocument.ofItem.contains(name) {
      beginText()
    } else if path.count == 4, name == .rss("enclosure"), item?.enclosure == nil {
      item?.enclosure = .init(url: attributes["url"], length: attributes["length"], type: attributes["type"])
    } else if path.count == 4, name == .podcast("alternateEnclosure") {
      item?.alternatives.append(.init(url: nil, length: attributes["length"], type: attributes["type"]))
    } else if path.count == 5, path[3] == .podcast("alternateEnclosure"), name == .podcast("source"),
      let alternative = item?.alternatives.last
    {
      item?.sources.append(.init(url: attributes["uri"], length: alternative.length, type: alternative.type))
    }
  }

  private func beginText() {
    text = ""
    textDepth = path.count
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) { text?.append(characters) }

  func parser(_ parser: XMLParser, foundCDATA block: Data) { text?.append(String(decoding: block, as: UTF8.self)) }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let name = path.popLast() else { return }
    isClosed = path.isEmpty
    if path.count == 2, name == .rss("item"), let item {
      items.append(item)
      self.item = nil
    } else if path.count + 1 == textDepth, let found = text?.trimmingCharacters(in: .whitespacesAndNewlines) {
      text = nil
      if found.isEmpty { return }
      if item == nil {
        channel.keep(found, as: name)
      } else {
        item?.keep(found, as: name)
      }
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    guard firstError == nil else { return }
    firstError = (parser.lineNumber, parser.columnNumber)
    isBeyondLimit = (error as NSError).code == FeedDocument.limitCode
  }

  /// Entity definitions were looked for before; should one come through all the same, reading ends here.
  func parser(_ parser: XMLParser, foundInternalEntityDeclarationWithName name: String, value: String?) {
    problem = PodctlError(.feedRefused, "the feed defines entities of its own")
    parser.abortParsing()
  }

  /// libxml2's code for what it calls an internal error and gives for a piece that it finds too long. Foundation's own names
  /// for these codes are others here.
  private static let limitCode = 1

  private static let ofChannel: Set<Name> = [
    .rss("title"), .rss("link"), .rss("language"), .itunes("author"), .itunes("title"),
  ]
  private static let ofItem: Set<Name> = [
    .rss("title"), .rss("guid"), .rss("pubDate"), .itunes("duration"), .itunes("title"),
  ]

  private static func name(_ element: String, _ space: String?, _ qualified: String?) -> Name {
    let local = String(element.split(separator: ":").last ?? "")
    switch space?.lowercased() {
    case nil, "":
      // A prefix that the feed forgot to declare still says what is meant.
      let prefix = (qualified ?? element).split(separator: ":").dropLast().first
      return prefix == nil
        ? .rss(local) : prefix == "itunes" ? .itunes(local) : prefix == "podcast" ? .podcast(local) : .other
    case "http://www.itunes.com/dtds/podcast-1.0.dtd", "https://www.itunes.com/dtds/podcast-1.0.dtd":
      return .itunes(local)
    case "https://podcastindex.org/namespace/1.0", "http://podcastindex.org/namespace/1.0",
      "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md":
      return .podcast(local)
    default: return .other
    }
  }

  private static func wrongRoot(_ element: String) -> PodctlError {
    let what =
      switch element.lowercased() {
      case "html": "a web page"
      case "feed": "an Atom feed"
      case "opml": "a list of feeds (OPML)"
      case "rdf", "rdf:rdf": "an RSS 1.0 feed"
      default: "a document <\(element.prefix(40))>"
      }
    return PodctlError(.feedInvalid, "this is \(what), not RSS 2.0", hint: "name the show's RSS feed")
  }
}
