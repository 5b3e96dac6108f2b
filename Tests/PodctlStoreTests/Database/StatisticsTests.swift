import Foundation
import PodctlCore
import PodctlTestSupport
import Testing

@testable import PodctlStore

@Suite("What a database's plans rest on is gathered when much has changed")
struct StatisticsTests {
  private static let rows = TemporaryTable(
    "rows", [("day", .day), ("episode_id", .uuid), ("reason", .text), ("lines", .integer)])

  /// So many tallies of a tenant, and as many downloads, behind what was put before.
  private func put(_ count: Int, after first: Int = 0, into database: Database) throws {
    let tenant = try tenant(in: database)
    let downloads = TemporaryTable(
      "more",
      [
        ("day", .day), ("episode_id", .uuid), ("listener", .bytes), ("household", .bytes), ("at", .instant),
        ("lines", .integer),
      ])
    try database.write(for: tenant) { tx in
      try tx.append(Self.rows, to: "line_tallies") { writer in
        for number in first..<first + count {
          try writer.day(Zone.utc.day(of: FixedTime.now))
          try writer.uuid(Identifier<Episode>(high: 1, low: UInt64(number)))
          try writer.text("threshold")
          try writer.integer(1)
          try writer.endRow()
        }
      }
      try tx.append(downloads, to: "downloads") { writer in
        for number in first..<first + count {
          try writer.day(Zone.utc.day(of: FixedTime.now))
          try writer.uuid(Identifier<Episode>(high: 1, low: UInt64(number)))
          try writer.bytes([1])
          try writer.bytes([1])
          try writer.instant(FixedTime.now)
          try writer.integer(1)
          try writer.endRow()
        }
      }
    }
  }

  private func tenant(in database: Database) throws -> Identifier<Tenant> {
    if let known = try database.read({ tx in try TenantStore(tx).existing("acme") }) { return known.id }
    return try TenantFixture.stored("acme", in: database, ids: CountingIdentifiers()).id
  }

  /// How many rows each table had when it was last looked at; those that never were are left out.
  private func known(_ test: TestDatabase) throws -> [String: Int64] {
    var known: [String: Int64] = [:]
    let rows: [Row]
    switch test.kind {
    case .sqlite:
      let driver = try test.connect().driver
      let has = try driver.execute("SELECT 1 AS one FROM sqlite_schema WHERE name = 'sqlite_stat1'", []).rows
      guard !has.isEmpty else { return [:] }
      rows = try driver.execute(
        "SELECT tbl AS name, max(CAST(stat AS integer)) AS found FROM sqlite_stat1 GROUP BY tbl", []
      ).rows
    case .postgres:
      rows = try test.connectAsOwner().driver.execute(
        """
        SELECT relname::text AS name, reltuples::bigint AS found FROM pg_class
        WHERE relnamespace = 'podctl'::regnamespace AND relkind IN ('r', 'p') AND reltuples >= 0
        """, []
      ).rows
    }
    for row in rows { known[try row["name"]] = try row["found"] }
    return known
  }

  @Test("a table that never was, one that has grown to twice its size and one of which little is left are looked at")
  func rule() {
    let cases: [(rows: Int64, known: Int64?, isDue: Bool)] = [
      (0, nil, false), (499, nil, false), (500, nil, true), (500, 0, true), (499, 0, false), (500, 250, true),
      (499, 10, false), (10_000, 10_000, false), (19_999, 10_000, false), (20_000, 10_000, true),
      (2501, 10_000, false), (2500, 10_000, true), (0, 10_000, true), (10, 100, false),
    ]
    for entry in cases {
      #expect(StatisticsRule.isDue(rows: entry.rows, known: entry.known) == entry.isDue, "\(entry)")
    }
  }

  @Test("after many rows, of the tables as they are, and not after a few", arguments: TestDatabase.kinds)
  func gathers(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let owner = try test.connectAsOwner()
    try put(20, into: owner)
    owner.gatherStatistics()
    owner.gatherStatistics(always: true)
    #expect(try known(test).filter { $0.value > 0 } == [:])
    try put(600, after: 20, into: owner)
    owner.gatherStatistics()
    var found = try known(test)
    // On PostgreSQL the whole of a table in parts, at which the server never looks by itself.
    #expect(found["line_tallies"] == 620 && found["downloads"] == 620, "\(found)")
    // Some more are not worth it; twice as many are.
    try put(300, after: 620, into: owner)
    owner.gatherStatistics()
    #expect(try known(test)["line_tallies"] == 620)
    try put(600, after: 920, into: owner)
    owner.gatherStatistics()
    found = try known(test)
    #expect(found["line_tallies"] == 1520 && found["downloads"] == 1520, "\(found)")
  }

