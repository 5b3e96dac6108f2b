import PodctlCore

/// An episode of a demo show, before podctl has seen it.
struct DemoEpisode {
  var show: DemoCast.Show
  var number: Int
  var guid: String
  var title: String
  var publishedAt: Instant
  /// The local day of publication, from which its downloads are spread.
  var day: Day
  var seconds: Int
  var bytes: Int
  var path: String
  var audience: Int
}

extension DemoEpisode {
  private static let subjects = [
    "The Lighthouse Ledger", "A Borrowed Map", "Weather for Tuesdays", "The Last Repair", "Salt and Paper",
    "Counting Gulls", "The Quiet Gear", "Letters to a Ferry", "Rust Never Lies", "The Second Bell", "Low Water",
    "Names on the Wall", "A Short History of Rope", "The Night Shift",
  ]

  /// Three episodes of back catalogue and one for each week before the anchor.
  static func all(of show: DemoCast.Show, in zone: Zone, anchor: Day, weeks: Int, seed: UInt64) -> [DemoEpisode] {
    var random = SeededRandom(seed: seed, "episodes/\(show.slug)")
    return (-3..<weeks).map { week in
      let day = anchor.advanced(by: (week - weeks) * 7 + show.weekday - 1)
      let number = 40 + week + 4
      let seconds = random.between(show.minutes.lowerBound * 60, show.minutes.upperBound * 60)
      let bytes = seconds * show.kbps * 125 + random.between(18_000, 90_000)
      let subject = subjects[(number * 5 + show.slug.utf8.count) % subjects.count]
      return DemoEpisode(
        show: show, number: number, guid: "\(show.slug)-\(number)", title: "\(number): \(subject)",
        publishedAt: zone.start(of: day).advanced(seconds: 5 * 3600), day: day, seconds: seconds, bytes: bytes,
        path: "/audio/\(show.slug)/\(show.slug)-\(number)-\(random.letters(6).lowercased()).mp3",
        audience: show.audience * random.between(920, 1080) / 1000)
    }
  }
}

/// How the downloads of an episode fall over its age.
enum DemoDecay {
  /// Per mille of an episode's audience on each day of its age: steep at first, with a long tail.
  static let perMille = [
    352, 148, 92, 64, 48, 38, 33, 24, 20, 17, 15, 13, 12, 11, 9, 8, 8, 7, 7, 6, 6, 5, 5, 5, 4, 4, 4, 4, 3, 3,
  ]

  static func share(onDay age: Int) -> Int { age < perMille.count ? max(0, perMille[max(0, age)]) : 2 }

  /// Per mille of the audience within the first days of an episode.
  static func cumulative(days: Int) -> Int { (0..<max(0, days)).reduce(0) { $0 + share(onDay: $1) } }
}
