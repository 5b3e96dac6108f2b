import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@Suite("podcast ingest, killed and run to its end", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct IngestKilledTests {
  @Test("killed several times at random moments, one more run ends as a quiet one does", arguments: TestDatabase.kinds)
  func killed(_ kind: TestDatabase.Kind) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var state = seed
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let quiet = try SmallShow.world(kind)
    let logs = try (0..<8).map { number in
      try quiet.folder.write(SmallShow.log(lines: 1500, part: number), to: "cdn-\(number).log")
    }
    let words = ["podcast", "ingest", "--tenant", "one", "--json"]
    let started = Date()
    try quiet.did(words + logs)
    let milliseconds = max(100, Int(Date().timeIntervalSince(started) * 1000))
    let expected = try Outcome(of: quiet, logs)
    #expect(expected.daily.count == 9 && expected.known == Array(repeating: "known", count: 8), "\(expected)")

    let world = try SmallShow.world(kind)
    var kills = 0
    for _ in 0..<KillRounds.count {
      // What earlier runs have taken is skipped, so that later ones end sooner: the range shrinks with what is left.
      let ending = try PodctlProcess.runKilled(
        words + logs, environment: world.environment, after: 40 + below(max(120, milliseconds * 7 / 10)))
      if ending.status == 137 { kills += 1 }
    }
    try world.did(words + logs)
    #expect(kills > 0, "no kill came in time, seed \(seed)")
    #expect(try Outcome(of: world, logs) == expected, "seed \(seed)")
    print("\(kind): \(kills) of \(KillRounds.count) kills came in time of a run of \(milliseconds) ms")
  }

  /// All that ingest leaves behind: the ledger, the downloads and their daily numbers, and which files were taken.
  private struct Outcome: Equatable {
    var ledger: String
    var known: [String]
    var daily: [String]

    init(of world: ProcessWorld, _ logs: [String]) throws {
      ledger = try world.did(["podcast", "ingest", "--tenant", "one", "--reasons", "--json"] + logs).output
      known = try world.column("state", ["podcast", "ingest", "--tenant", "one"] + logs)
      daily = try world.daily()
    }
  }
}
