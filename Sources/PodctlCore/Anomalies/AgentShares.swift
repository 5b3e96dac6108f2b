/// What is strange about players: watches, preloading, and a player that was hardly there before.
public enum AgentShares {
  /// Percent of a file set's lines that watches may send; 6.8 % of a large host's hits were theirs (PRX, 2025).
  public static let watchPercent = 15.0
  static let leastLines: Int64 = 100

  public static func watch(_ lines: Int64, of all: Int64, on day: Day) -> Anomaly? {
    let percent = Anomaly.percent(lines, of: all)
    guard lines >= leastLines, percent >= watchPercent else { return nil }
    return Anomaly(
      .watchShare, on: day, number: percent, threshold: watchPercent, unit: "%", detail: "\(lines) of \(all) lines")
  }

  /// A player's listeners with and without a download, in so far as those without are still kept.
  public struct Reach: Sendable, Hashable {
    public var app: String
    public var downloads: Int64
    public var short: Int64

    public init(app: String, downloads: Int64, short: Int64) {
      self.app = app
      self.downloads = downloads
      self.short = short
    }
  }

  /// Players of which at least half, and twice the share of all players, stop short of a minute.
  public static let shortPercent = 50.0
  static let leastListeners: Int64 = 50

  public static func preloading(_ reaches: [Reach], on day: Day) -> [Anomaly] {
    let short = reaches.reduce(0) { $0 + $1.short }
    let all = reaches.reduce(0) { $0 + $1.short + $1.downloads }
    let threshold = max(shortPercent, 2 * Anomaly.percent(short, of: all))
    return reaches.compactMap { reach in
      let listeners = reach.downloads + reach.short
      let percent = Anomaly.percent(reach.short, of: listeners)
      guard listeners >= leastListeners, percent >= min(threshold, 95) else { return nil }
      return Anomaly(
        .preloadingPlayer, subject: reach.app, on: day, number: percent, threshold: min(threshold, 95), unit: "%",
        detail: "\(reach.short) of \(listeners) starts stopped short of the threshold")
    }
  }

  /// Percent of a week's downloads from which a player's leap is worth a look, the factor that makes a leap, and the
  /// weeks before that it is compared with.
  public static let suddenPercent = 5.0
  public static let suddenFactor = 3.0
  public static let weeksBefore = 4

  /// Weeks in which a player's share is several times its share in the weeks before. Weeks come in order; a week is
  /// judged once there are two before it.
  public static func sudden(_ weeks: [(monday: Day, downloads: [String: Int64])]) -> [Anomaly] {
    weeks.indices.dropFirst(2).flatMap { index -> [Anomaly] in
      let week = weeks[index]
      let before = weeks[max(0, index - weeksBefore)..<index]
      let total = week.downloads.values.reduce(0, +)
      let totalBefore = before.reduce(0) { $0 + $1.downloads.values.reduce(0, +) }
      return week.downloads.sorted { $0.key < $1.key }.compactMap { app, downloads in
        let share = Anomaly.percent(downloads, of: total)
        let shareBefore = Anomaly.percent(before.reduce(0) { $0 + ($1.downloads[app] ?? 0) }, of: totalBefore)
        let threshold = max(suddenPercent, suddenFactor * shareBefore)
        guard downloads >= leastListeners, share >= threshold else { return nil }
        return Anomaly(
          .suddenAgent, subject: app, on: week.monday, number: share, threshold: threshold, unit: "%",
          detail: "\(downloads) of the week's \(total) downloads; "
            + "\(Double((shareBefore * 10).rounded()) / 10) % in the \(before.count) weeks before")
      }
    }
  }
}
