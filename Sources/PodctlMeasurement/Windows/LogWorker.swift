import PodctlCore

/// Counts tasks on one thread.
struct LogWorker: ~Copyable {
  private var filter: LineFilter
  private let batches: SurvivorBatches

  init(_ counter: DownloadCounter, table: any SurvivorTable, kept: AgentArena?) {
    filter = LineFilter(counter, kept: kept)
    batches = SurvivorBatches(table)
  }

  /// Throws `file_not_found`, `file_unreadable`, `gzip_damaged` or `log_unreadable`.
  mutating func run(_ task: LogTask, _ source: LogSource) throws(PodctlError) -> TaskFinding {
    var finding = TaskFinding()
    let reasons = ReasonCounts()
    var reader = try LineReader(source, range: task.range)
    finding.isEmpty = reader.isEmpty
    if task.format == nil, try reader.looksBinary() { throw LogFormat.binary(source.name) }
    var format = task.format
    var layout: CloudFrontLayout? = format?.layout
    var hasComments = false
    while let line = try reader.next() {
      if line.isEmpty {
        if reader.isOverlong { reasons.add(.malformed) }
        continue
      }
      if line[0] == UInt8(ascii: "#") {
        hasComments = true
        guard line.hasPrefix("#Fields:") else { continue }
        let declared = try LogFormat.of(fields: line, name: source.name)
        if task.range != nil, let format, format != declared {
          finding.columnsChanged = true
          break
        }
        format = declared
        layout = declared.layout
        continue
      }
      if format == nil { format = try .of(headless: line, hasComments: hasComments, name: source.name) }
      let outcome = if layout != nil { filter.cloudFront(line, layout!) } else { filter.combined(line) }
      switch outcome {
      case .filtered(let reason):
        reasons.add(reason)
        if reason == .malformed { continue }
      case .survived(let survivor):
        finding.survivors &+= 1
        batches.add(survivor)
      }
      finding.first = min(finding.first, filter.request.time)
      finding.last = max(finding.last, filter.request.time)
    }
    batches.flush()
    if format == nil, hasComments { _ = try LogFormat.of(headless: .nothing, hasComments: true, name: source.name) }
    finding.format = format?.name
    finding.ledger = reasons.ledger
    return finding
  }
}

/// Counts of reasons while a task runs, without an array's checks.
struct ReasonCounts: ~Copyable {
  private let counts = UnsafeMutablePointer<Int64>.allocate(capacity: LineReason.allCases.count)

  init() { counts.initialize(repeating: 0, count: LineReason.allCases.count) }
  deinit { counts.deallocate() }

  @inline(__always)
  func add(_ reason: LineReason) { counts[LineLedger.number(of: reason)] += 1 }

  var ledger: LineLedger {
    var ledger = LineLedger()
    for reason in LineReason.allCases { ledger[reason] = counts[LineLedger.number(of: reason)] }
    return ledger
  }
}
