import PodctlCore

/// What a thread does with each line that a `LogWorker` reads.
protocol LineTaker: ~Copyable, SendableMetatype {
  /// Forgets the log before and begins a task.
  mutating func begin(_ finding: inout TaskFinding)
  /// Takes a line of a CloudFront standard log.
  mutating func take(_ line: ByteSpan, _ layout: borrowing CloudFrontLayout, _ finding: inout TaskFinding)
  /// Takes a line of any format; false, and nothing has been counted, where it cannot be read.
  mutating func take(_ line: ByteSpan, _ format: LogFormat, _ finding: inout TaskFinding) -> Bool
  /// Counts a line that cannot be read.
  mutating func takeMalformed()
  /// Says what became of the task's lines.
  mutating func end(_ finding: inout TaskFinding)
}

/// Counts lines by one counter's rules.
struct CountingTaker: LineTaker, ~Copyable {
  private var filter: LineFilter
  private let batches: SurvivorBatches
  private let reasons = ReasonCounts()

  init(_ counter: DownloadCounter, _ table: CountTable) {
    filter = LineFilter(counter, kept: table.kept)
    batches = SurvivorBatches(table.survivors)
  }

  mutating func begin(_ finding: inout TaskFinding) {
    filter.begin()
    reasons.clear()
  }

  @inline(__always)
  mutating func take(_ line: ByteSpan, _ layout: borrowing CloudFrontLayout, _ finding: inout TaskFinding) {
    let outcome = filter.cloudFront(line, layout)
    if case .filtered(.malformed) = outcome { return reasons.add(.malformed) }
    count(outcome, &finding)
  }

  mutating func take(_ line: ByteSpan, _ format: LogFormat, _ finding: inout TaskFinding) -> Bool {
    let outcome = filter.outcome(of: line, format)
    if case .filtered(.malformed) = outcome { return false }
    if filter.request.isAnonymised { finding.anonymised += 1 }
    count(outcome, &finding)
    return true
  }

  @inline(__always)
  private mutating func count(_ outcome: LineFilter.Outcome, _ finding: inout TaskFinding) {
    switch outcome {
    case .filtered(let reason): reasons.add(reason)
    case .survived:
      finding.survivors &+= 1
      batches.add(filter.survivor)
    }
    finding.add(time: filter.request.time)
  }

  mutating func takeMalformed() { reasons.add(.malformed) }

  mutating func end(_ finding: inout TaskFinding) {
    batches.flush()
    finding.ledger = reasons.ledger
  }
}
