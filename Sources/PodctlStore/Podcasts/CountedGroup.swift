import PodctlCore
import PodctlDigest

/// One episode on one day of the counting zone: what figures are figures of.
public struct EpisodeDay: Sendable, Hashable, Comparable {
  public var day: Day
  public var episode: Identifier<Episode>

  public init(day: Day, episode: Identifier<Episode>) {
    self.day = day
    self.episode = episode
  }

  public static func < (left: EpisodeDay, right: EpisodeDay) -> Bool {
    (left.day, left.episode) < (right.day, right.episode)
  }
}

/// One listener's requests of one episode on one day, as a file's counting found them.
public struct CountedGroup: Sendable, Equatable {
  public var key: EpisodeDay
  /// HMAC-SHA-256 of address and agent under the tenant's secret.
  public var listener: KeyedHash
  /// HMAC-SHA-256 of the address under the tenant's secret.
  public var household: KeyedHash
  /// The first unfiltered request.
  public var at: Instant
  public var lines: Int64
  public var isDownload: Bool
  /// Somebody else has counted it.
  public var isImported = false
  /// A limit of volume does not ask how many downloads its address has.
  public var isSpared = false
  /// What is covered so far, packed by the counting engine; empty for a download, which needs it no more. For a tenant
  /// with rolling windows the packed requests, for downloads too.
  public var state: [UInt8]
  /// The player's name in the agent lists; nil when they do not know it.
  public var app: String?
  public var device: String?
  /// Two letters, where the log has them.
  public var country: String?

  public init(
    day: Day, episode: Identifier<Episode>, listener: KeyedHash, household: KeyedHash, at: Instant, lines: Int64,
    isDownload: Bool, isImported: Bool = false, state: [UInt8], app: String?, device: String? = nil,
    country: String? = nil
  ) {
    key = EpisodeDay(day: day, episode: episode)
    self.listener = listener
    self.household = household
    self.at = at
    self.lines = lines
    self.isDownload = isDownload
    self.isImported = isImported
    self.state = state
    self.app = app
    self.device = device
    self.country = country
  }

  /// What the row is found by: the order of the tables' keys.
  public static func isBefore(_ left: CountedGroup, _ right: CountedGroup) -> Bool {
    (left.key, left.listener) < (right.key, right.listener)
  }
}

extension CountedGroup {
  /// Downloads that others counted lie beside our own under a part of their own, and never take their place.
  static let importedPart: Int64 = 1000

  var part: Int64 { isImported ? CountedGroup.importedPart : 0 }
  var provenance: Provenance { isImported ? .imported : .counted }
}
