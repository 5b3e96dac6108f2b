import PodctlCore

/// A podcast's feed as it was read.
public struct Feed: Sendable, Equatable {
  public var title: String
  public var author: String?
  public var link: String?
  public var language: String?
  public var episodes: [EpisodeDraft]
  /// The place of each episode among the feed's items, from 1.
  public var positions: [Int]
  /// Items that are no usable episode.
  public var rejects: [FeedRemark]
  /// Items that were taken although something about them was missing or unreadable.
  public var notes: [FeedRemark]

  public init(
    title: String, author: String? = nil, link: String? = nil, language: String? = nil, episodes: [EpisodeDraft] = [],
    positions: [Int] = [], rejects: [FeedRemark] = [], notes: [FeedRemark] = []
  ) {
    self.title = title
    self.author = author
    self.link = link
    self.language = language
    self.episodes = episodes
    self.positions = positions
    self.rejects = rejects
    self.notes = notes
  }
}

/// Something to say about one item of a feed.
public struct FeedRemark: Sendable, Equatable {
  /// The item's place among the items, from 1.
  public var position: Int
  /// The line of the feed on which the item begins, from 1; 0 when unknown.
  public var line: Int
  public var guid: String?
  public var title: String?
  public var reason: String

  public init(position: Int, line: Int, guid: String?, title: String?, reason: String) {
    self.position = position
    self.line = line
    self.guid = guid
    self.title = title
    self.reason = reason
  }
}
