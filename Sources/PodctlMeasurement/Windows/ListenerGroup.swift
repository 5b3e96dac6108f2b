import PodctlCore

/// One listener's requests of one episode on one day, with what keyed hashes are made of. Only good within the call
/// that it is given to; it is never stored.
public struct ListenerGroup: Sendable {
  /// The episode's number in the catalogue.
  public var episode: Int
  /// The day of the requests in the counting zone.
  public var day: Day
  /// The address as counted, in text, or the id that the log gives in its place: what the household's hash is made of.
  public var address: [UInt8]
  /// The agent as its listener sent it.
  public var agent: [UInt8]
  /// The id that the log gives in the place of address and agent.
  public var ownID: [UInt8]?
  /// The name of the lists' entry that fits the agent; nil when they do not know it.
  public var app: String?
  /// The name of the device that the agent tells of; nil without a list of devices, or when that does not know it.
  public var device: String?
  /// The alphabetically first of the two-letter countries that the requests were logged with, in capitals; so any order
  /// of files has the same.
  public var country: String?
  /// The first request that passed the filters.
  public var first: Instant
  public var lines: Int64
  /// Whether it is a download. With a rolling window it is always false, unless imported: windows lie across days, and
  /// are cut when the days of a listener are together.
  public var isReached: Bool
  /// One of the rows has been counted by somebody else, which makes the group a download without a threshold.
  public var isImported: Bool
  /// The address is on the safe list that day, so that no limit of volume holds for it.
  public var isSafe = false
  /// With calendar windows what is covered so far, as `Coverage.state` packs it, empty once the threshold is reached;
  /// with rolling windows this day's requests, as `RollingRequests.state` packs them.
  public var state: [UInt8]

  /// A group whose listener is still to be filled in.
  init(episode: Int, day: Day, first: Instant, lines: Int64, isReached: Bool, state: [UInt8]) {
    self.episode = episode
    self.day = day
    self.first = first
    self.lines = lines
    self.isReached = isReached
    self.state = state
    address = []
    agent = []
    isImported = false
  }

  /// What the listener's hash is made of: address, a zero, agent; or the listener's own id.
  public var listenerMessage: [UInt8] { ownID ?? address + [0] + agent }
}
