/// A path under which an episode is served, with what its threshold is made of.
public struct MeasuredPath: Sendable, Equatable {
  /// As given; it is compared without query and percent-decoded.
  public var path: String
  /// The number of the episode in its catalogue.
  public var episode: Int
  /// Size in bytes; nil when unknown.
  public var bytes: Int64?
  /// Duration in seconds; nil when unknown.
  public var seconds: Int64?
  /// Kilobits a second; nil when unknown.
  public var kbps: Int64?
  /// Bytes before the audio; 0 when unknown.
  public var headerBytes: Int64
  /// The host that serves it, in lower case; nil when unknown. Only a log that several share asks for it.
  public var host: String?

  public init(
    path: String, episode: Int, bytes: Int64?, seconds: Int64? = nil, kbps: Int64? = nil, headerBytes: Int64 = 0,
    host: String? = nil
  ) {
    self.path = path
    self.episode = episode
    self.bytes = bytes
    self.seconds = seconds
    self.kbps = kbps
    self.headerBytes = headerBytes
    self.host = host
  }
}
