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

  /// Reads all logs, the lines of each thread into a taker of its own, and gives what was found of each log and what
  /// the takers gathered. Throws `file_not_found`, `file_unreadable`, `gzip_damaged` or `log_unreadable`, then for the
  /// first such log.
  func read<Found: Sendable, Taker: LineTaker & ~Copyable>(
    _ sources: [LogSource], begin: () -> Found, taker: @Sendable (Found) -> Taker
  ) throws(PodctlError) -> (findings: [TaskFinding], found: Found) {
    var whole = Set<Int>()
    while true {
      let found = begin()
      let tasks = try tasks(for: sources, whole: whole)
      let run = TaskRun(sources, tasks)
      try run.perform(threads: threads) { LogWorker(taker(found)) { formatsOfSome[$0] ?? formats } }
      let findings = run.findings
      let changed = findings.indices.filter { findings[$0].columnsChanged }
      if changed.isEmpty { return (findings, found) }
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

  private struct Results {
    var findings: [TaskFinding]
    /// The error of the first log that has one, whichever thread met it when.
    var failure: (source: Int, error: PodctlError)?
  }

  init(_ sources: [LogSource], _ tasks: [LogTask]) {
    self.sources = sources
    self.tasks = tasks
    results = Mutex(Results(findings: Array(repeating: TaskFinding(), count: sources.count)))
  }

  var findings: [TaskFinding] { results.withLock { $0.findings } }

  func perform<Taker: LineTaker & ~Copyable>(
    threads: Int, _ worker: @Sendable () -> LogWorker<Taker>
  ) throws(PodctlError) {
    let count = min(threads, tasks.count)
    if count <= 1 {
      work(worker())
    } else {
      DispatchQueue.concurrentPerform(iterations: count) { _ in self.work(worker()) }
    }
    if let failure = results.withLock({ $0.failure }) { throw failure.error }
  }

  private func work<Taker: LineTaker & ~Copyable>(_ worker: consuming LogWorker<Taker>) {
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
