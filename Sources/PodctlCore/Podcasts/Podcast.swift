/// A show of a tenant.
public struct Podcast: Sendable, Hashable {
  public var id: Identifier<Podcast>
  public var slug: Slug
  public var title: String
  public var author: String?
  public var link: String?
  public var language: String?
  /// Where its feed is read: an http(s) URL or an absolute file path; nil when its episodes were given otherwise.
  public var feedURL: String?
  public var feedETag: String?
  public var feedModified: String?
  public var syncedAt: Instant?
  public var createdAt: Instant
  public var updatedAt: Instant

  public init(
    id: Identifier<Podcast>, slug: Slug, title: String, author: String?, link: String?, language: String?,
    feedURL: String?, feedETag: String?, feedModified: String?, syncedAt: Instant?, createdAt: Instant,
    updatedAt: Instant
  ) {
    self.id = id
    self.slug = slug
    self.title = title
    self.author = author
    self.link = link
    self.language = language
    self.feedURL = feedURL
    self.feedETag = feedETag
    self.feedModified = feedModified
    self.syncedAt = syncedAt
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

/// One episode, known by its feed's GUID within its podcast.
public struct Episode: Sendable, Hashable {
  public var id: Identifier<Episode>
  public var podcast: Identifier<Podcast>
  public var guid: String
  public var title: String
  public var publishedAt: Instant?
  /// Seconds of audio; nil when unknown.
  public var durationSeconds: Int64?
  /// Kilobits a second; nil when unknown.
  public var kbps: Int64?
  /// Bytes before the audio (ID3); 0 when unknown.
  public var headerBytes: Int64
  public var createdAt: Instant
  public var updatedAt: Instant

  public init(
    id: Identifier<Episode>, podcast: Identifier<Podcast>, guid: String, title: String, publishedAt: Instant?,
    durationSeconds: Int64?, kbps: Int64?, headerBytes: Int64, createdAt: Instant, updatedAt: Instant
  ) {
    self.id = id
    self.podcast = podcast
    self.guid = guid
    self.title = title
    self.publishedAt = publishedAt
    self.durationSeconds = durationSeconds
    self.kbps = kbps
    self.headerBytes = headerBytes
    self.createdAt = createdAt
    self.updatedAt = updatedAt
  }
}

/// A path under which an episode's file is or was served, compared without query and percent-decoded.
public struct EpisodePath: Sendable, Hashable {
  public var path: String
  public var episode: Identifier<Episode>
  /// The file's size in bytes; nil when unknown.
  public var bytes: Int64?
  public var mediaType: String?
  /// The host that serves it, in lower case; nil when unknown.
  public var host: String?
  /// False for a path that the feed no longer names; logs of its time still count.
  public var isCurrent: Bool
  public var firstSeenAt: Instant

  public init(
    path: String, episode: Identifier<Episode>, bytes: Int64?, mediaType: String?, host: String? = nil,
    isCurrent: Bool, firstSeenAt: Instant
  ) {
    self.path = path
    self.episode = episode
    self.bytes = bytes
    self.mediaType = mediaType
    self.host = host
    self.isCurrent = isCurrent
    self.firstSeenAt = firstSeenAt
  }
}