  @Test("by a connection that has changed few rows itself only where it is told to look", arguments: TestDatabase.kinds)
  func always(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    try put(600, into: test.connectAsOwner())
    let other = try test.connectAsOwner()
    other.gatherStatistics()
    #expect(try known(test)["line_tallies"] == nil)
    other.gatherStatistics(always: true)
    #expect(try known(test)["line_tallies"] == 600)
  }

  @Test("a table of which most has been removed is looked at again", arguments: TestDatabase.kinds)
  func shrinks(_ kind: TestDatabase.Kind) throws {
    let test = try TestDatabase(kind)
    let owner = try test.connectAsOwner()
    try put(2000, into: owner)
    owner.gatherStatistics()
    try owner.write(for: tenant(in: owner)) { tx in
      try tx.run(
        """
        DELETE FROM line_tallies WHERE tenant_id = \(tx.tenant) AND episode_id < \(Identifier<Episode>(high: 1, low: 1900))
        """)
    }
    owner.gatherStatistics()
    #expect(try known(test)["line_tallies"] == 100)
  }

  @Test("another writer is not waited for, and nothing fails")
  func locked() throws {
    let test = try TestDatabase(.sqlite)
    try put(600, into: test.database)
    let other = try test.connect()
    try other.driver.begin(.readWrite, tenant: nil)
    let start = Date()
    test.database.gatherStatistics()
    #expect(Date().timeIntervalSince(start) < 5)
    #expect(try known(test) == [:])
    other.driver.rollback()
    // It waits for others as patiently as before.
    let timeout: Int64? = try test.database.driver.execute("PRAGMA busy_timeout", []).rows.first?["timeout"]
    #expect(timeout == 10_000)
    test.database.gatherStatistics()
    #expect(try known(test)["line_tallies"] == 600)
  }

  @Test("a locked table of PostgreSQL is left out", .enabled(if: TestDatabase.hasPostgres))
  func lockedTable() throws {
    let test = try TestDatabase(.postgres)
    let owner = try test.connectAsOwner()
    try put(600, into: owner)
    try test.connectAsOwner().write { tx in
      try tx.run("LOCK TABLE line_tallies IN ACCESS EXCLUSIVE MODE")
      owner.gatherStatistics()
    }
    let found = try known(test)
    #expect(found["line_tallies"] == nil && found["downloads"] == 600, "\(found)")
  }

  @Test("a role that owns no table asks for nothing", .enabled(if: TestServer.applicationRole != nil))
  func application() throws {
    let test = try TestDatabase(.postgres)
    try put(600, into: #require(try test.connectAsApplication()))
    let application = try #require(try test.connectAsApplication())
    application.gatherStatistics(always: true)
    #expect(try known(test)["line_tallies"] == nil)
    // The owner's next migrate up does.
    try test.connectAsOwner().gatherStatistics(always: true)
    #expect(try known(test)["line_tallies"] == 600)
  }

  @Test("a file that may only be read stays as it is, and a transaction is not disturbed")
  func readOnly() throws {
    let test = try TestDatabase(.sqlite)
    try put(600, into: test.database)
    let slugs = try test.database.read { tx in
      test.database.gatherStatistics()
      return try tx.rows("SELECT slug FROM tenants")
    }
    #expect(slugs.count == 1)
    #expect(try known(test) == [:])
    let still = try TemporaryFolder()
    _ = try test.connect().driver.execute("VACUUM INTO ?1", [.text(still.file("still.db"))])
    let before = try Data(contentsOf: URL(fileURLWithPath: still.file("still.db")))
    let url = try DatabaseURL("sqlite:\(still.file("still.db"))")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: still.file("still.db"))
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: still.path)
    let outcome = Threads.run(1) { _ in
      OtherUser.become()
      let database = try Database.open(url, for: .work, now: { FixedTime.now })
      database.gatherStatistics(always: true)
      let slugs = try database.read { tx in try tx.rows("SELECT slug FROM tenants") }
      #expect(slugs.count == 1)
    }
    #expect(outcome.errors == [])
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: still.path)
    #expect(try Data(contentsOf: URL(fileURLWithPath: still.file("still.db"))) == before)
  }

  @Test("afterwards a statement that forgets its tenant is refused as before")
  func guarded() throws {
    let test = try TestDatabase(.sqlite)
    try put(600, into: test.database)
    test.database.gatherStatistics()
    #expect(try known(test)["downloads"] == 600)
    let error = #expect(throws: PodctlError.self) {
      try test.database.read(for: tenant(in: test.database)) { tx in try tx.rows("SELECT day FROM downloads") }
    }
    #expect(error?.code == .statementWithoutTenant)
  }
}
