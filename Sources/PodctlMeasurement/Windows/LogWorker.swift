import PodctlCore

/// Reads tasks on one thread, line by line, each in its log's format.
struct LogWorker<Taker: LineTaker & ~Copyable>: ~Copyable {
  private var taker: Taker
  private let formats: (LogSource) -> FormatChoice

  init(_ taker: consuming Taker, _ formats: @escaping (LogSource) -> FormatChoice) {
    self.taker = taker
    self.formats = formats
  }

  /// Throws `file_not_found`, `file_unreadable`, `gzip_damaged`, `zstd_damaged` or `log_unreadable`.
  mutating func run(_ task: LogTask, _ source: LogSource) throws(PodctlError) -> TaskFinding {
    var finding = TaskFinding()
    var reader = try LineReader(source, range: task.range)
    finding.isEmpty = reader.isEmpty
    if task.format == nil, try reader.looksBinary() { throw LogFormat.binary(source.name) }
    taker.begin(&finding)
    var format = task.format
    var detection = FormatDetection(formats(source), name: source.name)
    while let line = try nextNonRecord(format?.layout, &reader, &finding) {
      if line.isEmpty {
        if reader.isOverlong { taker.takeMalformed() }
        continue
      }
      if line[0] == UInt8(ascii: "#") {
        guard let declared = try detection.format(byComment: line) else { continue }
        if task.range != nil, let format, format != declared {
          finding.columnsChanged = true
          break
        }
        format = declared
        continue
      }
      if format == nil { format = try detection.format(of: reader.ahead(of: line)) }
      guard !taker.take(line, format!, &finding) else { continue }
      guard let renewed = format!.renewed(by: line) else {
        taker.takeMalformed()
        if case .combined = format!, CombinedLines.holdsNoRequest(line) { finding.withoutRequest += 1 }
        continue
      }
      if task.range != nil, renewed != format {
        finding.columnsChanged = true
        break
      }
      format = renewed
    }
    if format == nil, detection.hasComments { _ = try detection.format(of: .nothing) }
    finding.format = format?.name
    taker.end(&finding)
    return finding
  }

  /// The next line that is none of a CloudFront log's records; those before it are taken. They have a loop of their own
  /// since they are most of what is ever read: beside a format that may change, each line would pay for copies of it.
  private mutating func nextNonRecord(
    _ layout: CloudFrontLayout?, _ reader: inout LineReader, _ finding: inout TaskFinding
  ) throws(PodctlError) -> ByteSpan? {
    guard let layout else { return try reader.next() }
    while let line = try reader.next() {
      if line.isEmpty || line[0] == UInt8(ascii: "#") { return line }
      taker.take(line, layout, &finding)
    }
    return nil
  }
}

/// Counts of reasons while a task runs, without an array's checks.
struct ReasonCounts: ~Copyable {
  private let counts = UnsafeMutablePointer<Int64>.allocate(capacity: LineReason.allCases.count)

  init() { clear() }
  deinit { counts.deallocate() }

  func clear() { counts.initialize(repeating: 0, count: LineReason.allCases.count) }

  @inline(__always)
  func add(_ reason: LineReason) { counts[LineLedger.number(of: reason)] += 1 }

  var ledger: LineLedger {
    var ledger = LineLedger()
    for reason in LineReason.allCases { ledger[reason] = counts[LineLedger.number(of: reason)] }
    return ledger
  }
}
