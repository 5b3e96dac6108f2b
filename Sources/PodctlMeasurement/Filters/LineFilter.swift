import PodctlCore

/// Reads a line and asks the filters in their order; what is left belongs to a group. One for each thread.
struct LineFilter: ~Copyable {
  enum Outcome {
    case filtered(LineReason)
    /// It is `survivor` now. It does not travel in the outcome: copying it from place to place cost each line more than
    /// splitting it into columns.
    case survived
  }

  private let paths: PathIndex
  private var cloudFront = CloudFrontLines()
  private var tables = TableLines()
  private var clock = ClockReader()
  private var agents: AgentMemo
  private var judge: LineJudge
  private(set) var request = LoggedRequest()
  /// The number of the path of the line asked last; negative where no episode has it, or the line came not so far.
  private(set) var path = -1

  init(_ counter: DownloadCounter, kept: AgentArena?) {
    paths = PathIndex(counter.catalogue.texts)
    agents = AgentMemo(counter.lists, counter.rules.profile, kept: kept)
    judge = LineJudge(counter)
  }

  /// The line asked about last, where it passed the filters.
  var survivor: Survivor {
    @inline(__always) get { judge.survivor }
  }

  @inline(__always)
  mutating func cloudFront(_ line: ByteSpan, _ layout: borrowing CloudFrontLayout) -> Outcome {
    path = -1
    guard cloudFront.read(line, layout, into: &request, &clock) else { return .filtered(.malformed) }
    if let reason = judge.reason(before: &request) { return .filtered(reason) }
    path = paths.number(of: request.path, .percent)
    if path < 0 { return .filtered(.unknownPath) }
    cloudFront.readRest(line, layout, into: &request)
    return judge.ask(&request, path, .percent, &agents)
  }

  /// Forgets the log before, of which the next one may lack something.
  mutating func begin() { request = LoggedRequest() }

  mutating func outcome(of line: ByteSpan, _ format: LogFormat) -> Outcome {
    path = -1
    switch format {
    case .cloudFront(let layout): return cloudFront(line, layout)
    case .combined:
      guard CombinedLines.read(line, into: &request, &clock) else { return .filtered(.malformed) }
      return outcome(.backslash)
    case .delimited(let layout), .json(let layout):
      guard tables.read(line, layout, into: &request) else { return .filtered(.malformed) }
      return outcome(layout.schema.escape)
    }
  }

  /// The filters on a request that has been read whole.
  private mutating func outcome(_ escape: TextEscape) -> Outcome {
    if let reason = judge.reason(before: &request) { return .filtered(reason) }
    path = paths.number(of: request.path, escape)
    if path < 0 { return .filtered(.unknownPath) }
    if let reason = request.declaredReason { return .filtered(reason) }
    return judge.ask(&request, path, escape, &agents)
  }
}
