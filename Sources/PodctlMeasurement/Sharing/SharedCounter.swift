import PodctlCore
import Synchronization

/// One of those who share a log.
public struct LogOwner: Sendable {
  /// The name in messages.
  public var name: String
  /// How the owner's lines are counted. All owners' counters read logs alike: as the first one does.
  public var counter: DownloadCounter

  public init(_ name: String, _ counter: DownloadCounter) {
    self.name = name
    self.counter = counter
  }
}

/// Counts logs that several share, each line by its path's owner's own rules, lists and zone. A log is read once.
public struct SharedCounter: Sendable {
  let owners: [LogOwner]
  let paths: SharedPaths

  /// A log's lines by owner.
  public struct Shares: Sendable {
    /// The counts of the owners that were asked for, by number; nil for others.
    public var counts: [DownloadCount?]
    /// Lines that no owner has.
    public var unownedLines: Int64
    public var warnings: [String]
  }

  /// Throws `path_taken` when two own one path and their hosts cannot tell their lines apart.
  public init(_ owners: [LogOwner]) throws(PodctlError) {
    self.owners = owners
    paths = try SharedPaths(owners)
  }

  /// Reads a log for some of the owners, by number. Throws what counting throws, and `path_taken` for a line whose path
  /// several own and whose host is none of theirs.
  public func count(_ source: LogSource, for wanted: Set<Int>) throws(PodctlError) -> Shares {
    guard let first = owners.first?.counter else { preconditionFailure("a log is shared by somebody") }
    let read = try first.reading.read([source]) {
      SharedTables(owners, wanted)
    } taker: {
      SharedTaker(self, $0)
    }
    if let unsettled = read.found.unsettled { throw unsettled.error(source.name) }
    let finding = read.findings[0]
    let isRedirects = wanted.allSatisfy { owners[$0].counter.rules.profile == .prefix }
    let warnings = try finding.check(source, redirects: isRedirects)
    let summary = DownloadCount.LogSummary(source, finding)
    let shares = finding.shares
    let counts = owners.indices.map { owner -> DownloadCount? in
      guard wanted.contains(owner) else { return nil }
      let table = read.found.table(of: owner)
      table.survivors.settle(threads: first.threads)
      let ledger = shares.isEmpty ? LineLedger() : shares[owner].ledger
      return DownloadCount(owners[owner].counter, [summary], filtered: ledger, table, warnings: [])
    }
    let owned = shares.reduce(0) { $0 + $1.lines }
    return Shares(counts: counts, unownedLines: finding.lines - owned, warnings: warnings)
  }
}

/// What is gathered for each owner while a shared log is read; made when an owner's first line comes.
final class SharedTables: Sendable {
  let wanted: [Bool]
  /// Owners whose agents are judged alike have the same number.
  let likeness: [Int]
  private let owners: [LogOwner]
  private let arenas: [AgentArena]
  private let state: Mutex<(tables: [CountTable?], unsettled: UnsettledLine?)>

  init(_ owners: [LogOwner], _ wanted: Set<Int>) {
    self.owners = owners
    self.wanted = owners.indices.map(wanted.contains)
    var known: [Likeness: Int] = [:]
    likeness = owners.map { owner in
      let key = Likeness(agents: ObjectIdentifier(owner.counter.lists.agents), profile: owner.counter.rules.profile)
      if let number = known[key] { return number }
      known[key] = known.count
      return known.count - 1
    }
    arenas = (0..<known.count).map { _ in AgentArena() }
    state = Mutex((Array(repeating: nil, count: owners.count), nil))
  }

  private struct Likeness: Hashable {
    var agents: ObjectIdentifier
    var profile: CountingProfile
  }

  func arena(_ likeness: Int) -> AgentArena { arenas[likeness] }

  func table(of owner: Int) -> CountTable {
    state.withLock { state in
      if let table = state.tables[owner] { return table }
      let table = CountTable(owners[owner].counter, kept: arenas[likeness[owner]])
      state.tables[owner] = table
      return table
    }
  }

  var unsettled: UnsettledLine? { state.withLock { $0.unsettled } }

  func add(_ line: UnsettledLine) {
    state.withLock { state in
      if state.unsettled.map({ UnsettledLine.isBefore(line, $0) }) ?? true { state.unsettled = line }
    }
  }
}
