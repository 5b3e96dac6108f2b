import Foundation
import PodctlCore
import Testing

@testable import PodctlMeasurement

@Suite("The engine agrees with the slow reference and with itself")
struct ReferenceTests {
  /// Small files, so that the reference can hold every byte in a set.
  private static let paths: [MeasuredPath] = [
    MeasuredPath(path: "/a.mp3", episode: 0, bytes: 2000, seconds: 600),
    MeasuredPath(path: "/b b.mp3", episode: 1, bytes: 900, seconds: 90, headerBytes: 100),
    MeasuredPath(path: "/b-large.mp3", episode: 1, bytes: 1800, seconds: 90, headerBytes: 100),
    MeasuredPath(path: "/c.mp3", episode: 2, bytes: 300, seconds: 59),
  ]

  private static func line(_ random: inout SeededGenerator) -> CloudFrontLine {
    var line = CloudFrontLine()
    line.date = random.pick(["2026-03-28", "2026-03-29", "2026-10-25"])
    line.time = random.pick(["00:59:59", "01:00:00", "03:59:59", "04:00:00", "21:59:59", "22:30:00", "23:00:00"])
    line.address = random.pick([
      "192.0.2.1", "192.0.2.2", "::ffff:192.0.2.1", "2001:db8::1", "2001:db8:0:0:5::1", "2001:db8:0:1::1",
    ])
    line.agent = random.pick(["Overcast/1.0", "Spotify/8%20x", "Spotify/8%2520x", "Unknown/2"])
    line.path = random.pick([
      "/a.mp3", "/a.mp3", "/b%20b.mp3", "/b%20b.mp3?x=1", "/b-large.mp3", "/c.mp3", "/%61.mp3",
    ])
    line.requestID = random.pick(["r1", "r2", "-"])
    line.bytes = String(random.pick([0, 1, 50, 100, 150, 200, 300, 700, 1000, 5000]))
    if random.chance(70) {
      line.status = random.pick(["206", "206", "206", "000"])
      if random.chance(70) {
        let first = random.below(2200)
        line.first = String(first)
        if random.chance(80) { line.last = String(first + random.below(500) - 2) }
      }
    }
    if random.chance(3) { line.method = random.pick(["HEAD", "-"]) }
    if random.chance(3) { line.status = random.pick(["304", "404"]) }
    if random.chance(3) { line.path = "/other.mp3" }
    if random.chance(4) {
      line.agent = random.pick(["-", "atc/1%20watchOS", "Googlebot/2.1", "x(null)/(null)%20watchOS"])
    }
    if random.chance(2) { line.address = random.pick(["300.1.1.1", "-", "1:2:3"]) }
    if random.chance(2) { line.bytes = "x" }
    return line
  }

  @Test(
    "on 300 generated logs, in two zones, in any order, split and repeated", arguments: ["UTC", "America/New_York"])
  func agreement(zoneName: String) throws {
    let zone = try Zone(zoneName)
    let catalogue = try EpisodeCatalogue(episodes: ["a", "b", "c"], paths: Self.paths)
    let lists = try Counting.lists.get()
    let expectedPaths = Dictionary(
      uniqueKeysWithValues: zip(Self.paths, catalogue.thresholds).map { path, threshold in
        (
          path.path,
          SlowReference.Path(
            episode: catalogue.episodes[path.episode], size: path.bytes.map(Int.init), threshold: Int(threshold))
        )
      })
    #expect(catalogue.thresholds == [200, 634, 1234, 300])
    for seed in UInt64(1)...150 {
      var random = SeededGenerator(seed: seed)
      let lines = (0..<(1 + random.below(60))).map { _ in Self.line(&random) }
      var reference = SlowReference(
        paths: expectedPaths, zone: TimeZone(identifier: zoneName) ?? .gmt, bots: ["Googlebot"])
      for line in lines { reference.read(line) }
      let expected = reference.finish()
      // A log without a readable line is an error, not a count; one good line keeps it a log.
      guard
        lines.contains(where: {
          Int($0.bytes) != nil && $0.method != "-" && $0.address.count > 5 && $0.address != "300.1.1.1"
        })
      else { continue }
      var counter = DownloadCounter(catalogue, lists: lists, zone: zone, threads: 2)
      let whole = try counter.count([Counting.log(lines)])
      #expect(whole.words.sorted() == expected.rows, "seed \(seed)")
      #expect(whole.reasonWords == expected.reasons, "seed \(seed)")
      #expect(whole.ledger.total == Int64(lines.count), "seed \(seed)")
      counter.rangeSize = 300
      let shuffled = lines.shuffled(using: &random)
      let ranges = try counter.count([Counting.log(shuffled)])
      #expect(ranges.words == whole.words, "in ranges, seed \(seed)")
      #expect(ranges.ledger == whole.ledger, "in ranges, seed \(seed)")
      let twice = try counter.count([Counting.log(lines), Counting.log(shuffled)])
      #expect(twice.words == whole.words, "twice, seed \(seed)")
      #expect(twice.ledger.total == 2 * whole.ledger.total, "twice, seed \(seed)")
    }
  }

  @Test("coverages of parts of a log merge to the coverage of the whole, in any order")
  func merging() throws {
    let catalogue = try EpisodeCatalogue(episodes: ["a", "b", "c"], paths: Self.paths)
    let counter = DownloadCounter(catalogue, lists: try Counting.lists.get(), threads: 1, keepsListeners: true)
    for seed in UInt64(1)...60 {
      var random = SeededGenerator(seed: seed)
      var lines = (0..<30).map { _ in Self.line(&random) }
      lines.append(CloudFrontLine())
      let parts = [lines.prefix(10), lines[10..<20], lines.suffix(11)].map { Array($0) + [CloudFrontLine()] }
      let whole = try Self.groups(counter.count([Counting.log(lines)]))
      let found = try parts.map { try Self.groups(counter.count([Counting.log($0)])) }
      for (key, state) in whole where !state.isEmpty {
        let states = found.compactMap { $0[key] }
        let forward = try states.reduce(Coverage().state) { try Coverage.merge($0, $1) }
        let backward = try states.reversed().reduce(Coverage().state) { try Coverage.merge($1, $0) }
        #expect(forward == state, "seed \(seed), \(key)")
        #expect(backward == state, "seed \(seed), \(key)")
        #expect(try Coverage.merge(state, state) == state)
      }
    }
  }

  private static func groups(_ count: DownloadCount) throws -> [String: [UInt8]] {
    var groups: [String: [UInt8]] = [:]
    try count.forEachGroup { group in
      let key = "\(String(decoding: group.listenerMessage, as: UTF8.self)) \(group.episode) \(group.day)"
      #expect(groups[key] == nil)
      groups[key] = group.state
    }
    return groups
  }
}
