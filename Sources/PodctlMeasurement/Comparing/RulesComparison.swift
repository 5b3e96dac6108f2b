import PodctlCore

/// The same logs counted by several rules, side by side.
public struct RulesComparison: Sendable {
  /// One way of counting and what it came to.
  public struct Count: Sendable {
    public var rules: CountingRules
    public var downloads: [String: Int64]
    public var ledger: LineLedger
    public var total: Int64
  }

  /// One episode's downloads in the order of the counts; a last row without an episode holds the totals.
  public struct Row: Sendable, Equatable {
    public var episode: String?
    public var downloads: [Int64]
  }

  /// A reason with its lines in the order of the counts.
  public struct ReasonRow: Sendable, Equatable {
    public var reason: LineReason
    public var lines: [Int64]
  }

  public let counts: [Count]
  public let warnings: [String]

  /// What is compared unless others are named: the counter's own rules first, then the guidelines in each window with
  /// the same limit, and oDL's rules.
  public static func standard(_ own: CountingRules) -> [CountingRules] {
    let all =
      MeasurementWindow.allCases.map { CountingRules(.iab, $0, volumeLimit: own.volumeLimit) } + [CountingRules(.odl)]
    return [own] + all.filter { $0 != own }
  }

  /// Counts by each of the rules, which reads the logs once for each. Redirect logs get the profile prefix besides where
  /// `rules` is nil. Throws what counting throws.
  public init(_ counter: DownloadCounter, rules: [CountingRules]?, _ sources: [LogSource]) throws(PodctlError) {
    var counts: [Count] = []
    var warnings: [String] = []
    var wanted = rules ?? RulesComparison.standard(counter.rules)
    var index = 0
    while index < wanted.count {
      let count = try counter.by(wanted[index]).count(sources)
      if index == 0 {
        warnings = count.warnings
        // Most lines of a redirect's log have a status that no CDN's rules count.
        let prefix = CountingRules(.prefix, volumeLimit: counter.rules.volumeLimit)
        let isRedirects = count.ledger[.status] * 2 > count.ledger.total
        if rules == nil, isRedirects, !wanted.contains(prefix) { wanted.append(prefix) }
      }
      counts.append(Count(count))
      index += 1
    }
    self.counts = counts
    self.warnings = warnings
  }

  /// Every episode that any way of counting has, by name, and the totals.
  public var rows: [Row] {
    let episodes = Set(counts.flatMap(\.downloads.keys))
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return episodes.map { episode in
      Row(episode: episode, downloads: counts.map { $0.downloads[episode] ?? 0 })
    } + [Row(episode: nil, downloads: counts.map(\.total))]
  }

  /// Every reason that any line has, in the order in which filters are asked.
  public var reasons: [ReasonRow] {
    LineReason.allCases.map { reason in ReasonRow(reason: reason, lines: counts.map { $0.ledger[reason] }) }
      .filter { $0.lines.contains { $0 > 0 } }
  }

  /// The reasons whose lines differ most between one count and the first, at most `limit`.
  public func differences(of index: Int, limit: Int = 4) -> [(reason: LineReason, lines: Int64)] {
    let base = counts[0].ledger
    let changed = LineReason.allCases.map { ($0, counts[index].ledger[$0] - base[$0]) }.filter { $0.1 != 0 }
    return Array(changed.sorted { abs($0.1) > abs($1.1) }.prefix(limit)).map { (reason: $0.0, lines: $0.1) }
  }
}

extension RulesComparison.Count {
  init(_ count: DownloadCount) {
    let rows = count.rows
    self.init(
      rules: count.rules,
      downloads: Dictionary(grouping: rows, by: \.episode).mapValues { $0.reduce(0) { $0 + $1.downloads } },
      ledger: count.ledger, total: rows.reduce(0) { $0 + $1.downloads })
  }
}
