import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("podcast purge, killed and run to its end", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct PurgeKilledTests {
  /// When the days of June are closed and old.
  private static let later = ["PODCTL_NOW": "2027-06-01T12:00:00Z"]
  private static let purge = ["podcast", "purge", "--tenant", "one", "--older-than", "200d", "--yes", "--json"]

  /// More listeners of each episode and day than one transaction takes, and some who are short of a download.
  private func world(_ kind: TestDatabase.Kind) throws -> ProcessWorld {
    let world = try SmallShow.world(kind)
    let whole = try world.folder.write(SmallShow.log(lines: 60_000, part: 0), to: "whole.log")
    let short = try world.folder.write(
      SmallShow.log(lines: 3000, part: 40).replacing("\t9600000\t", with: "\t1000\t"), to: "short.log")
    try world.did(["podcast", "ingest", "--tenant", "one", whole, short])
    return world
  }

  @Test("killed at random moments, one more run ends as a quiet one does", arguments: TestDatabase.kinds)
  func killed(_ kind: TestDatabase.Kind) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("seed \(seed)")
    var state = seed
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let quiet = try world(kind)
    let before = try figures(of: quiet)
    let environment = quiet.environment.merging(Self.later) { $1 }
    let started = Date()
    let ending = try PodctlProcess.run(Self.purge, environment: environment, in: quiet.folder.path)
    try #require(ending.status == 0, "\(ending.errors)")
    let milliseconds = max(100, Int(Date().timeIntervalSince(started) * 1000))
    let expected = try remains(in: quiet)
    #expect(expected.contains("keys 0") && expected.contains { $0.hasPrefix("tally") })
    #expect(try figures(of: quiet) == before, "a purge changes no figure")

    let killed = try world(kind)
    var kills = 0
    var left: Set<Int64> = []
    for round in 0..<KillRounds.count {
      // Each run goes on where the last was stopped. It is killed a moment after it has begun to remove keys, for the
      // days' summing up before that takes most of the time.
      let begun = try keys(in: killed)
      let running = try PodctlProcess.Running(
        Self.purge, killed.environment.merging(Self.later) { $1 }, [], killed.folder.path)
      let limit = Date().addingTimeInterval(30)
      while running.isRunning, try keys(in: killed) == begun, Date() < limit { usleep(2000) }
      // The first is killed at once: how long a purge takes on a busy machine says nothing of a quiet one.
      if round > 0 { usleep(UInt32(below(max(1, milliseconds / 8)) * 1000)) }
      running.kill()
      if try running.ending().status == 137 { kills += 1 }
      left.insert(try keys(in: killed))
      #expect(try figures(of: killed) == before, "half a purge changes no figure, seed \(seed)")
    }
    let last = try PodctlProcess.run(
      Self.purge, environment: killed.environment.merging(Self.later) { $1 }, in: killed.folder.path)
    #expect(last.status == 0, "\(last.errors)")
    #expect(try remains(in: killed) == expected, "seed \(seed)")
    #expect(try figures(of: killed) == before, "seed \(seed)")
    #expect(kills > 0 && left.count > 1, "no kill came in time, seed \(seed)")
    let said = "\(kind): \(kills) of \(KillRounds.count) kills came in time of a run of \(milliseconds) ms"
    print("\(said), with \(left.sorted()) keys left")
  }

  /// What people are shown, but for the word that says whether listeners were counted just now or kept.
  private func figures(of world: ProcessWorld) throws -> [String] {
    let ways = [
      ["podcast", "downloads", "--by", "day"],
      ["podcast", "downloads", "--by", "app"], ["podcast", "downloads", "--by", "episode"],
      ["podcast", "audience", "--by", "day"], ["podcast", "audience", "--by", "month"],
    ]
    return try ways.map { way in
      try world.did(way + ["--tenant", "one", "--format", "csv"]).output.replacing(",kept,", with: ",exact,")
    }
  }

  private func keys(in world: ProcessWorld) throws -> Int64 {
    let database = try Database.open(DatabaseURL(world.urlText), for: .work, now: { FixedTime.now })
    let id = try TenantStore.find(slug: "one", in: database).id
    return try database.read(for: id) { tx in
      try tx.first(
        """
        SELECT (SELECT count(*) FROM downloads WHERE tenant_id = \(tx.tenant))
          + (SELECT count(*) FROM coverage WHERE tenant_id = \(tx.tenant)) AS keys
        """)?["keys"] ?? -1
    }
  }

  /// All that a purge writes, and how many keys are left.
  private func remains(in world: ProcessWorld) throws -> [String] {
    let keys = try keys(in: world)
    let database = try Database.open(DatabaseURL(world.urlText), for: .work, now: { FixedTime.now })
    let id = try TenantStore.find(slug: "one", in: database).id
    return try database.read(for: id) { tx in
      let tallies = try tx.rows(
        "SELECT day, reason, lines FROM line_tallies WHERE tenant_id = \(tx.tenant) ORDER BY day, reason, lines"
      ).map { "tally \(try $0["day"] as Day) \(try $0["reason"] as String) \(try $0["lines"] as Int64)" }
      let kept = try tx.rows(
        """
        SELECT unit, starts_on, dimension, value, listeners, downloads FROM listener_counts
        WHERE tenant_id = \(tx.tenant) ORDER BY unit, starts_on, dimension, value, listeners, downloads
        """
      ).map { row in
        "kept \(try row["unit"] as String) \(try row["starts_on"] as Day) \(try row["dimension"] as String) "
          + "\(try row["value"] as String) \(try row["listeners"] as Int64) \(try row["downloads"] as Int64)"
      }
      let days = try tx.rows(
        "SELECT day, purged_at FROM counted_days WHERE tenant_id = \(tx.tenant) ORDER BY day"
      ).map { "day \(try $0["day"] as Day) \(try ($0["purged_at"] as Instant?)?.description ?? "-")" }
      return ["keys \(keys)"] + tallies + kept + days
    }
  }
}
