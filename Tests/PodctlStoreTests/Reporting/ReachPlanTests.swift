import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlStore

@Suite("A sponsor's reach is found by the keys of its episodes' days")
struct ReachPlanTests {
  private static let days = Day(number: 20_745)...Day(number: 20_751)

  private static func episode(_ number: UInt64) -> Identifier<Episode> { Identifier(high: 1, low: number) }

  /// Two hundred windows of one episode each, as a report of two hundred flights asks.
  private static let parts = [ReachStore.Part(days: days, episodes: (0..<200).map(episode))]

  /// Two thousand episodes, each with a download by each of five listeners on each of two weeks' days.
  private func fill(_ database: Database) throws {
    let tenant = try TenantFixture.stored("acme", in: database, ids: CountingIdentifiers()).id
    let rows = TemporaryTable(
      "rows",
      [
        ("day", .day), ("episode_id", .uuid), ("listener", .bytes), ("household", .bytes), ("at", .instant),
        ("lines", .integer),
      ])
    let totals = TemporaryTable(
      "totals",
      [("day", .day), ("episode_id", .uuid), ("provenance", .text), ("downloads", .integer), ("updated_at", .instant)])
    try database.write(for: tenant) { tx in
      try tx.append(rows, to: "downloads") { writer in
        for offset in 0..<14 {
          for episode in UInt64(0)..<2000 {
            for listener in UInt8(0)..<5 {
              try writer.day(Self.days.lowerBound.advanced(by: offset - 7))
              try writer.uuid(Self.episode(episode))
              try writer.bytes([listener, UInt8(offset)])
              try writer.bytes([listener, UInt8(episode % 250)])
              try writer.instant(FixedTime.now)
              try writer.integer(1)
              try writer.endRow()
            }
          }
        }
      }
      try tx.append(totals, to: "daily_downloads") { writer in
        for offset in 0..<14 {
          for episode in UInt64(0)..<2000 {
            try writer.day(Self.days.lowerBound.advanced(by: offset - 7))
            try writer.uuid(Self.episode(episode))
            try writer.text(Provenance.counted.rawValue)
            try writer.integer(5)
            try writer.instant(FixedTime.now)
            try writer.endRow()
          }
        }
      }
    }
  }

  private func plan(_ database: Database) throws -> [String] {
    let tenant = try TenantStore.find(slug: "acme", in: database).id
    return try database.read(for: tenant) { tx in
      let statement = try #require(ReachStore(tx).statement(Self.parts, allAreCounted: true))
      return try tx.rows("EXPLAIN QUERY PLAN \(sql: statement)").map { try $0["detail"] }
    }
  }

  @Test("with the day and the episode both given, whether SQLite knows how its tables lie or not")
  func plans() throws {
    let test = try TestDatabase(.sqlite)
    try fill(test.database)
    for isKnown in [false, true] {
      if isKnown { test.database.gatherStatistics(always: true) }
      // Opened anew, since what is known is read then; and for no work, whose guard explains no statement.
      let plan = try plan(test.connect(for: .migrating)).joined(separator: "\n")
      #expect(plan.contains("SEARCH d USING COVERING INDEX") && !plan.contains("SCAN d"), "\(plan)")
      #expect(plan.contains("(tenant_id=? AND day=? AND episode_id=?)"), "known: \(isKnown)\n\(plan)")
      #expect(
        plan.contains("daily_downloads_by_episode (tenant_id=? AND episode_id=? AND day>? AND day<?)"),
        "known: \(isKnown)\n\(plan)")
    }
  }

  @Test(
    "each listener once, over windows that overlap, with and without a look at the provenance",
    arguments: TestDatabase.kinds)
  func counts(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    try fill(test.database)
    let tenant = try TenantStore.find(slug: "acme", in: test.database).id
    let overlapping =
      Self.parts + [ReachStore.Part(days: Self.days.upperBound...Self.days.upperBound, episodes: [Self.episode(0)])]
    for allAreCounted in [true, false] {
      let found = try test.database.read(for: tenant) { tx in
        try ReachStore(tx).listeners(overlapping, allAreCounted: allAreCounted)
      }
      // Five listeners of each of the week's seven days.
      #expect(found == 35)
    }
    let none = try test.database.read(for: tenant) { tx in try ReachStore(tx).listeners([], allAreCounted: true) }
    #expect(none == 0)
  }
}
