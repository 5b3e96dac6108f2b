/// One of the three kinds of figures that a report stands on, and how far it is complete.
public struct DataSource: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    /// CDN logs.
    case log
    /// Delivery that others counted.
    case delivery
    case conversions
  }

  public var kind: Kind
  /// The last day of which everything is in; nil where nothing is.
  public var completeThrough: Day?
  /// No more will come, whatever day it is.
  public var isFinal: Bool
  /// Whether a person or an import said so; otherwise it follows from what was taken in.
  public var isSaid: Bool

  public init(kind: Kind, completeThrough: Day?, isFinal: Bool, isSaid: Bool) {
    self.kind = kind
    self.completeThrough = completeThrough
    self.isFinal = isFinal
    self.isSaid = isSaid
  }

  public func covers(_ day: Day) -> Bool { isFinal || (completeThrough.map { $0 >= day } ?? false) }

  /// How far logs are complete by their last request: a day is, once a later one has begun or its last two hours have.
  /// A show whose nights are quieter than that has its days said.
  public static func logCompleteThrough(lastRequest: Instant?, in zone: Zone) -> Day? {
    guard let lastRequest else { return nil }
    let day = zone.day(of: lastRequest)
    let left = zone.start(of: day.advanced(by: 1)).seconds - lastRequest.seconds
    return left <= 2 * 3600 ? day : day.advanced(by: -1)
  }
}

/// Whether the report of a period may go out.
public struct ReportReadiness: Sendable, Hashable {
  /// Why it may not.
  public enum Obstacle: Sendable, Hashable {
    /// A source ends before the period does.
    case incomplete(DataSource)
    /// All shows together have far less, or far more, than is usual for so many days.
    case unusual(downloads: Int64, usual: Int64)
  }

  public var obstacles: [Obstacle]

  public init(obstacles: [Obstacle]) { self.obstacles = obstacles }

  public var isReady: Bool { obstacles.isEmpty }

  /// The least and the most of the usual, in thousandths, that pass without a question.
  public static let bounds: ClosedRange<Int64> = 500...2000

  /// Judges a period by the sources that its report stands on, and by the downloads of all shows in it against those of
  /// the periods before, of which two at least make something usual.
  public static func judge(
    through last: Day, sources: [DataSource], downloads: Int64, before: [Int64]
  ) -> ReportReadiness {
    var obstacles = sources.filter { !$0.covers(last) }.map { Obstacle.incomplete($0) }
    let known = before.filter { $0 > 0 }.sorted()
    if known.count >= 2 {
      let usual = known[(known.count - 1) / 2]
      if !bounds.contains(Int64(clamping: Int128(downloads) * 1000 / Int128(usual))) {
        obstacles.append(.unusual(downloads: downloads, usual: usual))
      }
    }
    return ReportReadiness(obstacles: obstacles)
  }
}

extension ReportReadiness.Obstacle: CustomStringConvertible {
  public var description: String {
    switch self {
    case .incomplete(let source):
      let name =
        switch source.kind {
        case .log: "the log"
        case .delivery: "the delivery of others"
        case .conversions: "the conversions"
        }
      let be = source.kind == .conversions ? "are" : "is"
      return name + (source.completeThrough.map { " \(be) complete through \($0)" } ?? " \(be) not there yet")
    case .unusual(let downloads, let usual):
      return "all shows have \(downloads) downloads, where \(usual) are usual"
    }
  }
}
