/// A channel's own texts.
struct FeedChannel {
  private(set) var words: [FeedDocument.Name: String] = [:]

  /// The first of several elements of one name stands.
  mutating func keep(_ text: String, as name: FeedDocument.Name) { words[name] = words[name] ?? text }
}

/// One item of a feed as it stands there, nothing judged yet.
struct FeedItem {
  struct Enclosure {
    var url: String?
    var length: String?
    var type: String?
  }

  let position: Int
  let line: Int
  private(set) var words: [FeedDocument.Name: String] = [:]
  var enclosure: Enclosure?
  var alternatives: [Enclosure] = []
  /// The sources of the alternative enclosures, each with its enclosure's length and type.
  var sources: [Enclosure] = []

  var title: String? { words[.rss("title")] ?? words[.itunes("title")] }
  var guid: String? { words[.rss("guid")] }

  init(position: Int, line: Int) {
    self.position = position
    self.line = line
  }

  /// The first of several elements of one name stands.
  mutating func keep(_ text: String, as name: FeedDocument.Name) { words[name] = words[name] ?? text }
}
