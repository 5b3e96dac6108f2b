/// Downloads by age of episode: those from its publication until so many times 24 hours after it, half-open, so that
/// episodes of any hour can be compared.
public enum EpisodeAge {
  /// The spans that are shown, in days of 24 hours.
  public static let spans = [1, 3, 7, 30, 60, 90]

  /// The instant at which a span ends, itself not in it.
  public static func end(of days: Int, published: Instant) -> Instant {
    published.advanced(seconds: Int64(days) * 86_400)
  }

  /// A moment whose downloads decide a span: those of its day that came before it.
  public struct Edge: Sendable, Hashable {
    public var day: Day
    public var at: Instant

    public init(day: Day, at: Instant) {
      self.day = day
      self.at = at
    }

    public init(_ at: Instant, in zone: Zone) {
      day = zone.day(of: at)
      self.at = at
    }
  }

  /// Publication, then the end of each span.
  public static func edges(published: Instant, in zone: Zone) -> [Edge] {
    [Edge(published, in: zone)] + spans.map { Edge(end(of: $0, published: published), in: zone) }
  }

  /// Downloads in each span, from the days' totals and what of each edge's day came before the edge; nil for a span that
  /// does not lie within `known`, the instants of which logs were read: a young episode, and one that is older than its logs,
  /// has no low number, but none.
  public static func counts(
    published: Instant, in zone: Zone, known: ClosedRange<Instant>, daily: [Day: Int64], before: (Edge) -> Int64
  ) -> [Int64?] {
    let days = daily.keys.sorted()
    let edges = edges(published: published, in: zone)
    let first = edges[0]
    func sum(_ range: Range<Day>) -> Int64 {
      days.lazy.filter { range.contains($0) }.reduce(0) { $0 + (daily[$1] ?? 0) }
    }
    return edges.dropFirst().map { edge in
      edge.at > known.upperBound || published < known.lowerBound
        ? nil : sum(first.day..<edge.day) + before(edge) - before(first)
    }
  }
}
