/// Downloads of an episode after its enclosure changed, and how many of them are by listeners who had it already.
public struct RedownloadWave: Sendable, Hashable {
  public var show: Slug
  public var episode: String
  public var path: String
  /// The day on which the new path was first seen.
  public var day: Day
  public var downloads: Int64
  public var again: Int64

  public init(show: Slug, episode: String, path: String, day: Day, downloads: Int64, again: Int64) {
    self.show = show
    self.episode = episode
    self.path = path
    self.day = day
    self.downloads = downloads
    self.again = again
  }

  /// Days after the change that are looked at.
  public static let reach = 7
  /// Percent of the downloads that come again, and how many must.
  public static let share = 20.0
  public static let least: Int64 = 10

  public var anomaly: Anomaly? {
    let percent = Anomaly.percent(again, of: downloads)
    guard again >= Self.least, percent >= Self.share else { return nil }
    return Anomaly(
      .redownloadWave, show: show, subject: episode, on: day, number: percent, threshold: Self.share, unit: "%",
      detail: "\(again) of \(downloads) downloads in \(Self.reach) days are by listeners who had it; new path \(path)")
  }
}
