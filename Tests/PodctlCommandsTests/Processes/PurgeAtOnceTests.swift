import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite(
  "two podctl at once leave the ledger that one leaves", .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct PurgeAtOnceTests {
  private static let purge = ["podcast", "purge", "--tenant", "one", "--older-than", "200d", "--yes"]
  private static let again = ["podcast", "ingest", "--tenant", "one", "--again"]
  private static let later = "2027-06-01T12:00:00Z"

  private func world(_ kind: TestDatabase.Kind) throws -> ProcessWorld {
    let world = try SmallShow.world(kind)
    let whole = try world.folder.write(SmallShow.log(lines: 3000, part: 0), to: "whole.log")
    let short = try world.folder.write(
      SmallShow.log(lines: 300, part: 40).replacing("\t9600000\t", with: "\t1000\t"), to: "short.log")
    try world.did(["podcast", "ingest", "--tenant", "one", whole, short])
    return world
  }

  /// Starts both before it waits for either; what they said where one did not end well.
  private func atOnce(_ first: [String], _ second: [String], in world: ProcessWorld, now: String) throws -> [String] {
    // Seeded ids of two equal commands would be the same.
    let environment = world.environment.filter { $0.key != "PODCTL_ID_SEED" }.merging(["PODCTL_NOW": now]) { $1 }
    let running = try [first, second].map { try PodctlProcess.Running($0, environment, [], world.folder.path) }
    return try running.map { try $0.ending() }.filter { $0.status != 0 }.map { "\($0.status): \($0.errors)" }
  }

  private func figures(of world: ProcessWorld) throws -> String {
    try world.did(["podcast", "ingest", "--tenant", "one", "--reasons", "--format", "csv", "whole.log"]).output
      + world.did(["podcast", "downloads", "--tenant", "one", "--by", "day", "--format", "csv"]).output
  }

  @Test("purge and purge, three times on new data", arguments: TestDatabase.kinds)
  func purges(_ kind: TestDatabase.Kind) throws {
    for round in 0..<3 {
      let world = try world(kind)
      let before = try figures(of: world)
      #expect(try atOnce(Self.purge, Self.purge, in: world, now: Self.later) == [], "round \(round)")
      #expect(try figures(of: world) == before, "round \(round)")
    }
  }

  @Test("recount and recount, and a recount beside a purge", arguments: TestDatabase.kinds)
  func recounts(_ kind: TestDatabase.Kind) throws {
    let world = try world(kind)
    let before = try figures(of: world)
    #expect(try atOnce(Self.again, Self.again, in: world, now: "2026-06-20T12:00:00Z") == [])
    #expect(try figures(of: world) == before)
    #expect(try atOnce(Self.again, Self.purge, in: world, now: Self.later) == [])
    #expect(try figures(of: world) == before)
  }
}
