import PodctlCore
import SeededNumbers
import Testing

@testable import PodctlMeasurement

@Suite("The same traffic counts the same in every format")
struct SameTrafficTests {
  private static func counter(_ choice: FormatChoice, threads: Int = 2) throws -> DownloadCounter {
    var counter = DownloadCounter(
      try EpisodeCatalogue(
        episodes: ["a", "b"],
        paths: [
          MeasuredPath(path: "/a.mp3", episode: 0, bytes: 10_000_000, seconds: 600),
          MeasuredPath(path: "/b%20b.mp3", episode: 1, bytes: 2_000_000, seconds: 100),
        ]), lists: try Counting.lists.get(), threads: threads)
    counter.formats = choice
    return counter
  }

  @Test("on 60 generated days of traffic, with ranges and without")
  func equal() throws {
    var downloads: Int64 = 0
    for seed in UInt64(1)...60 {
      for hasRanges in [true, false] {
        var random = SplitMix(seed: seed)
        // The formats' first lines must be readable; the rest is as it comes.
        let requests = (0..<80).map { _ in TrafficRequest.random(&random, hasRanges: hasRanges) }
        let writers = TrafficWriter.all.filter { $0.hasRanges || !hasRanges }
        let counts = try writers.map { try Self.counter($0.choice).count([$0.log(requests)]) }
        downloads += counts[0].ledger[.counted]
        #expect(counts[0].ledger[.malformed] == 0, "seed \(seed)")
        for (writer, count) in zip(writers, counts) {
          #expect(count.words == counts[0].words, "\(writer.name), seed \(seed), ranges \(hasRanges)")
          #expect(count.ledger == counts[0].ledger, "\(writer.name), seed \(seed), ranges \(hasRanges)")
        }
      }
    }
    #expect(downloads > 300)
  }

  /// Agents that formats write in different ways, by what cannot be written in some.
  static let agents: [[UInt8]] = [
    Array("Tab\tPod/1".utf8), Array("Quote\"Pod/1".utf8), Array("Back\\slash Pod/1".utf8),
    Array("Invalid ".utf8) + [0xff, 0xc3, 0x28] + Array(" Pod/1".utf8),
    Array("Line\nPod/1".utf8), Array("Long/1 ".utf8) + [UInt8](repeating: 120, count: 65_536),
  ]

  @Test("and an agent is one listener's, however its bytes are written", arguments: agents)
  func oneListener(_ agent: [UInt8]) throws {
    let request = TrafficRequest(
      time: 1_780_308_000, address: "192.0.2.1", method: "GET", path: "/a.mp3", status: 200, bytes: 2_000_000,
      first: nil, last: nil, agent: agent, id: "r1")
    let isPlainUnable = agent.contains { $0 == 9 || $0 == 10 || $0 == 34 }
    var total: Int64 = 0
    var hashes = Set<[UInt8]>()
    for writer in TrafficWriter.all {
      // These write agents as they are, which a line end or, in quotes, a quote does not survive.
      if isPlainUnable, ["s3", "bunny"].contains(writer.name) { continue }
      if agent.contains(10), writer.name == "csv" { continue }
      var counter = DownloadCounter(
        try Counting.catalogue(), lists: try Counting.lists.get(), threads: 1, keepsListeners: true)
      counter.formats = writer.choice
      try counter.count([writer.log([request])]).forEachGroup { group in
        #expect(group.agent == agent, "\(writer.name)")
        hashes.insert(group.listenerMessage)
        total += group.lines
      }
    }
    #expect(hashes.count == 1)
    #expect(total >= 6)
  }

  @Test("and CloudFront's agents are decoded twice where they were encoded twice, others' never")
  func doubly() throws {
    func words(_ agent: String) throws -> String? {
      var line = CloudFrontLine()
      line.agent = agent
      let log = Counting.log([line])
      return try Counting.counter().explain(line: 3, of: log, in: [log]).agent
    }
    #expect(try words("Spotify/8%20x") == "Spotify/8 x")
    #expect(try words("Spotify/8%2520x") == "Spotify/8 x")
    #expect(try words("Spotify/8%252520x") == "Spotify/8%2520x")
    #expect(try words("100%25%20Pod%2F1") == "100% Pod/1")
    #expect(try words("Broken%2") == "Broken%2")
    let line = #"192.0.2.1 - - [10/Oct/2026:13:55:36 +0200] "GET /a.mp3 HTTP/1.1" 200 9 "-" "A%20B%2520C""#
    let log = LogSource.memory(name: "x", bytes: Array(line.utf8))
    #expect(try Counting.counter().explain(line: 1, of: log, in: [log]).agent == "A%20B%2520C")
  }
}
