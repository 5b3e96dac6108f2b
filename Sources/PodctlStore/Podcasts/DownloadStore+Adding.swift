import PodctlCore
import PodctlDigest

/// Groups on their way into the facts. What is stored in the end does not depend on the order of files and runs: lines
/// add up, the first request wins, and what two files cover is joined.
extension DownloadStore {
  /// Joins what two files cover of an episode; nil when together they make a download.
  public typealias Merge = (_ key: EpisodeDay, _ stored: [UInt8], _ added: [UInt8]) throws -> [UInt8]?

  private static let incoming = TemporaryTable(
    "incoming_groups",
    [
      ("day", .day), ("episode_id", .uuid), ("listener", .bytes), ("part", .integer), ("household", .bytes),
      ("at", .instant), ("lines", .integer), ("provenance", .text), ("app", .text), ("device", .text),
      ("country", .text), ("is_download", .boolean), ("state", .bytes),
    ])
  private static let downloadRows = TemporaryTable("incoming_downloads", Array(incoming.columns.prefix(11)))
  private static let coverageRows = TemporaryTable(
    "incoming_coverage",
    [
      ("day", .day), ("episode_id", .uuid), ("listener", .bytes), ("household", .bytes), ("at", .instant),
      ("lines", .integer), ("app", .text), ("device", .text), ("country", .text), ("state", .bytes),
    ])

  /// Adds groups of pairs that have nothing stored, sorted by their keys: they are written where they belong, and
  /// nothing is asked.
  public func append(_ groups: [CountedGroup]) throws {
    if groups.contains(where: \.isDownload) {
      try tx.append(Self.downloadRows, to: "downloads") { writer in
        for group in groups where group.isDownload {
          try Self.writeDownload(group, to: writer)
          try writer.endRow()
        }
      }
    }
    if groups.contains(where: { !$0.isDownload }) {
      try tx.append(Self.coverageRows, to: "coverage") { writer in
        for group in groups where !group.isDownload { try Self.writeCoverage(group, to: writer) }
      }
    }
  }

  /// Adds windows of listeners of whom nothing is stored on their days.
  func append(windows: [(group: CountedGroup, part: Int)], short: [CountedGroup]) throws {
    if !windows.isEmpty {
      try tx.append(Self.downloadRows, to: "downloads") { writer in
        for (group, part) in windows {
          try Self.writeDownload(group, part: part, to: writer)
          try writer.endRow()
        }
      }
    }
    guard !short.isEmpty else { return }
    try tx.append(Self.coverageRows, to: "coverage") { writer in
      for group in short { try Self.writeCoverage(group, to: writer) }
    }
  }

  /// Adds groups, sorted by their keys, to what is stored of their pairs.
  public func join(_ groups: [CountedGroup], merge: Merge) throws {
    var groups = groups
    try load(groups)
    if try takeCoverage(into: &groups, merge) { try load(groups) }
    try addToDownloads()
    try addToCoverage()
    try tx.run("DROP TABLE incoming_groups")
  }

  private func load(_ groups: [CountedGroup]) throws {
    try tx.load(Self.incoming) { writer in
      for group in groups {
        try Self.writeDownload(group, to: writer)
        try writer.boolean(group.isDownload)
        try group.state.withUnsafeBufferPointer { try writer.bytes($0) }
        try writer.endRow()
      }
    }
  }

  /// Folds the stored coverage of the groups' listeners into the groups and takes it away; false when there is none.
  private func takeCoverage(into groups: inout [CountedGroup], _ merge: Merge) throws -> Bool {
    let rows = try tx.rows(
      """
      SELECT c.day AS day, c.episode_id AS episode_id, c.listener AS listener, c.at AS at, c.lines AS lines,
        c.state AS state, c.app AS app, c.device AS device, c.country AS country
      FROM incoming_groups i
      JOIN coverage c ON c.tenant_id = \(tx.tenant) AND c.day = i.day AND c.episode_id = i.episode_id
        AND c.listener = i.listener
      WHERE i.part = 0
      """)
    for row in rows {
      let key = EpisodeDay(day: try row["day"], episode: try row["episode_id"])
      let index = Self.index(of: key, KeyedHash(try row["listener"]), in: groups)
      try Self.fold(row, into: &groups[index], merge)
    }
    guard !rows.isEmpty else { return false }
    try tx.run(
      """
      DELETE FROM coverage
      WHERE tenant_id = \(tx.tenant) AND (day, episode_id, listener) IN (
        SELECT i.day, i.episode_id, i.listener FROM incoming_groups i WHERE i.part = 0)
      """)
    return true
  }

