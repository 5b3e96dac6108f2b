import Dispatch
import PodctlCore
import Synchronization

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
    var whole = Set<Int>()
    while true {
      let tasks = try tasks(for: sources, whole: whole)
      let run = CountRun(self, sources, tasks)
      try run.perform()
      let findings = run.findings
      let changed = findings.indices.filter { findings[$0].columnsChanged }
      if changed.isEmpty { return try DownloadCount(self, sources, findings, run.table, run.kept) }
      // Rare: logs with different columns were joined. They are counted again from their beginnings, one thread each.
      whole.formUnion(changed)
    }
  }

  /// Large plain files become several tasks, everything else one.
  private func tasks(for sources: [LogSource], whole: Set<Int>) throws(PodctlError) -> [LogTask] {
    var tasks: [LogTask] = []
    for (number, source) in sources.enumerated() {
      if whole.contains(number) || source == .standardInput {
        tasks.append(LogTask(source: number))
        continue
      }
      let input = try ByteInput(source)
      guard let size = input.size, size > rangeSize, let format = try format(of: source) else {
        tasks.append(LogTask(source: number))
        continue
      }
      for start in stride(from: 0, to: size, by: rangeSize) {
        tasks.append(LogTask(source: number, range: start..<min(size, start + rangeSize), format: format))
      }
    }
    return tasks
  }

  /// The format that a plain file begins with; nil for compressed logs and for what a whole reading must judge.
  private func format(of source: LogSource) throws(PodctlError) -> LogFormat? {
    var reader = try LineReader(source)
    if reader.isWhole { return nil }
    if try reader.looksBinary() { return nil }
    var detection = FormatDetection(formats, name: source.name)
    for _ in 0..<1000 {
      guard let line = try reader.next() else { return nil }
      if line.isEmpty { continue }
      guard line[0] == UInt8(ascii: "#") else { return try detection.format(of: reader.ahead(of: line)) }
      if let format = try detection.format(byComment: line) { return format }
    }
    return nil
  }
}

/// One run over tasks by several threads.
private final class CountRun: Sendable {
  private let counter: DownloadCounter
  private let sources: [LogSource]
  private let tasks: [LogTask]
  let table: any SurvivorTable
  let kept: AgentArena?
  private let nextTask = Atomic<Int>(0)
  private let results: Mutex<Results>

  private struct Results {
    var findings: [TaskFinding]
    /// The error of the first log that has one, whichever thread met it when.
    var failure: (source: Int, error: PodctlError)?
  }

  init(_ counter: DownloadCounter, _ sources: [LogSource], _ tasks: [LogTask]) {
    self.counter = counter
    self.sources = sources
    self.tasks = tasks
    let keepsOrigins = counter.keepsListeners || counter.rules.volumeLimit != nil
    table =
      counter.rules.window == .calendar
      ? GroupTable(counter.catalogue, keepsOrigins: keepsOrigins)
      : RollingTable(counter.catalogue, counter.rules.window, keepsOrigins: keepsOrigins)
    kept = counter.keepsListeners ? AgentArena() : nil
    results = Mutex(Results(findings: Array(repeating: TaskFinding(), count: sources.count)))
  }

  var findings: [TaskFinding] { results.withLock { $0.findings } }

  func perform() throws(PodctlError) {
    let count = min(counter.threads, tasks.count)
    if count <= 1 {
      work()
    } else {
      DispatchQueue.concurrentPerform(iterations: count) { _ in self.work() }
    }
    if let failure = results.withLock({ $0.failure }) { throw failure.error }
    table.settle(threads: counter.threads)
  }

  private func work() {
    var worker = LogWorker(counter, table: table, kept: kept)
    while true {
      let number = nextTask.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < tasks.count else { return }
      let task = tasks[number]
      // A log after a failed one need not be read; one before it may fail too, and is the one to name.
      if results.withLock({ $0.failure.map { $0.source <= task.source } ?? false }) { continue }
      do throws(PodctlError) {
        let finding = try worker.run(task, sources[task.source])
        results.withLock { $0.findings[task.source].add(finding) }
      } catch {
        results.withLock { results in
          if results.failure.map({ task.source < $0.source }) ?? true { results.failure = (task.source, error) }
        }
      }
    }
  }
}
