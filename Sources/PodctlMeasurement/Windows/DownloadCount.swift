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
  /// Words of caution, such as an empty log.
  public let warnings: [String]
  let table: any SurvivorTable
  let kept: AgentArena?
  let volume: VolumeLimit?

  convenience init(
    _ counter: DownloadCounter, _ sources: [LogSource], _ findings: [TaskFinding], _ table: CountTable
  ) throws(PodctlError) {
    var warnings: [String] = []
    var filtered = LineLedger()
    for (source, finding) in zip(sources, findings) {
      warnings += try finding.check(source, redirects: counter.rules.profile == .prefix)
      filtered.add(finding.ledger)
    }
    let logs = zip(sources, findings).map { LogSummary($0, $1) }
    self.init(counter, logs, filtered: filtered, table, warnings: warnings)
  }

  /// Makes a count of the lines that the filters dropped, by reason, and of those that they did not.
  init(
    _ counter: DownloadCounter, _ logs: [LogSummary], filtered: LineLedger, _ table: CountTable, warnings: [String]
  ) {
    catalogue = counter.catalogue
    lists = counter.lists
    rules = counter.rules
    zone = counter.zone
    self.logs = logs
    self.table = table.survivors
    kept = table.kept
    let volume = counter.rules.volumeLimit.map {
      VolumeLimit($0, of: table.survivors, sparing: counter.lists.networks.safe)
    }
    var ledger = filtered
    table.survivors.forEachWindow { window in
      ledger.add(window, isAboveVolume: window.isReached && volume?.excludes(window) ?? false)
    }
    self.volume = volume
    self.ledger = ledger
    self.warnings = warnings + [volume.flatMap { $0.warning(lines: ledger[.volume]) }].compactMap { $0 }
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
