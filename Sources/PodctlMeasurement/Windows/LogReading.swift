import Dispatch
import PodctlCore
import Synchronization

/// Reads logs on several threads: each log a task, large plain ones several.
struct LogReading: Sendable {
  var formats: FormatChoice
  /// Logs that are read otherwise.
  var formatsOfSome: [LogSource: FormatChoice] = [:]
  var threads: Int
  /// A plain file is read in ranges of this many bytes.
  var rangeSize: Int

  /// What was found of each log, and which of them could not be read to their ends, by number.
  struct Attempt: Sendable {
    var findings: [TaskFinding]
    var faults: [Int: PodctlError] = [:]
  }

  /// Reads all logs, the lines of each thread into a taker of its own, and gives what was found of each log and what
  /// the takers gathered. Throws `file_not_found`, `file_unreadable`, `gzip_damaged` or `log_unreadable`, then for the
  /// first such log.
  func read<Found: Sendable, Taker: LineTaker & ~Copyable>(
    _ sources: [LogSource], begin: () -> Found, taker: @Sendable (Found) -> Taker
  ) throws(PodctlError) -> (findings: [TaskFinding], found: Found) {
    let (read, found) = try attempt(sources, goesOn: false, begin: begin, taker: taker)
    if let first = read.faults.min(by: { $0.key < $1.key }) { throw first.value }
    return (read.findings, found)
  }

  /// The same, going on after a log that cannot be read.
  func attempt<Found: Sendable, Taker: LineTaker & ~Copyable>(
    _ sources: [LogSource], goesOn: Bool = true, begin: () -> Found, taker: @Sendable (Found) -> Taker
  ) throws(PodctlError) -> (read: Attempt, found: Found) {
    var whole = Set<Int>()
    while true {
      let found = begin()
      var faults: [Int: PodctlError] = [:]
      let tasks = try tasks(for: sources, whole: whole) { number, fault throws(PodctlError) in
        guard goesOn, fault.isOfOneLog else { throw fault }
        faults[number] = fault
      }
      let run = TaskRun(sources, tasks, goesOn: goesOn)
      try run.perform(threads: threads) { LogWorker(taker(found)) { formatsOfSome[$0] ?? formats } }
      let findings = run.findings
      let changed = findings.indices.filter { findings[$0].columnsChanged }
      if changed.isEmpty {
        return (Attempt(findings: findings, faults: faults.merging(run.faults) { first, _ in first }), found)
      }
      // Rare: logs with different columns were joined. They are counted again from their beginnings, one thread each.
      whole.formUnion(changed)
    }
  }

  /// Large plain files become several tasks, everything else one.
  private func tasks(
    for sources: [LogSource], whole: Set<Int>, failed: (Int, PodctlError) throws(PodctlError) -> Void
  ) throws(PodctlError) -> [LogTask] {
    var tasks: [LogTask] = []
    for (number, source) in sources.enumerated() {
      if whole.contains(number) || source == .standardInput {
        tasks.append(LogTask(source: number))
        continue
      }
      do throws(PodctlError) { tasks += try self.tasks(for: source, number) } catch { try failed(number, error) }
    }
    return tasks
  }

  private func tasks(for source: LogSource, _ number: Int) throws(PodctlError) -> [LogTask] {
    let input = try ByteInput(source)
    guard let size = input.size, size > rangeSize, let format = try format(of: source) else {
      return [LogTask(source: number)]
    }
    return stride(from: 0, to: size, by: rangeSize).map { start in
      LogTask(source: number, range: start..<min(size, start + rangeSize), format: format)
    }
  }

  /// The format that a plain file begins with; nil for compressed logs and for what a whole reading must judge.
  private func format(of source: LogSource) throws(PodctlError) -> LogFormat? {
    var reader = try LineReader(source)
    if reader.isWhole { return nil }
    if try reader.looksBinary() { return nil }
    var detection = FormatDetection(formatsOfSome[source] ?? formats, name: source.name)
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
private final class TaskRun: Sendable {
  private let sources: [LogSource]
  private let tasks: [LogTask]
  private let nextTask = Atomic<Int>(0)
  private let results: Mutex<Results>
  /// Whether logs after one that cannot be read are read all the same.
  private let goesOn: Bool

  private struct Results {
    var findings: [TaskFinding]
    /// By the log's number; without going on, that of the first log is among them, whichever thread met it when.
    var faults: [Int: PodctlError] = [:]
  }

  init(_ sources: [LogSource], _ tasks: [LogTask], goesOn: Bool) {
    self.sources = sources
    self.tasks = tasks
    self.goesOn = goesOn
    results = Mutex(Results(findings: Array(repeating: TaskFinding(), count: sources.count)))
  }

  var findings: [TaskFinding] { results.withLock { $0.findings } }
  var faults: [Int: PodctlError] { results.withLock { $0.faults } }

  func perform<Taker: LineTaker & ~Copyable>(
    threads: Int, _ worker: @Sendable () -> LogWorker<Taker>
  ) throws(PodctlError) {
    let count = min(threads, tasks.count)
    if count <= 1 {
      work(worker())
    } else {
      DispatchQueue.concurrentPerform(iterations: count) { _ in self.work(worker()) }
    }
    // What is said of no log alone ends the run.
    if let other = faults.filter({ !$0.value.isOfOneLog }).min(by: { $0.key < $1.key }) { throw other.value }
  }

  private func work<Taker: LineTaker & ~Copyable>(_ worker: consuming LogWorker<Taker>) {
    while true {
      let number = nextTask.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < tasks.count else { return }
      let task = tasks[number]
      // Of a log that failed no more is read. Without going on, a log after it need not be read either; one before it may
      // fail too, and is the one to name.
      if results.withLock({ $0.faults.keys.contains { goesOn ? $0 == task.source : $0 <= task.source } }) { continue }
      do throws(PodctlError) {
        let finding = try worker.run(task, sources[task.source])
        results.withLock { $0.findings[task.source].add(finding) }
      } catch {
        results.withLock { $0.faults[task.source] = $0.faults[task.source] ?? error }
      }
    }
  }
}
