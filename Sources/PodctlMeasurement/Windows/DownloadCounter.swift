import PodctlCore

/// Counts downloads in logs (PTMG 2.3 and the other profiles; docs/measurement.md says how).
public struct DownloadCounter: Sendable {
  public let catalogue: EpisodeCatalogue
  public let lists: FilterLists
  public let rules: CountingRules
  /// The zone that cuts the days.
  public let zone: Zone
  /// Threads that read and count.
  public let threads: Int
  /// Whether listeners' addresses and agents are kept in memory, so that keys can be made of them.
  public let keepsListeners: Bool
  /// How logs are read.
  public var formats = FormatChoice.detected
  /// Logs that are read otherwise.
  public var formatsOfSome: [LogSource: FormatChoice] = [:]
  /// Rules that are not asked, to see what they do.
  var ignored: Set<LineReason> = []
  /// A plain file is read in ranges of this many bytes.
  var rangeSize = 1 << 24

  public init(
    _ catalogue: EpisodeCatalogue, lists: FilterLists, rules: CountingRules = .standard, zone: Zone = .utc,
    threads: Int, keepsListeners: Bool = false
  ) {
    // Only iab-2.3 asks for bytes.
    self.catalogue = rules.profile == .iab ? catalogue : catalogue.withoutThresholds()
    self.lists = lists
    // oDL counts days of UTC, by listener, and knows no limit.
    self.rules = rules.profile == .odl ? CountingRules(.odl) : rules
    self.zone = rules.profile == .odl ? .utc : zone
    self.threads = max(1, threads)
    self.keepsListeners = keepsListeners
  }

  /// Reads all logs and counts; what comes out does not depend on their order, nor on threads. Throws
  /// `file_not_found`, `file_unreadable`, `gzip_damaged` or `log_unreadable`, then for the first such log.
  public func count(_ sources: [LogSource]) throws(PodctlError) -> DownloadCount {
    let read = try reading.read(sources) {
      CountTable(self, kept: keepsListeners ? AgentArena() : nil)
    } taker: { table in
      CountingTaker(self, table)
    }
    read.found.survivors.settle(threads: threads)
    return try DownloadCount(self, sources, read.findings, read.found)
  }

  /// How logs are read for the count.
  var reading: LogReading {
    LogReading(formats: formats, formatsOfSome: formatsOfSome, threads: threads, rangeSize: rangeSize)
  }

  func formats(of source: LogSource) -> FormatChoice { formatsOfSome[source] ?? formats }
}

/// What a count gathers while logs are read.
final class CountTable: Sendable {
  /// Requests that passed the filters.
  let survivors: any SurvivorTable
  /// Their agents, where listener keys are to be made.
  let kept: AgentArena?

  init(_ counter: DownloadCounter, kept: AgentArena?) {
    let keepsOrigins = counter.keepsListeners || counter.rules.volumeLimit != nil
    survivors =
      counter.rules.window == .calendar
      ? GroupTable(counter.catalogue, keepsOrigins: keepsOrigins)
      : RollingTable(counter.catalogue, counter.rules.window, keepsOrigins: keepsOrigins)
    self.kept = kept
  }
}
