/// What a feed says of one episode, before it is compared with what is stored; nil is unknown, and an unknown never
/// takes the place of something known.
public struct EpisodeDraft: Sendable, Hashable {
  /// A file of the episode.
  public struct File: Sendable, Hashable {
    /// Percent-decoded, without query, beginning with "/".
    public var path: String
    /// The file's size in bytes.
    public var bytes: Int64?
    public var mediaType: String?
    /// The host that serves it, in lower case.
    public var host: String?

    public init(path: String, bytes: Int64?, mediaType: String?, host: String? = nil) {
      self.path = path
      self.bytes = bytes
      self.mediaType = mediaType
      self.host = host
    }
  }

  public var guid: String
  public var title: String
  public var publishedAt: Instant?
  /// Seconds of audio.
  public var durationSeconds: Int64?
  /// Kilobits a second.
  public var kbps: Int64?
  /// Bytes before the audio (ID3).
  public var headerBytes: Int64?
  /// The enclosure first, then alternative ones; never empty, no path twice.
  public var files: [File]

  public init(
    guid: String, title: String, publishedAt: Instant? = nil, durationSeconds: Int64? = nil, kbps: Int64? = nil,
    headerBytes: Int64? = nil, files: [File]
  ) {
    self.guid = guid
    self.title = title
    self.publishedAt = publishedAt
    self.durationSeconds = durationSeconds
    self.kbps = kbps
    self.headerBytes = headerBytes
    self.files = files
  }
}
