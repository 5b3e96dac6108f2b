import PodctlCore

/// Counts tasks on one thread.
struct LogWorker: ~Copyable {
  private var filter: LineFilter
  private let batches: SurvivorBatches
  private let formats: FormatChoice

  init(_ counter: DownloadCounter, table: any SurvivorTable, kept: AgentArena?) {
    filter = LineFilter(counter, kept: kept)
    batches = SurvivorBatches(table)
    formats = counter.formats
  }

  /// Throws `file_not_found`, `file_unreadable`, `gzip_damaged`, `zstd_damaged` or `log_unreadable`.
  mutating func run(_ task: LogTask, _ source: LogSource) throws(PodctlError) -> TaskFinding {
    var finding = TaskFinding()
    let reasons = ReasonCounts()
    let catalogue = filter.catalogue
    if let last = catalogue.owners.max() { finding.owned = Array(repeating: LineLedger(), count: last + 1) }
    let hasOwners = !finding.owned.isEmpty
    var reader = try LineReader(source, range: task.range)
    finding.isEmpty = reader.isEmpty
    if task.format == nil, try reader.looksBinary() { throw LogFormat.binary(source.name) }
    filter.begin()
    var format = task.format
    var layout: CloudFrontLayout? = format?.layout
    var detection = FormatDetection(formats, name: source.name)
    while let line = try reader.next() {
      if line.isEmpty {
        if reader.isOverlong { reasons.add(.malformed) }
        continue
      }
      if line[0] == UInt8(ascii: "#") {
        guard let declared = try detection.format(byComment: line) else { continue }
        if task.range != nil, let format, format != declared {
          finding.columnsChanged = true
          break
        }
        format = declared
        layout = declared.layout
        continue
      }
      if format == nil { format = try detection.format(of: reader.ahead(of: line)) }
      let outcome: LineFilter.Outcome
      if layout != nil {
        outcome = filter.cloudFront(line, layout!)
      } else {
        outcome = filter.outcome(of: line, format!)
        if case .filtered(.malformed) = outcome, let renewed = format!.renewed(by: line) {
          if task.range != nil, renewed != format {
            finding.columnsChanged = true
            break
          }
          format = renewed
          continue
        }
        if filter.request.isAnonymised { finding.anonymised += 1 }
      }
      switch outcome {
      case .filtered(let reason):
        reasons.add(reason)
        if reason == .malformed { continue }
        if hasOwners, filter.path >= 0 {
          finding.owned[catalogue.owners[catalogue.paths[filter.path].episode]][reason] += 1
        }
      case .survived(let survivor):
        finding.survivors &+= 1
        batches.add(survivor)
      }
      finding.first = min(finding.first, filter.request.time)
      finding.last = max(finding.last, filter.request.time)
    }
    batches.flush()
    if format == nil, detection.hasComments { _ = try detection.format(of: .nothing) }
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
