import PodctlCore

/// What a count found.
public final class DownloadCount: Sendable {
  /// Downloads of one episode on one day.
  public struct Row: Sendable, Equatable {
    public var episode: String
    public var day: Day
    public var downloads: Int64
  }

  /// What is known of one log as a whole.
  public struct LogSummary: Sendable, Equatable {
    public var name: String
    /// The format's name, such as `cloudfront`; nil for a log without lines.
    public var format: String?
    public var lines: Int64
    /// Earliest and latest readable line.
    public var first: Instant?
    public var last: Instant?
  }

  public let catalogue: EpisodeCatalogue
  public let lists: FilterLists
  /// What was counted by; profile odl has its own window and no limit.
  public let rules: CountingRules
  public let zone: Zone
  public let logs: [LogSummary]
  /// Every line's reason.
  public let ledger: LineLedger
  /// The reasons of the lines of each owner's paths; empty where the catalogue names no owners.
  public let ledgers: [LineLedger]
  /// Words of caution, such as an empty log.
  public let warnings: [String]
  let table: any SurvivorTable
  let kept: AgentArena?
  let volume: VolumeLimit?

  init(
    _ counter: DownloadCounter, _ sources: [LogSource], _ findings: [TaskFinding], _ table: any SurvivorTable,
    _ kept: AgentArena?
  ) throws(PodctlError) {
    catalogue = counter.catalogue
    lists = counter.lists
    rules = counter.rules
    zone = counter.zone
    self.table = table
    self.kept = kept
    var warnings: [String] = []
    var ledger = LineLedger()
    var all = TaskFinding()
    var logs: [LogSummary] = []
    for (source, finding) in zip(sources, findings) {
      try DownloadCount.check(source, finding, counter.rules, &warnings)
      ledger.add(finding.ledger)
      all.add(finding)
      let hasTimes = finding.first <= finding.last
      logs.append(
        LogSummary(
          name: source.name, format: finding.format, lines: finding.lines,
          first: hasTimes ? Instant(seconds: finding.first) : nil,
          last: hasTimes ? Instant(seconds: finding.last) : nil))
    }
    let volume = counter.rules.volumeLimit.map {
      VolumeLimit($0, of: table, sparing: counter.lists.networks.safe)
    }
    var ledgers = all.owned
    let owners = counter.catalogue.owners
    table.forEachWindow { window in
      let isAbove = window.isReached && volume?.excludes(window) ?? false
      ledger.add(window, isAboveVolume: isAbove)
      if !owners.isEmpty { ledgers[owners[window.episode]].add(window, isAboveVolume: isAbove) }
    }
    self.volume = volume
    self.ledgers = ledgers
    self.logs = logs
    self.ledger = ledger
    self.warnings = warnings
  }

  private static func check(
    _ source: LogSource, _ finding: TaskFinding, _ rules: CountingRules, _ warnings: inout [String]
  ) throws(PodctlError) {
    if finding.lines == 0 {
      // A log of comments alone says truly that there was no request; one of blank lines says nothing.
      if !finding.isEmpty, finding.format == nil { throw unreadable(source.name) }
      warnings.append(finding.isEmpty ? "\(source.name) is empty" : "\(source.name) has no lines")
    } else if finding.ledger[.malformed] == finding.lines {
      throw unreadable(source.name)
    }
    if finding.format == LogSchema.op3Hits.name, rules.profile != .prefix {
      warnings.append(
        "\(source.name) is a log of redirects, which knows nothing of the bytes that follow: count it with --profile prefix"
      )
    }
    let readable = finding.lines - finding.ledger[.malformed]
    if finding.anonymised > 0, finding.anonymised * 2 >= readable {
      warnings.append(
        "\(source.name) has anonymised addresses (\(finding.anonymised) of \(readable) lines): listeners behind one of "
          + "them are taken for one, so downloads are too few; switch anonymisation off where the log is made")
    }
  }

  private static func unreadable(_ name: String) -> PodctlError {
    PodctlError(
      .logUnreadable, "\(name) has no line that can be read",
      hint: "name its format with --log-format, or say with --format-map which column holds what",
      context: [.init("file", name)])
  }

  /// Downloads by episode and day, sorted by both; only days that have any.
  public var rows: [Row] {
    var counts: [Int64: Int64] = [:]
    table.forEachWindow { window in
      guard window.isReached, !(volume?.excludes(window) ?? false) else { return }
      counts[Int64(window.episode) << 32 | Int64(UInt32(bitPattern: window.day)), default: 0] += 1
    }
    let rows = counts.map { key, downloads in
      Row(
        episode: catalogue.episodes[Int(key >> 32)],
        day: Day(number: Int(Int32(bitPattern: UInt32(truncatingIfNeeded: key)))), downloads: downloads)
    }
    return rows.sorted {
      $0.episode == $1.episode ? $0.day < $1.day : $0.episode.utf8.lexicographicallyPrecedes($1.episode.utf8)
    }
  }
}

extension LineLedger {
  fileprivate mutating func add(_ window: SettledWindow, isAboveVolume: Bool) {
    if !window.isReached {
      self[.threshold] += window.lines
    } else if isAboveVolume {
      self[.volume] += window.lines
    } else {
      self[.counted] += 1
      self[.duplicate] += window.lines - 1
    }
  }
}
