import PodctlCore
import PodctlStore
import PodctlTestSupport
import Testing

@Suite("Months of downloads on PostgreSQL", .enabled(if: TestDatabase.hasPostgres))
struct PartitionTests {
  private static let today = Day("2026-11-15") ?? Day(number: 0)

  private func lay(_ days: [String], in database: Database) throws -> Identifier<Tenant> {
    let tenant = try TenantFixture.stored("acme", in: database, ids: CountingIdentifiers()).id
    try database.write(for: tenant) { tx in
      for (number, text) in days.enumerated() {
        let day = try #require(Day(text))
        try tx.run(
          """
          INSERT INTO downloads (tenant_id, day, episode_id, listener, household, at, lines)
          VALUES (\(tx.tenant), \(day), \(tx.tenant), \([UInt8(number)]), \([UInt8(1)]), \(FixedTime.now), 1)
          """)
      }
    }
    return tenant
  }

  private func partitions(_ owner: Database) throws -> [String] {
    try owner.read { tx in
      try tx.rows(
        """
        SELECT c.relname::text AS name FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
        WHERE i.inhparent = 'podctl.downloads'::regclass ORDER BY 1
        """
      ).map { try $0["name"] }
    }
  }

  private func days(_ database: Database, _ tenant: Identifier<Tenant>) throws -> [String] {
    try database.read(for: tenant) { tx in
      try tx.rows("SELECT day FROM downloads WHERE tenant_id = \(tx.tenant) ORDER BY day").map {
        (try $0["day"] as Day).description
      }
    }
  }

  @Test("any day is taken in at once; later its rows go to a month of their own, and none is lost")
  func life() throws {
    let test = try TestDatabase(.postgres)
    let owner = try test.connectAsOwner()
    let written = ["1999-12-31", "2026-09-01", "2026-09-30", "2026-11-02", "2031-01-01"]
    let tenant = try lay(written, in: test.database)
    #expect(try days(test.database, tenant) == written)
    #expect(try partitions(owner) == ["downloads_default"])

    let layout = TableLayout(owner, MigrationRules())
    let plan = try layout.partitionPlan(today: Self.today, ahead: 1).filter { $0.partition.table == "downloads" }
    #expect(
      plan.map(\.partition.name) == [
        "downloads_y1999m12", "downloads_y2026m09", "downloads_y2026m11", "downloads_y2026m12", "downloads_y2031m01",
      ])
    #expect(try partitions(owner) == ["downloads_default"])
    let done = try layout.partition(today: Self.today, ahead: 1)
    #expect(done.filter { $0.partition.table == "downloads" }.map(\.moved) == [1, 2, 1, 0, 1])
    #expect(
      done.filter { $0.partition.table == "coverage" }.map(\.partition.name) == [
        "coverage_y2026m11", "coverage_y2026m12",
      ])
    #expect(try layout.partition(today: Self.today, ahead: 1) == [])
    #expect(try days(test.database, tenant) == written)
    #expect(try partitions(owner).count == 6)

    // A second listener of a day that has a month goes there; the key still holds over all of them.
    let again = #expect(throws: PodctlError.self) {
      try test.database.write(for: tenant) { tx in
        try tx.run(
          """
          INSERT INTO downloads (tenant_id, day, episode_id, listener, household, at, lines)
          VALUES (\(tx.tenant), '2026-09-30', \(tx.tenant), \([UInt8(2)]), \([UInt8(1)]), \(FixedTime.now), 1)
          """)
      }
    }
    #expect(again?.code == .statementConflict)

    // A month before today's that has been purged goes; one that has rows, and one ahead, stay.
    try test.database.write(for: tenant) { tx in
      try tx.run("DELETE FROM downloads WHERE tenant_id = \(tx.tenant) AND day < '2026-09-15'")
    }
    let dropped = try layout.partition(today: Self.today, ahead: 1)
    #expect(dropped.map(\.partition.name) == ["downloads_y1999m12"])
    #expect(dropped.map(\.action) == [.drop])
    #expect(try days(test.database, tenant) == ["2026-09-30", "2026-11-02", "2031-01-01"])
  }

  @Test("an empty month stays while a tenant's late lines may still come to it")
  func late() throws {
    let test = try TestDatabase(.postgres)
    let owner = try test.connectAsOwner()
    _ = try TenantFixture.stored("acme", in: test.database, ids: CountingIdentifiers())
    let layout = TableLayout(owner, MigrationRules())
    let made = try layout.partition(today: Self.today, ahead: 0)
    #expect(made.map(\.partition.name) == ["coverage_y2026m11", "downloads_y2026m11"])
    // Forty-five days behind the month, and three for windows and zones.
    let open = try #require(Day("2027-01-17"))
    #expect(try layout.partitionPlan(today: open, ahead: 0).filter { $0.action == .drop } == [])
    let gone = try layout.partitionPlan(today: open.advanced(by: 1), ahead: 0).filter { $0.action == .drop }
    #expect(gone.map(\.partition.name) == ["coverage_y2026m11", "downloads_y2026m11"])
  }

  @Test("a partition shows nothing to the application role, and the probe finds no gap in them")
  func isolation() throws {
    let test = try TestDatabase(.postgres)
    let owner = try test.connectAsOwner()
    let tenant = try lay(["2026-09-01", "2026-11-02"], in: test.database)
    _ = try TableLayout(owner, MigrationRules()).partition(today: Self.today, ahead: 2)
    let report = try IsolationProbe(owner).run(Identifier(high: 9, low: 1), Identifier(high: 9, low: 2))
    #expect(report.findings == [])
    #expect(report.tables.contains("downloads"))
    guard let role = TestServer.applicationRole, let application = try test.connectAsApplication() else { return }
    _ = try ApplicationRole(role, ledger: .own).grant(in: owner, MigrationRules())
    for name in ["downloads_default", "downloads_y2026m09"] as [Statement] {
      let error = #expect(throws: PodctlError.self) {
        try application.read(for: tenant) { tx in try tx.rows("SELECT day FROM \(sql: name)") }
      }
      #expect(error?.code == .databaseRefused)
    }
  }

  @Test("a query of one day reads one month")
  func pruning() throws {
    let test = try TestDatabase(.postgres)
    _ = try lay(["2026-09-01", "2026-10-01", "2026-11-02"], in: test.database)
    _ = try TableLayout(test.connectAsOwner(), MigrationRules()).partition(today: Self.today, ahead: 1)
    let plan: [String] = try test.database.read { tx in
      try tx.rows(
        "EXPLAIN SELECT * FROM downloads WHERE tenant_id = \(Identifier<Tenant>(high: 1, low: 1)) AND day = '2026-10-01'"
      )
      .map { try $0["QUERY PLAN"] }
    }
    let text = plan.joined(separator: "\n")
    #expect(text.contains("downloads_y2026m10"))
    #expect(!text.contains("downloads_y2026m09") && !text.contains("downloads_default"))
  }

  @Test("on SQLite there is nothing to make")
  func sqlite() throws {
    let test = try TestDatabase(.sqlite)
    #expect(try TableLayout(test.database, MigrationRules()).partition(today: Self.today, ahead: 3) == [])
  }
}
