import PodctlCore

/// Takes lines of a log that several share: first whose a line is, then what its owner's filters say.
struct SharedTaker: LineTaker, ~Copyable {
  private let counter: SharedCounter
  private let tables: SharedTables
  private let index: PathIndex
  private var cloudFront = CloudFrontLines()
  private var table = TableLines()
  private var clock = ClockReader()
  private var request = LoggedRequest()
  private let reasons = ReasonCounts()
  /// By the owner's number; nil before an owner's first line.
  private var members: [ShareMember?]
  /// What is remembered of agents, shared by owners whose lists of them are the same.
  private var memos: [SharedMemo?]

  init(_ counter: SharedCounter, _ tables: SharedTables) {
    self.counter = counter
    self.tables = tables
    index = PathIndex(counter.paths.texts)
    members = Array(repeating: nil, count: counter.owners.count)
    memos = Array(repeating: nil, count: counter.owners.count)
  }

  mutating func begin(_ finding: inout TaskFinding) {
    request = LoggedRequest()
    reasons.clear()
    finding.shares = Array(repeating: LogShare(), count: members.count)
  }

  mutating func take(_ line: ByteSpan, _ layout: borrowing CloudFrontLayout, _ finding: inout TaskFinding) {
    guard cloudFront.read(line, layout, into: &request, &clock) else { return reasons.add(.malformed) }
    finding.add(time: request.time)
    let number = index.number(of: request.path, .percent)
    if number < 0 { return reasons.add(.unknownPath) }
    cloudFront.readRest(line, layout, into: &request)
    if let claim = counter.paths.claim(number) {
      take(claim, .percent, &finding)
    } else if let claim = settle(number, cloudFront.host(line, layout)) {
      take(claim, .percent, &finding)
    }
  }

  mutating func take(_ line: ByteSpan, _ format: LogFormat, _ finding: inout TaskFinding) -> Bool {
    var host = ByteSpan.nothing
    switch format {
    case .cloudFront(let layout):
      take(line, layout, &finding)
      return true
    case .combined:
      guard CombinedLines.read(line, into: &request, &clock) else { return false }
      host = CombinedLines.host(line)
    case .delimited(let layout), .json(let layout):
      guard table.read(line, layout, into: &request) else { return false }
      host = request.host
    }
    finding.add(time: request.time)
    if request.isAnonymised { finding.anonymised += 1 }
    let number = index.number(of: request.path, format.escape)
    if number < 0 {
      reasons.add(.unknownPath)
    } else if let claim = counter.paths.claim(number) ?? settle(number, host) {
      take(claim, format.escape, &finding)
    }
    return true
  }

  mutating func takeMalformed() { reasons.add(.malformed) }

  /// Whose a line is by its host; one that cannot be settled makes the whole log one that cannot be taken.
  private func settle(_ number: Int, _ host: ByteSpan) -> SharedPaths.Claim? {
    if let claim = counter.paths.claim(number, host: host) { return claim }
    tables.add(counter.paths.unsettled(number, host: host, counter.owners))
    return nil
  }

  private mutating func take(_ claim: SharedPaths.Claim, _ escape: TextEscape, _ finding: inout TaskFinding) {
    let owner = claim.owner
    guard tables.wanted[owner] else {
      finding.shares[owner].others += 1
      finding.survivors += 1
      return
    }
    switch (members[owner] ?? admit(owner)).outcome(of: &request, claim.path, escape) {
    case .filtered(let reason):
      finding.shares[owner].ledger[reason] += 1
      reasons.add(reason)
    case .survived:
      finding.shares[owner].others += 1
      finding.survivors += 1
    }
  }

  /// An owner's first line.
  private mutating func admit(_ owner: Int) -> ShareMember {
    let likeness = tables.likeness[owner]
    let own = counter.owners[owner].counter
    let memo =
      memos[likeness] ?? SharedMemo(AgentMemo(own.lists, own.rules.profile, kept: tables.arena(likeness)))
    memos[likeness] = memo
    let member = ShareMember(own, number: owner, memo, tables.table(of: owner).survivors)
    members[owner] = member
    return member
  }

  mutating func end(_ finding: inout TaskFinding) {
    for member in members { member?.flush() }
    finding.ledger = reasons.ledger
  }
}

/// What one thread remembers of agents for several owners.
private final class SharedMemo {
  var agents: AgentMemo

  init(_ agents: consuming AgentMemo) { self.agents = agents }
}

/// One owner's filters, and the way to its table; for one thread.
private final class ShareMember {
  /// Small: there may be many owners, and each thread has these of each.
  private static let batchSize = 8
  private let memo: SharedMemo
  private var judge: LineJudge
  private let batches: SurvivorBatches

  init(_ counter: DownloadCounter, number: Int, _ memo: SharedMemo, _ table: any SurvivorTable) {
    self.memo = memo
    judge = LineJudge(counter, salt: UInt64(number) &* 0x9e37_79b9_7f4a_7c15)
    batches = SurvivorBatches(table, size: ShareMember.batchSize)
  }

  func outcome(of request: inout LoggedRequest, _ path: Int, _ escape: TextEscape) -> LineFilter.Outcome {
    let outcome = judge.outcome(of: &request, path, escape, &memo.agents)
    if case .survived = outcome { batches.add(judge.survivor) }
    return outcome
  }

  func flush() { batches.flush() }
}
