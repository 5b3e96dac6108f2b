import Foundation
import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite(
  "on TimescaleDB itself",
  .enabled(if: TimescaleWorld.server != nil, "PODCTL_TEST_TIMESCALE names no server with TimescaleDB"),
  .enabled(if: PodctlProcess.path != nil, "podctl is not built"))
struct TimescaleTests {
  /// The show of the other tests of processes, in a world that is there already.
  private func addShow(to world: ProcessWorld) throws {
    try world.folder.write(SmallShow.feed, to: "tide.xml")
    try world.did(["tenant", "create", "one", "--name", "one"])
    try world.did(["podcast", "add", "tide-tables", "--tenant", "one", "--feed", "tide.xml"])
  }

  private func take(_ part: Int, into world: ProcessWorld) throws {
    let path = try world.folder.write(SmallShow.log(lines: 3000, part: part), to: "part-\(part).log")
    try world.did(["podcast", "ingest", "--tenant", "one", path])
  }

  private func figures(of world: ProcessWorld) throws -> [String] {
    let ways = [
      ["podcast", "downloads", "--by", "day"], ["podcast", "downloads", "--by", "show"],
      ["podcast", "audience", "--by", "month"], ["podcast", "ingest", "--reasons", "part-0.log"],
    ]
    return try ways.map {
      try world.did($0 + ["--tenant", "one", "--format", "csv"]).output.replacing(",kept,", with: ",exact,")
    }
  }

  @Test("a second log of a week, a recount and a purge end as on SQLite")
  func work() throws {
    let place = try TimescaleWorld()
    let plain = try SmallShow.world(.sqlite)
    try addShow(to: place.world)
    for world in [place.world, plain] { for part in 0..<3 { try take(part, into: world) } }
    for (found, expected) in try zip(figures(of: place.world), figures(of: plain)) { #expect(found == expected) }
    // With what the planner knows after a while, it would look for distinct days by an index that it cannot.
    try place.did(["migrate", "partitions"])
    for world in [place.world, plain] {
      try world.did(["podcast", "ingest", "--tenant", "one", "--again"])
      let ending = try PodctlProcess.run(
        ["podcast", "purge", "--tenant", "one", "--older-than", "200d", "--yes"],
        environment: world.environment.merging(["PODCTL_NOW": "2027-06-01T12:00:00Z"]) { $1 }, in: world.folder.path)
      #expect(ending.status == 0, "\(ending.errors)")
    }
    for (found, expected) in try zip(figures(of: place.world), figures(of: plain)) { #expect(found == expected) }
  }

  @Test("DISTINCT over the index of a table with a policy is planned, once its rows are known")
  func distinct() throws {
    let place = try TimescaleWorld()
    try addShow(to: place.world)
    try take(0, into: place.world)
    let owner = try place.asOwner()
    let tenant = try TenantStore.find(slug: "one", in: owner).id
    let rows = TemporaryTable(
      "rows",
      [("day", .day), ("episode_id", .uuid), ("provenance", .text), ("downloads", .integer), ("updated_at", .instant)])
    try owner.write(for: tenant) { tx in
      try tx.append(rows, to: "daily_downloads") { writer in
        for number in UInt64(0)..<5000 {
          try writer.day(Day(number: 19_000 + Int(number % 10)))
          try writer.uuid(high: 7, low: number)
          var provenance = "counted"
          try provenance.withUTF8 { try writer.text($0) }
          try writer.integer(1)
          try writer.instant(FixedTime.now)
          try writer.endRow()
        }
      }
    }
    owner.gatherStatistics()
    let application = try Database.open(DatabaseURL(place.world.urlText), for: .work, now: { FixedTime.now })
    let days = try application.read(for: tenant) { tx in
      try tx.rows("SELECT DISTINCT day FROM daily_downloads WHERE tenant_id = \(tx.tenant) ORDER BY day")
    }
    #expect(days.count == 15)
  }

  @Test("the application's role reaches no chunk, no fact and nothing compressed, and a second grant mends the first")
  func barrier() throws {
    let place = try TimescaleWorld()
    try addShow(to: place.world)
    try take(0, into: place.world)
    let owner = try place.asOwner()
    try owner.driver.script("REVOKE USAGE ON SCHEMA podctl_chunks FROM podctl_app")
    let refused = try place.world.run(["podcast", "ingest", "--tenant", "one", "--again"])
    #expect(refused.status == 77)
    try place.did(["migrate", "up", "--app-role", "podctl_app"])
    try place.world.did(["podcast", "ingest", "--tenant", "one", "--again"])
    try owner.driver.script(
      """
      ALTER TABLE podctl.downloads_facts SET (timescaledb.compress,
        timescaledb.compress_segmentby = 'tenant_id, episode_id', timescaledb.compress_orderby = 'day, listener, part')
      """)
    let chunks = try owner.driver.execute(
      "SELECT public.compress_chunk(c)::text AS chunk FROM public.show_chunks('podctl.downloads_facts') c", [])
    #expect(!chunks.rows.isEmpty)
    let all = try owner.driver.execute(
      """
      SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p')
        AND (n.nspname = 'podctl_chunks' OR c.relname LIKE '%_facts' OR c.relname LIKE 'compress_hyper%')
      """, [])
    #expect(all.rows.count > 3)
    let application = try Database.open(DatabaseURL(place.world.urlText), for: .work, now: { FixedTime.now }).driver
    for row in all.rows {
      let name: String = try row["name"]
      for text in ["SELECT 1 AS one FROM \(name)", "DELETE FROM \(name)"] {
        let error = #expect(throws: PodctlError.self) { _ = try application.execute(text, []) }
        #expect(error?.code == .databaseRefused, "\(text)")
      }
    }
    try place.world.did(["podcast", "ingest", "--tenant", "one", "--again"])
  }

  @Test("a database in use shows no drift, and its isolation is tried on the views")
  func drift() throws {
    let place = try TimescaleWorld()
    try addShow(to: place.world)
    try take(0, into: place.world)
    let drift = try place.did(["migrate", "drift", "--json"])
    #expect(drift.contains("\"data\":[]"), "\(drift)")
    let verified = try place.did(["migrate", "verify", "--json"])
    #expect(verified.contains("isolation") && !verified.contains("\"failed\""), "\(verified)")
  }
}