  private static func fold(_ row: Row, into group: inout CountedGroup, _ merge: Merge) throws {
    let at: Instant = try row["at"]
    group.lines += try row["lines"] as Int64
    if at < group.at {
      group.at = at
      group.app = try row["app"]
      group.device = try row["device"]
    }
    // The first by the alphabet, as within a file.
    group.country = [group.country, try row["country"] as String?].compactMap { $0 }.min()
    guard !group.isDownload else { return }
    if let state = try merge(group.key, try row["state"], group.state) {
      group.state = state
    } else {
      group.isDownload = true
      group.state = []
    }
  }

  private static func index(of key: EpisodeDay, _ listener: KeyedHash, in groups: [CountedGroup]) -> Int {
    var low = 0
    var high = groups.count
    while low < high {
      let middle = (low + high) / 2
      if (groups[middle].key, groups[middle].listener) < (key, listener) { low = middle + 1 } else { high = middle }
    }
    // An imported group of the same listener may stand before our own.
    while groups[low].isImported { low += 1 }
    return low
  }

  /// Groups that are downloads, or add lines to one.
  private func addToDownloads() throws {
    try tx.run(
      """
      INSERT INTO downloads (tenant_id, day, episode_id, listener, part, household, at, lines, provenance, app, device,
        country)
      SELECT \(tx.tenant), i.day, i.episode_id, i.listener, i.part, i.household, i.at, i.lines, i.provenance, i.app,
        i.device, i.country
      FROM incoming_groups i
      WHERE i.is_download OR EXISTS (
        SELECT 1 FROM downloads d
        WHERE d.tenant_id = \(tx.tenant) AND d.day = i.day AND d.episode_id = i.episode_id AND d.listener = i.listener
          AND d.part = i.part)
      ON CONFLICT (tenant_id, day, episode_id, listener, part) DO UPDATE SET
        lines = downloads.lines + excluded.lines,
        app = CASE WHEN excluded.at < downloads.at THEN excluded.app ELSE downloads.app END,
        device = CASE WHEN excluded.at < downloads.at THEN excluded.device ELSE downloads.device END,
        country = CASE WHEN downloads.country IS NULL OR excluded.country < downloads.country
          THEN excluded.country ELSE downloads.country END,
        at = CASE WHEN excluded.at < downloads.at THEN excluded.at ELSE downloads.at END
      """)
  }

  /// Groups short of a download that no download of their listener takes up.
  private func addToCoverage() throws {
    try tx.run(
      """
      INSERT INTO coverage (tenant_id, day, episode_id, listener, household, at, lines, app, device, country, state)
      SELECT \(tx.tenant), i.day, i.episode_id, i.listener, i.household, i.at, i.lines, i.app, i.device, i.country,
        i.state
      FROM incoming_groups i
      WHERE NOT i.is_download AND NOT EXISTS (
        SELECT 1 FROM downloads d
        WHERE d.tenant_id = \(tx.tenant) AND d.day = i.day AND d.episode_id = i.episode_id AND d.listener = i.listener
          AND d.part = i.part)
      """)
  }

  private static func writeKey(_ group: CountedGroup, to writer: any BulkWriter) throws {
    try writer.day(group.key.day)
    try writer.uuid(high: group.key.episode.high, low: group.key.episode.low)
    try group.listener.withBytes { try writer.bytes($0) }
  }

  private static func writeDownload(_ group: CountedGroup, part: Int = 0, to writer: any BulkWriter) throws {
    try writeKey(group, to: writer)
    try writer.integer(group.part + Int64(part))
    try group.household.withBytes { try writer.bytes($0) }
    try writer.instant(group.at)
    try writer.integer(group.lines)
    try writer.text(group.provenance.rawValue)
    try writer.text(group.app)
    try writer.text(group.device)
    try writer.text(group.country)
  }

  private static func writeCoverage(_ group: CountedGroup, to writer: any BulkWriter) throws {
    try writeKey(group, to: writer)
    try group.household.withBytes { try writer.bytes($0) }
    try writer.instant(group.at)
    try writer.integer(group.lines)
    try writer.text(group.app)
    try writer.text(group.device)
    try writer.text(group.country)
    try group.state.withUnsafeBufferPointer { try writer.bytes($0) }
    try writer.endRow()
  }
}
