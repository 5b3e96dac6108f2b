import Foundation
import PodctlCore
import SeededNumbers

@testable import PodctlMeasurement

/// Small logs for property tests: few listeners, few files of few bytes, and times at which windows end.
enum GeneratedLogs {
  /// How many logs a test makes; `PODCTL_PROPERTY_CASES` raises it.
  static let cases = UInt64(ProcessInfo.processInfo.environment["PODCTL_PROPERTY_CASES"] ?? "") ?? 2000

  /// So small that the reference can hold every byte in a set.
  static let paths: [MeasuredPath] = [
    MeasuredPath(path: "/a.mp3", episode: 0, bytes: 2000, seconds: 600),
    MeasuredPath(path: "/b b.mp3", episode: 1, bytes: 900, seconds: 90, headerBytes: 100),
    MeasuredPath(path: "/b-large.mp3", episode: 1, bytes: 1800, seconds: 90, headerBytes: 100),
    MeasuredPath(path: "/c.mp3", episode: 2, bytes: 300, seconds: 59),
    MeasuredPath(path: "/d.mp3", episode: 3, bytes: nil, kbps: 1),
    MeasuredPath(path: "/e.mp3", episode: 4, bytes: 600),
  ]
  /// Worked out by hand from the paths.
  static let thresholds: [Int64] = [200, 634, 1234, 300, 7500, 600]

  static func catalogue() throws -> EpisodeCatalogue {
    try EpisodeCatalogue(episodes: ["a", "b", "c", "d", "e"], paths: paths)
  }

  static let referencePaths = Dictionary(
    uniqueKeysWithValues: zip(paths, thresholds).map { path, threshold in
      let episode = ["a", "b", "c", "d", "e"][path.episode]
      return (
        path.path, SlowReference.Path(episode: episode, size: path.bytes.map(Int.init), threshold: Int(threshold))
      )
    })

  /// A log without a readable line is an error, not a count; with this one it is a log.
  static let readable = CloudFrontLine.with {
    $0.date = "2026-05-05"
    $0.method = "POST"
  }

  static func log(_ random: inout SplitMix) -> [CloudFrontLine] {
    (0..<(1 + random.below(24))).map { _ in line(&random) } + [readable]
  }

  private static func line(_ random: inout SplitMix) -> CloudFrontLine {
    var line = CloudFrontLine()
    line.date = random.pick(["2026-03-27", "2026-03-28", "2026-03-28", "2026-03-29", "2026-03-30", "2026-10-25"])
    line.time = random.pick(["00:59:59", "01:00:00", "03:59:59", "04:00:00", "21:59:59", "22:30:00", "23:00:00"])
    line.address = random.pick([
      "192.0.2.1", "192.0.2.1", "192.0.2.2", "::ffff:192.0.2.1", "2001:db8::1", "2001:db8:0:0:5::1", "2001:db8:0:1::1",
      "198.51.100.7", "198.51.100.9", "203.0.113.5", "2001:db8:dead::1",
    ])
    line.agent = random.pick(["Overcast/1.0", "Overcast/1.0", "Spotify/8%20x", "Spotify/8%2520x", "Unknown/2"])
    line.path = random.pick([
      "/a.mp3", "/a.mp3", "/b%20b.mp3", "/b%20b.mp3?x=1", "/b-large.mp3", "/c.mp3", "/%61.mp3", "/d.mp3", "/e.mp3",
    ])
    line.requestID = random.pick(["r1", "r2", "-"])
    line.bytes = String(random.pick([0, 1, 50, 100, 150, 200, 300, 700, 1000, 5000, 7500]))
    line.referrer = random.pick(["-", "-", "-", "https://good.example/", "https://www.bad.example/x"])
    if random.chance(70) { part(&line, &random) }
    if random.chance(20) { rarity(&line, &random) }
    return line
  }

  private static func part(_ line: inout CloudFrontLine, _ random: inout SplitMix) {
    line.status = random.pick(["206", "206", "206", "000", "200"])
    guard random.chance(70) else { return }
    if random.chance(15) {
      (line.first, line.last) = random.pick([("0", "0"), ("0", "1"), ("0", "1"), ("1", "1"), ("9", "1"), ("9", "8")])
      return
    }
    let first = random.below(2200)
    line.first = String(first)
    if random.chance(80) { line.last = String(first + random.below(500) - 2) }
  }

  private static func rarity(_ line: inout CloudFrontLine, _ random: inout SplitMix) {
    switch random.below(7) {
    case 0: line.method = random.pick(["HEAD", "-"])
    case 1, 2: line.status = random.pick(["304", "404", "301", "302", "307", "308"])
    case 3: line.path = "/other.mp3"
    case 4, 5:
      line.agent = random.pick([
        "-", "atc/1%20watchOS", "Googlebot/2.1", "x(null)/(null)%20watchOS", "NewSpider/1", "Robot%20Player/3",
      ])
    default:
      line.address = random.pick(["300.1.1.1", "-", "1:2:3"])
      line.bytes = random.pick(["x", "1"])
    }
  }
}
