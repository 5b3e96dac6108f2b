import PodctlCore
import PodctlDigest

/// One listener of one episode.
public struct EpisodeListener: Sendable, Hashable, Comparable {
  public var episode: Identifier<Episode>
  public var listener: KeyedHash

  public init(episode: Identifier<Episode>, listener: KeyedHash) {
    self.episode = episode
    self.listener = listener
  }

  public static func < (left: EpisodeListener, right: EpisodeListener) -> Bool {
    (left.episode, left.listener) < (right.episode, right.listener)
  }
}

/// What new lines make of some listeners' rolling windows.
public struct RollingChange: Sendable {
  /// Days of requests, each with its packed state: those that the lines fell on.
  public var requests: [CountedGroup] = []
  /// Days on which the listeners' windows may have begun before: what stands there goes.
  public var replaced: [(day: Day, key: EpisodeListener)] = []
  /// Windows that are downloads; `part` tells those of one listener, episode and day apart.
  public var downloads: [(group: CountedGroup, part: Int)] = []
  /// Windows that are none, those of one listener, episode and day as one.
  public var short: [CountedGroup] = []

  public init() {}
}

/// The requests from which rolling windows are cut, and what they were cut to. The requests are what is kept; downloads
/// and coverage (here without a state) follow from them.
public struct RollingStore {
  let tx: TenantTransaction

  public init(_ tx: TenantTransaction) { self.tx = tx }

  private static let keys = TemporaryTable("asked_listeners", [("episode_id", .uuid), ("listener", .bytes)])
  private static let places = TemporaryTable(
    "replaced_windows", [("day", .day), ("episode_id", .uuid), ("listener", .bytes)])
  private static let rows = TemporaryTable(
    "incoming_requests",
    [
      ("day", .day), ("episode_id", .uuid), ("listener", .bytes), ("household", .bytes), ("lines", .integer),
      ("state", .bytes), ("app", .text), ("device", .text), ("country", .text),
    ])

  /// Everything that is stored of these listeners' requests, each row a day's, in no particular order.
  public func requests(of listeners: some Sequence<EpisodeListener>) throws -> [CountedGroup] {
    guard try tx.first("SELECT 1 AS found FROM rolling_requests WHERE tenant_id = \(tx.tenant) LIMIT 1") != nil else {
      return []
    }
    try tx.load(Self.keys) { writer in
      for key in listeners {
        try writer.uuid(key.episode)
        try key.listener.withBytes { try writer.bytes($0) }
        try writer.endRow()
      }
    }
    let rows = try tx.rows(
      """
      SELECT r.day AS day, r.episode_id AS episode_id, r.listener AS listener, r.household AS household,
        r.lines AS lines, r.state AS state, r.app AS app, r.device AS device, r.country AS country
      FROM asked_listeners k
      JOIN rolling_requests r ON r.tenant_id = \(tx.tenant) AND r.episode_id = k.episode_id AND r.listener = k.listener
      """)
    try tx.run("DROP TABLE asked_listeners")
    return try rows.map { row in
      CountedGroup(
        day: try row["day"], episode: try row["episode_id"], listener: KeyedHash(try row["listener"]),
        household: KeyedHash(try row["household"]), at: Instant(microseconds: 0), lines: try row["lines"],
        isDownload: false, state: try row["state"], app: try row["app"], device: try row["device"],
        country: try row["country"])
    }
  }

  /// Puts requests and windows in the place of those that were there.
  public func apply(_ change: RollingChange) throws {
    if !change.replaced.isEmpty { try clear(change.replaced) }
    try tx.load(Self.rows) { writer in for group in change.requests { try Self.write(group, to: writer) } }
    try tx.run(
      """
      INSERT INTO rolling_requests (tenant_id, day, episode_id, listener, household, lines, state, app, device, country)
      SELECT \(tx.tenant), i.day, i.episode_id, i.listener, i.household, i.lines, i.state, i.app, i.device, i.country
      FROM incoming_requests i
      WHERE true
      ON CONFLICT (tenant_id, day, episode_id, listener) DO UPDATE SET
        lines = excluded.lines, state = excluded.state, app = excluded.app, device = excluded.device,
        country = excluded.country
      """)
    try tx.run("DROP TABLE incoming_requests")
    try DownloadStore(tx).append(windows: change.downloads, short: change.short)
  }

  private func clear(_ replaced: [(day: Day, key: EpisodeListener)]) throws {
    try tx.load(Self.places) { writer in
      for (day, key) in replaced {
        try writer.day(day)
        try writer.uuid(key.episode)
        try key.listener.withBytes { try writer.bytes($0) }
        try writer.endRow()
      }
    }
    try tx.run(
      """
      DELETE FROM downloads
      WHERE tenant_id = \(tx.tenant) AND (day, episode_id, listener) IN (
        SELECT r.day, r.episode_id, r.listener FROM replaced_windows r)
      """)
    try tx.run(
      """
      DELETE FROM coverage
      WHERE tenant_id = \(tx.tenant) AND (day, episode_id, listener) IN (
        SELECT r.day, r.episode_id, r.listener FROM replaced_windows r)
      """)
    try tx.run("DROP TABLE replaced_windows")
  }

  private static func write(_ group: CountedGroup, to writer: any BulkWriter) throws {
    try writer.day(group.key.day)
    try writer.uuid(group.key.episode)
    try group.listener.withBytes { try writer.bytes($0) }
    try group.household.withBytes { try writer.bytes($0) }
    try writer.integer(group.lines)
    try group.state.withUnsafeBufferPointer { try writer.bytes($0) }
    try writer.text(group.app)
    try writer.text(group.device)
    try writer.text(group.country)
    try writer.endRow()
  }
}
