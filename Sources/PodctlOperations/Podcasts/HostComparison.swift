import PodctlCore
import PodctlMeasurement

/// A count of ours beside a host's, with what most likely makes the difference where it is too large.
public struct HostComparison: Sendable {
  public enum Verdict: String, Sendable {
    case inside, outside
    /// The host's file does not have the episode.
    case missing
  }

  /// A way of counting that comes closer to the host's figure than our own.
  public struct Explanation: Sendable, Equatable {
    public var name: String
    public var gap: CountGap

    public init(name: String, gap: CountGap) {
      self.name = name
      self.gap = gap
    }
  }

  public struct Row: Sendable {
    public var episode: String
    public var ours: Int64
    public var theirs: Int64?
    public var verdict: Verdict
    public var explanation: Explanation?

    public var gap: CountGap? { theirs.map { CountGap(ours: ours, theirs: $0) } }
  }

  public let rows: [Row]
  public let count: DownloadCount
  /// How often the logs were read.
  public let readings: Int

  /// Counts, and where an episode lies outside of the tolerance, in tenths of a percent, counts again without each rule
  /// in turn. Only the host's days are compared where it gives days. Throws what counting throws.
  public init(
    _ counter: DownloadCounter, _ sources: [LogSource], host: HostNumbers, tolerance: Int64
  ) throws(PodctlError) {
    let base = try counter.count(sources)
    let ours = HostComparison.totals(base.rows, host)
    let episodes = Set(ours.keys).union(host.downloads.keys).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var rows = episodes.map { episode in
      let count = ours[episode] ?? 0
      let verdict: Verdict
      if let theirs = host.downloads[episode] {
        let isInside = CountGap(ours: count, theirs: theirs).isInside(permille: tolerance)
        verdict = isInside ? .inside : .outside
      } else {
        verdict = .missing
      }
      return Row(episode: episode, ours: count, theirs: host.downloads[episode], verdict: verdict)
    }
    var readings = 1
    if rows.contains(where: { $0.verdict == .outside }) {
      for candidate in HostCandidate.all(counter, base, sources, hasDays: host.days != nil) {
        let counted = HostComparison.totals(try candidate.count(), host)
        readings += 1
        for index in rows.indices where rows[index].verdict == .outside {
          rows[index].offer(candidate.name, counted[rows[index].episode] ?? 0)
        }
      }
    }
    self.rows = rows
    self.count = base
    self.readings = readings
  }

  /// Downloads by episode, on the host's days.
  private static func totals(_ rows: [DownloadCount.Row], _ host: HostNumbers) -> [String: Int64] {
    var totals: [String: Int64] = [:]
    for row in rows where host.days?.contains(row.day) ?? true { totals[row.episode, default: 0] += row.downloads }
    return totals
  }
}

extension HostComparison.Row {
  /// Takes an explanation that comes closer than what there is; the first of equals stays.
  mutating func offer(_ name: String, _ count: Int64) {
    guard let gap, let theirs else { return }
    let offered = CountGap(ours: count, theirs: theirs)
    if offered.distance < (explanation?.gap ?? gap).distance {
      explanation = HostComparison.Explanation(name: name, gap: offered)
    }
  }
}
